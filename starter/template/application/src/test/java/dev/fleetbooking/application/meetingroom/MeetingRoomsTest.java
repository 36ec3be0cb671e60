package dev.fleetbooking.application.meetingroom;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Service;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingRoomsTest {

    private static final PageRequest<MeetingRoomId> FIRST = new PageRequest<>(Optional.empty(), 20);

    private final Service service = new Service();

    @Test
    void oneThatWasAddedIsShownAndListed() {
        var added = service.useCase(AddMeetingRoom.class).add(new AddMeetingRoom.Command(" North "));

        assertThat(added.name().value()).isEqualTo("North");
        assertThat(service.useCase(GetMeetingRoom.class).get(added.id())).isEqualTo(added);
        assertThat(service.useCase(ListMeetingRooms.class).list(FIRST).items()).containsExactly(added);
    }

    @Test
    void aNameThatBreaksARuleIsRefused() {
        var add = service.useCase(AddMeetingRoom.class);

        assertThat(invalidFields(() -> add.add(new AddMeetingRoom.Command(" ")))).containsExactly("name");
    }

    @Test
    void oneThatDoesNotExistIsNotFound() {
        var get = service.useCase(GetMeetingRoom.class);
        var unknown = new UUID(0, 1);

        assertThat(refusal(CommonRefusal.NotFound.class, () -> get.get(new MeetingRoomId(unknown))).id()).isEqualTo(unknown);
    }

    @Test
    void onlyWhatIsFreeForTheWholePeriodIsAvailable() {
        var taken = service.meetingRoom();
        var free = service.meetingRoom();
        service.reserve(taken, hours(2, 4));

        assertThat(available(3, 5)).containsExactly(free);
        assertThat(available(4, 5)).containsExactly(taken, free);
    }

    @Test
    void aPeriodThatCannotBeReservedIsRefused() {
        assertThat(invalidFields(() -> available(2, 1))).containsExactly("to");
        assertThat(invalidFields(() -> available(-1, 1))).containsExactly("from");
    }

    private List<MeetingRoom> available(long from, long to) {
        return service.useCase(FindAvailableMeetingRooms.class)
                .find(new FindAvailableMeetingRooms.Query(hour(from), hour(to)), FIRST).items();
    }
}
