package dev.fleetbooking.application.roomreservation;

import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link RoomReservationRepository}. */
public abstract class RoomReservationRepositoryContract extends RepositoryContract {

    @Test
    void oneIsFoundAsItWasClaimed() {
        var claimed = givenRoomReservation(givenMeetingRoom(), hours(1, 2));

        assertThat(found(claimed)).contains(claimed);
        assertThat(inTransaction(() -> roomReservations().findForUpdate(claimed.id()))).contains(claimed);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        var unknown = new RoomReservationId(nextId());

        assertThat(inTransaction(() -> roomReservations().find(unknown))).isEmpty();
        assertThat(inTransaction(() -> roomReservations().findForUpdate(unknown))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, true", "1, 3, false", "3, 4, false", "2, 5, false", "1, 6, false", "4, 6, false", "5, 6, true"})
    void aPeriodIsClaimedUnlessAnotherOneOverlapsIt(long start, long end, boolean isClaimed) {
        var meetingRoom = givenMeetingRoom();
        givenRoomReservation(meetingRoom, hours(2, 5));
        var claim = newRoomReservation(meetingRoom, hours(start, end));

        assertThat(claim(claim)).isEqualTo(isClaimed);
        assertThat(found(claim)).isEqualTo(isClaimed ? Optional.of(claim) : Optional.empty());
    }

    @Test
    void anotherMeetingRoomAndACancelledPeriodAreFree() {
        var meetingRoom = givenMeetingRoom();
        cancel(givenRoomReservation(meetingRoom, hours(2, 5)));
        givenRoomReservation(givenMeetingRoom(), hours(2, 5));

        assertThat(claim(newRoomReservation(meetingRoom, hours(2, 5)))).isTrue();
    }

    @Test
    void conflictsAreThePeriodsThatOverlapByStart() {
        var meetingRoom = givenMeetingRoom();
        givenRoomReservation(meetingRoom, hours(4, 6));
        givenRoomReservation(meetingRoom, hours(1, 3));
        givenRoomReservation(meetingRoom, hours(6, 7));
        givenRoomReservation(givenMeetingRoom(), hours(3, 4));
        cancel(givenRoomReservation(meetingRoom, hours(3, 4)));

        assertThat(inTransaction(() -> roomReservations().findConflicts(meetingRoom.id(), hours(2, 6))))
                .containsExactly(hours(1, 3), hours(4, 6));
    }

    @Test
    void anIdIsClaimedOnlyOnceAndOnlyForAKnownMeetingRoom() {
        var known = givenRoomReservation(givenMeetingRoom(), hours(1, 2));
        var unknown = new MeetingRoom(new MeetingRoomId(nextId()), new Name("Unknown"));

        assertFails(() -> roomReservations().claim(RoomReservation.make(
                known.id(), known.meetingRoomId(), known.customer(), hours(3, 4))));
        assertFails(() -> roomReservations().claim(newRoomReservation(unknown, hours(1, 2))));
    }

    @Test
    void anUpdateIsSeenInTheSameTransactionAndAfterItWithTheNextVersion() {
        var claimed = givenRoomReservation(givenMeetingRoom(), hours(1, 2));

        var cancelled = cancel(claimed);

        assertThat(cancelled.version()).isEqualTo(claimed.version() + 1);
        assertThat(found(claimed)).contains(cancelled);
    }

    @Test
    void anUpdateOfAStaleVersionFailsAndChangesNothing() {
        var stale = givenRoomReservation(givenMeetingRoom(), hours(1, 2));
        var current = cancel(stale);

        assertFails(() -> {
            roomReservations().findForUpdate(stale.id());
            roomReservations().update(stale);
        });

        assertThat(found(stale)).contains(current);
    }

    @Test
    void aTransactionThatEndsInAnExceptionChangesNothing() {
        var claim = newRoomReservation(givenMeetingRoom(), hours(1, 2));

        assertFails(() -> {
            roomReservations().claim(claim);
            throw new IllegalStateException("roll back");
        });

        assertThat(found(claim)).isEmpty();
        assertThat(claim(claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aListIsInTheOrderOfIdsAndWholeWhateverTheSizeOfItsPages(int limit) {
        var meetingRoom = givenMeetingRoom();
        var first = givenRoomReservation(meetingRoom, hours(5, 6));
        var elsewhere = givenRoomReservation(givenMeetingRoom(), hours(1, 2));
        var second = cancel(givenRoomReservation(meetingRoom, hours(1, 2)));
        var all = new ListRoomReservations.Filter(Optional.empty());
        var here = new ListRoomReservations.Filter(Optional.of(meetingRoom.id()));

        assertThat(allPages(limit, page -> roomReservations().list(all, page), RoomReservation::id))
                .containsExactly(first, elsewhere, second);
        assertThat(allPages(limit, page -> roomReservations().list(here, page), RoomReservation::id))
                .containsExactly(first, second);
    }

    private Optional<RoomReservation> found(RoomReservation roomReservation) {
        return inTransaction(() -> roomReservations().find(roomReservation.id()));
    }
}
