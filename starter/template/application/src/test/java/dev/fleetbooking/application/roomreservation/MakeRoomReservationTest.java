package dev.fleetbooking.application.roomreservation;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Service;
import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MakeRoomReservationTest {

    private final Service service = new Service();

    @Test
    void whatIsMadeIsStored() {
        var made = service.reserve(service.meetingRoom(), hours(1, 2));

        assertThat(service.useCase(GetRoomReservation.class).get(made.id())).isEqualTo(made);
    }

    @Test
    void whatOverlapsIsRefusedWithTheConflicts() {
        var meetingRoom = service.meetingRoom();
        service.reserve(meetingRoom, hours(1, 3));
        service.reserve(meetingRoom, hours(4, 5));

        var refusal = refusal(
                RoomReservationRefusal.MeetingRoomUnavailable.class, () -> service.reserve(meetingRoom, hours(2, 6)));

        assertThat(refusal.conflicts()).containsExactly(hours(1, 3), hours(4, 5));
    }

    @Test
    void whatTouchesDoesNotOverlap() {
        var meetingRoom = service.meetingRoom();
        service.reserve(meetingRoom, hours(1, 3));

        assertThat(service.reserve(meetingRoom, hours(3, 4)).period()).isEqualTo(hours(3, 4));
    }

    @Test
    void allBrokenRulesAreReportedAtOnce() {
        var make = service.useCase(MakeRoomReservation.class);
        var command = new MakeRoomReservation.Command(new MeetingRoomId(new UUID(0, 1)), "", hour(-1), hour(-2));

        assertThat(invalidFields(() -> make.make(command))).containsExactly("meetingRoomId", "customer", "start", "end");
    }
}
