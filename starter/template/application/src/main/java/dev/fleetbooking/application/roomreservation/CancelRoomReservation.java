package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;

/** Cancels a room reservation, which frees its meeting room. */
public interface CancelRoomReservation {

    /**
     * Returns it cancelled; if it was before, nothing changes.
     *
     * @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id, what the precondition refuses, with
     *                          {@link CommonRefusal.TooLate} if it has begun
     */
    RoomReservation cancel(RoomReservationId id, Precondition precondition);
}
