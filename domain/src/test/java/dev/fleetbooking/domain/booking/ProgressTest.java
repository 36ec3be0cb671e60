package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {

    @Test
    void aHoldLapses() {
        assertRefused(BookingStatus.HELD, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseLapses(BookingStatus status) {
        assertRefused(status, Optional.of(at("08:15")));
    }

    @Test
    void whatHasHappenedIsKeptAndAHoldThatGoesOnLapsesNoMore() {
        var reason = Optional.of(new Reason("ill"));
        var progress = Progress.heldUntil(at("08:15")).because(reason).handedOver(at("10:00")).returned(at("12:00"));
        assertThat(progress.to(BookingStatus.COMPLETED)).isEqualTo(new Progress(
                BookingStatus.COMPLETED, Optional.empty(), reason, Optional.of(at("10:00")), Optional.of(at("12:00"))));
    }

    private static void assertRefused(BookingStatus status, Optional<Instant> lapsesAt) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Progress(status, lapsesAt, Optional.empty(), Optional.empty(), Optional.empty()))
                .withMessage("must lapse if and only if it is held");
    }
}
