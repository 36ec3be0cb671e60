package dev.fleetbooking.application.history;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link EventRepository}. */
public abstract class EventRepositoryContract extends RepositoryContract {

    @ParameterizedTest
    @EnumSource
    void anEventOfEachTypeIsFoundAsItWasAppended(Event.Type type) {
        var event = Event.of(type, givenRoomReservation(givenMeetingRoom(), hours(1, 2)), NOW.plusMillis(123));

        append(event);

        assertThat(history(event)).containsExactly(event);
    }

    @Test
    void theHistoryOfARoomReservationIsItsEventsInTheOrderInWhichTheyWereAppended() {
        var meetingRoom = givenMeetingRoom();
        var made = made(givenRoomReservation(meetingRoom, hours(1, 2)));
        var ofAnother = made(givenRoomReservation(meetingRoom, hours(2, 3)));
        var cancelledBefore = new Event(
                Event.Type.CANCELLED, NOW.minusSeconds(1), made.roomReservationId(), made.meetingRoomId(), made.period());

        append(made);
        append(ofAnother);
        append(cancelledBefore);

        assertThat(history(made)).containsExactly(made, cancelledBefore);
        assertThat(history(ofAnother)).containsExactly(ofAnother);
    }

    @Test
    void anEventOfATransactionThatEndsInAnExceptionNeverAppears() {
        var event = made(givenRoomReservation(givenMeetingRoom(), hours(1, 2)));

        assertFails(() -> {
            events().append(event);
            throw new IllegalStateException("roll back");
        });

        assertThat(history(event)).isEmpty();
    }

    @Test
    void whatDoesNotExistHasNoHistory() {
        var unknown = made(newRoomReservation(givenMeetingRoom(), hours(1, 2)));

        assertFails(() -> events().append(unknown));

        assertThat(history(unknown)).isEmpty();
    }

    /** Appends an event in a transaction of its own. */
    protected final void append(Event event) {
        commit(() -> events().append(event));
    }

    /** All events of what this one happened to. */
    protected final List<Event> history(Event event) {
        return inTransaction(() -> events().findBy(event.roomReservationId()));
    }

    protected static Event made(RoomReservation roomReservation) {
        return Event.of(Event.Type.MADE, roomReservation, NOW);
    }
}
