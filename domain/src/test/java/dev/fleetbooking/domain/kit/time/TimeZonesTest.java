package dev.fleetbooking.domain.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"})
    void aRegionIsATimeZone(String id) {
        assertThat(TimeZones.of(id)).isEqualTo(ZoneId.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Z", "GMT+1", "+01:00", "UTC+1", "GMT+01:00", "UT+1", "europe/berlin", "Europe/Berlin ", "Europe/Atlantis", "CET+1"
    })
    void anOffsetOrAnythingElseIsRefused(String id) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> TimeZones.of(id))
                .withMessage("must be an IANA time zone such as Europe/Berlin");
    }
}
