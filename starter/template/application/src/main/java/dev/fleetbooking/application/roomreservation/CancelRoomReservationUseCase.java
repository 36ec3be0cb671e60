package dev.fleetbooking.application.roomreservation;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import java.time.Clock;

@UseCase
record CancelRoomReservationUseCase(
        RoomReservationRepository roomReservations, EventRepository events, Clock clock) implements CancelRoomReservation {

    @Override
    public RoomReservation cancel(RoomReservationId id, Precondition precondition) {
        var found = roomReservations.findForUpdate(id)
                .orElseThrow(() -> new CommonRefusal.NotFound("room reservation", id.value()).asException());
        precondition.verify(found.revision());
        // Read after the wait for the lock, which may take seconds.
        var now = clock.instant();
        var cancelled = found.cancel(now);
        if (cancelled.equals(found)) {
            return found;
        }
        events.append(Event.of(Event.Type.CANCELLED, cancelled, now));
        return roomReservations.update(cancelled);
    }
}
