package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.util.List;
import java.util.Optional;

/** The room reservations. No two confirmed ones of a meeting room ever overlap, whoever writes them. */
public interface RoomReservationRepository {

    /**
     * Adds a new one, unless a confirmed one has its meeting room in any part of its period. Atomic: of two concurrent claims
     * that overlap exactly one succeeds, and the other waits until the first transaction ends.
     *
     * @return whether it was added
     */
    boolean claim(RoomReservation roomReservation);

    /** The periods of the confirmed ones of this meeting room that overlap this period, by start. */
    List<Period> findConflicts(MeetingRoomId meetingRoomId, Period period);

    /** The one with this id, if there is one. */
    Optional<RoomReservation> find(RoomReservationId id);

    /** The same; until the call of the use case ends, nobody else changes it. */
    Optional<RoomReservation> findForUpdate(RoomReservationId id);

    /** Replaces one that was found for update in the same call, and returns it with its next version. */
    RoomReservation update(RoomReservation roomReservation);

    /** A page of those that pass the filter, by id. */
    Page<RoomReservation> list(ListRoomReservations.Filter filter, PageRequest<RoomReservationId> page);
}
