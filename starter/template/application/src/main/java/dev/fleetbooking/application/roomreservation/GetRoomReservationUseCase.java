package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;

@UseCase(readOnly = true)
record GetRoomReservationUseCase(RoomReservationRepository roomReservations) implements GetRoomReservation {

    @Override
    public RoomReservation get(RoomReservationId id) {
        return roomReservations.find(id)
                .orElseThrow(() -> new CommonRefusal.NotFound("room reservation", id.value()).asException());
    }
}
