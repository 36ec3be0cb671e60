package dev.fleetbooking.application.roomreservation;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Service;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.domain.roomreservation.RoomReservationStatus;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelRoomReservationTest {

    private final Service service = new Service();
    private final CancelRoomReservation cancel = service.useCase(CancelRoomReservation.class);

    @Test
    void cancellationFreesThePeriod() {
        var meetingRoom = service.meetingRoom();
        var cancelled = cancel.cancel(service.reserve(meetingRoom, hours(1, 2)).id(), Precondition.NONE);

        assertThat(cancelled.status()).isEqualTo(RoomReservationStatus.CANCELLED);
        assertThat(service.reserve(meetingRoom, hours(1, 2)).period()).isEqualTo(hours(1, 2));
    }

    @Test
    void cancelledAgainItStaysAsItIs() {
        var cancelled = cancel.cancel(service.reserve(service.meetingRoom(), hours(1, 2)).id(), Precondition.NONE);
        service.clock.set(hour(3));

        assertThat(cancel.cancel(cancelled.id(), Precondition.NONE)).isEqualTo(cancelled);
    }

    @Test
    void onceItHasBegunItIsTooLate() {
        var begun = service.reserve(service.meetingRoom(), hours(1, 2));
        service.clock.set(hour(1));

        assertThat(refusal(CommonRefusal.TooLate.class, () -> cancel.cancel(begun.id(), Precondition.NONE)).latest()).isEqualTo(hour(1));
    }

    @Test
    void anotherRevisionIsRefused() {
        var made = service.reserve(service.meetingRoom(), hours(1, 2));
        var another = Precondition.oneOf(Set.of(new Revision("another")));

        refusal(CommonRefusal.RevisionMismatch.class, () -> cancel.cancel(made.id(), another));
        assertThat(service.useCase(GetRoomReservation.class).get(made.id())).isEqualTo(made);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var refusal = refusal(CommonRefusal.NotFound.class, () -> cancel.cancel(new RoomReservationId(new UUID(0, 1)), Precondition.NONE));

        assertThat(refusal.what()).isEqualTo("room reservation");
    }
}
