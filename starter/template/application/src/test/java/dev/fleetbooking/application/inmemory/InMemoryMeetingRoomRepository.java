package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoom;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import java.util.Optional;

record InMemoryMeetingRoomRepository(InMemoryStore store) implements MeetingRoomRepository {

    @Override
    public void add(MeetingRoom meetingRoom) {
        store.write(rows -> {
            rows.meetingRooms.add(meetingRoom);
            return null;
        });
    }

    @Override
    public Optional<MeetingRoom> find(MeetingRoomId id) {
        return store.read(rows -> rows.meetingRooms.find(id.value()));
    }

    @Override
    public Page<MeetingRoom> list(PageRequest<MeetingRoomId> page) {
        return store.read(rows -> rows.meetingRooms.page(_ -> true, page, MeetingRoomId::value));
    }

    @Override
    public Page<MeetingRoom> listAvailable(Period period, PageRequest<MeetingRoomId> page) {
        return store.read(rows -> rows.meetingRooms.page(
                row -> rows.blocking(row.id(), period).findAny().isEmpty(), page, MeetingRoomId::value));
    }
}
