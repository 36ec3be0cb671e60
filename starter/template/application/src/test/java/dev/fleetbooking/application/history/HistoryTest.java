package dev.fleetbooking.application.history;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Service;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.roomreservation.CancelRoomReservation;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each change of a room reservation leaves one event, and what changes nothing leaves none. */
class HistoryTest {

    private final Service service = new Service();
    private final RoomReservation made = service.reserve(service.meetingRoom(), hours(2, 3));
    private final Event making = Event.of(Event.Type.MADE, made, hour(0));

    @Test
    void makingAndCancellationLeaveAnEventEachWithTheTime() {
        service.clock.set(hour(1));
        var cancelled = cancel();

        assertThat(history()).containsExactly(making, Event.of(Event.Type.CANCELLED, cancelled, hour(1)));
    }

    @Test
    void cancelledAgainItLeavesNoSecondEvent() {
        cancel();
        var history = history();

        cancel();

        assertThat(history()).isEqualTo(history);
    }

    @Test
    void whatIsRefusedLeavesNone() {
        service.clock.set(hour(2));

        refusal(CommonRefusal.TooLate.class, this::cancel);

        assertThat(history()).containsExactly(making);
    }

    private RoomReservation cancel() {
        return service.useCase(CancelRoomReservation.class).cancel(made.id(), Precondition.NONE);
    }

    private List<Event> history() {
        return service.useCase(ListEvents.class).list(made.id());
    }
}
