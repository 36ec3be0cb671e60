package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.roomreservation.ListRoomReservations;
import dev.fleetbooking.application.roomreservation.RoomReservationRepository;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;
import java.util.Optional;

record InMemoryRoomReservationRepository(InMemoryStore store) implements RoomReservationRepository {

    @Override
    public boolean claim(RoomReservation roomReservation) {
        return store.write(rows -> {
            if (rows.meetingRooms.find(roomReservation.meetingRoomId().value()).isEmpty()) {
                throw new IllegalStateException("has no meeting room: " + roomReservation);
            }
            if (rows.blocking(roomReservation.meetingRoomId(), roomReservation.period()).findAny().isPresent()) {
                return false;
            }
            rows.roomReservations.add(roomReservation);
            return true;
        });
    }

    @Override
    public List<Period> findConflicts(MeetingRoomId meetingRoomId, Period period) {
        return store.read(rows -> rows.blocking(meetingRoomId, period)
                .map(RoomReservation::period).sorted(comparing(Period::start)).toList());
    }

    @Override
    public Optional<RoomReservation> find(RoomReservationId id) {
        return store.read(rows -> rows.roomReservations.find(id.value()));
    }

    @Override
    public Optional<RoomReservation> findForUpdate(RoomReservationId id) {
        return store.write(rows -> rows.roomReservations.findForUpdate(id.value()));
    }

    @Override
    public RoomReservation update(RoomReservation roomReservation) {
        return store.write(rows -> rows.roomReservations.update(roomReservation));
    }

    @Override
    public Page<RoomReservation> list(ListRoomReservations.Filter filter, PageRequest<RoomReservationId> page) {
        return store.read(rows -> rows.roomReservations.page(
                row -> filter.meetingRoomId().isEmpty() || filter.meetingRoomId().get().equals(row.meetingRoomId()),
                page, RoomReservationId::value));
    }
}
