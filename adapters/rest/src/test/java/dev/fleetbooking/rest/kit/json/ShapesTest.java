package dev.fleetbooking.rest.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T09:00:00Z,            2027-03-01T09:00:00Z",
        "2027-03-01t09:00:00z,            2027-03-01T09:00:00Z",
        "2027-03-01T09:00:00+01:00,       2027-03-01T08:00:00Z",
        "2027-03-01T09:00:00-23:59,       2027-03-02T08:59:00Z",
        "2027-03-01T09:00:00-00:00,       2027-03-01T09:00:00Z",
        "2027-03-01T09:00:00.5Z,          2027-03-01T09:00:00.5Z",
        "2027-03-01T09:00:00.123456789Z,  2027-03-01T09:00:00.123456789Z",
        "2028-02-29T00:00:00Z,            2028-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z,            0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,            9999-12-31T23:59:59Z",
    })
    void readsDateTimesOfRfc3339(String text, Instant expected) {
        assertThat(Shapes.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "tomorrow", "1772355600", "2027-03-01", "2027-03-01T09:00Z", "2027-03-01T09:00:00", "2027-03-01 09:00:00Z",
        "2027-02-29T09:00:00Z", "2027-13-01T09:00:00Z", "2027-03-01T24:00:00Z", "2027-03-01T23:59:60Z",
        "2027-03-01T09:00:00+1:00", "2027-03-01T09:00:00+0100", "2027-03-01T09:00:00+24:00", "2027-03-01T09:00:00+01:60",
        "12027-03-01T09:00:00Z", "2027-03-01T09:00:00.1234567890123456789Z",
        "2027-03-01T09:00:00,5Z", "2027-03-01T09:00:00.Z", "+12027-03-01T09:00:00Z", "-2027-03-01T09:00:00Z",
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2027-03-01T09:00:00Z[UTC]", "２０２７-03-01T09:00:00Z",
    })
    void refusesAllOtherDateTimes(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Shapes.instant(text))
                .withMessageStartingWith("must be an RFC 3339 date-time with offset");
    }

    @Test
    void saysHowToSendThePlusOfAnOffset() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Shapes.instant("2027-03-01T09:00:00 01:00"))
                .withMessageEndingWith("in a query, send + as %2B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0197d1a2-7c7e-7000-8000-00000000000a", "0197D1A2-7C7E-7000-8000-00000000000A"})
    void readsUuids(String text) {
        assertThat(Shapes.uuid(text)).hasToString(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "0197d1a27c7e70008000", "{0197d1a2-7c7e-7000-8000-00000000000a}",
        "0197d1a2-7c7e-7000-8000-00000000000g", "0197d1a2-7c7e-7000-8000-00000000000a "})
    void refusesUuidsThatOnlyJavaAccepts(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Shapes.uuid(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "49.90", "-1", "12345678901", "0.00001"})
    void readsPlainDecimalsWhateverTheirLimits(String text) {
        assertThat(Shapes.decimal(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e2", "+1", ".5", "5.", "01", "1,5", "0x1", "NaN", " 1", "١"})
    void refusesAllOtherDecimals(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Shapes.decimal(text));
    }
}
