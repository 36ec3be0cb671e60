package dev.fleetbooking.domain.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "auth0|5f7c", "https://issuer.example/ada", "~"})
    void accountsAreVisibleAscii(String value) {
        assertThat(new AccountId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "nul\0", "\u00e4", "\u007f"})
    void otherAccountsAreRefused(String value) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AccountId(value));
    }

    @Test
    void accountsAreLimitedInLength() {
        assertThat(new AccountId("a".repeat(255)).value()).hasSize(255);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AccountId("a".repeat(256)));
    }
}
