package dev.fleetbooking.domain.roomreservation;

import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomReservationTest {

    private static final RoomReservation NEW = RoomReservation.make(
            new RoomReservationId(new UUID(0, 1)), new MeetingRoomId(new UUID(0, 2)), new Name("Ada Lovelace"),
            period("10:00", "11:00"));

    @Test
    void aNewOneIsConfirmed() {
        assertThat(NEW.status()).isEqualTo(RoomReservationStatus.CONFIRMED);
    }

    @Test
    void cancellationChangesTheStatusAndNothingElse() {
        var cancelled = NEW.cancel(at("09:59"));

        assertThat(cancelled.status()).isEqualTo(RoomReservationStatus.CANCELLED);
        assertThat(cancelled).usingRecursiveComparison().ignoringFields("status").isEqualTo(NEW);
    }

    @Test
    void fromItsStartOnItIsTooLateToCancel() {
        var refused = catchThrowableOfType(RefusedException.class, () -> NEW.cancel(at("10:00")));

        assertThat(refused.refusal()).isEqualTo(new CommonRefusal.TooLate("cancellation", at("10:00")));
    }

    @Test
    void whatIsCancelledStaysAsItIsHoweverLate() {
        var cancelled = NEW.cancel(at("09:00"));

        assertThat(cancelled.cancel(at("10:00"))).isEqualTo(cancelled);
    }
}
