package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;

@UseCase(readOnly = true)
record ListRoomReservationsUseCase(RoomReservationRepository roomReservations) implements ListRoomReservations {

    @Override
    public Page<RoomReservation> list(Filter filter, PageRequest<RoomReservationId> page) {
        return roomReservations.list(filter, page);
    }
}
