package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;

/** Shows one room reservation. */
public interface GetRoomReservation {

    /** @throws RefusedException with {@link CommonRefusal.NotFound} if there is none with this id */
    RoomReservation get(RoomReservationId id);
}
