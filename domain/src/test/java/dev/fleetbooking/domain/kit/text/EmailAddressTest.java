package dev.fleetbooking.domain.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "ada@example.org", "a@b.c", "ADA.L+tag@sub.example-1.org", "o'hara@example.org", "!#$%&'*+/=?^_`{|}~-@example.org",
        "..@example.org"
    })
    void everyAddressThatBrowsersAcceptIsValid(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @Test
    void anEmailAddressIsTrimmed() {
        assertThat(new EmailAddress("\u00a0ada@example.org\n").value()).isEqualTo("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "ada", "@example.org", "ada@", "ada@localhost", "ada@example.", "ada@.org", "ada@a..b", "ada@@example.org",
        "ada@b@example.org", "ada lovelace@example.org", "ada@exam ple.org", "ada@-example.org", "ada@example-.org",
        "ada@example.org.", "ädä@example.org", "ada@exämple.org", "\"ada\"@example.org", "ada@example.org\n\nBcc: x@y.z",
        "ada\u0000@example.org"
    })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EmailAddress(text))
                .withMessage("must be an e-mail address of at most 254 characters, such as ada@example.org");
    }

    @Test
    void anEmailAddressHasAtMost254Characters() {
        var domain = "@example.org";
        var longest = "a".repeat(254 - domain.length()) + domain;
        assertThat(new EmailAddress(longest).value()).hasSize(254);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new EmailAddress("a" + longest));
    }

    @Test
    void aPartOfTheDomainHasAtMost63Characters() {
        assertThat(new EmailAddress("a@" + "b".repeat(63) + ".c").value()).hasSize(67);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EmailAddress("a@" + "b".repeat(64) + ".c"));
    }

    @Test
    void anEmailAddressIsCleanOrRefused() {
        Texts.assertCleanOrRefused(EmailAddress.MAX_LENGTH, given -> new EmailAddress(given).value());
    }
}
