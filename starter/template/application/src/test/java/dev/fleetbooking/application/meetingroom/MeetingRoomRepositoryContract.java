package dev.fleetbooking.application.meetingroom;

import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link MeetingRoomRepository}. */
public abstract class MeetingRoomRepositoryContract extends RepositoryContract {

    @Test
    void oneIsFoundAsItWasAdded() {
        var added = new MeetingRoom(new MeetingRoomId(nextId()), new Name("é".repeat(Name.MAX_LENGTH)));
        commit(() -> meetingRooms().add(added));

        assertThat(inTransaction(() -> meetingRooms().find(added.id()))).contains(added);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(inTransaction(() -> meetingRooms().find(new MeetingRoomId(nextId())))).isEmpty();
    }

    @Test
    void anIdIsAddedOnlyOnce() {
        var known = givenMeetingRoom();

        assertFails(() -> meetingRooms().add(new MeetingRoom(known.id(), new Name("Other"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void listsAreInTheOrderOfIdsAndWholeWhateverTheSizeOfTheirPages(int limit) {
        var added = Stream.generate(this::givenMeetingRoom).limit(3).toList();

        assertThat(allPages(limit, meetingRooms()::list, MeetingRoom::id)).isEqualTo(added);
        assertThat(allPages(limit, page -> meetingRooms().listAvailable(hours(1, 2), page), MeetingRoom::id)).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, true", "1, 3, false", "3, 4, false", "2, 5, false", "1, 6, false", "4, 5, false", "5, 6, true"})
    void oneIsAvailableUnlessItIsTakenInAPartOfThePeriod(long start, long end, boolean isAvailable) {
        var meetingRoom = givenMeetingRoom();
        var other = givenMeetingRoom();
        givenRoomReservation(meetingRoom, hours(2, 5));

        assertThat(available(hours(start, end))).isEqualTo(isAvailable ? List.of(meetingRoom, other) : List.of(other));
    }

    @Test
    void whatIsCancelledBlocksNothing() {
        var meetingRoom = givenMeetingRoom();
        cancel(givenRoomReservation(meetingRoom, hours(2, 5)));

        assertThat(available(hours(2, 5))).containsExactly(meetingRoom);
    }

    private List<MeetingRoom> available(Period period) {
        return inTransaction(() -> meetingRooms().listAvailable(period, first(20))).items();
    }
}
