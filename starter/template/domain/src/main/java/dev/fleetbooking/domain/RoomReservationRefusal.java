package dev.fleetbooking.domain;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.domain.kit.time.Period;
import java.util.List;

/** What this service refuses besides {@link CommonRefusal}, each with the data that explains it. */
public sealed interface RoomReservationRefusal extends ServiceRefusal {

    /**
     * The meeting room is not available for the whole period.
     *
     * @param conflicts when it is taken, by start, without the customers
     */
    record MeetingRoomUnavailable(List<Period> conflicts) implements RoomReservationRefusal {
    }
}
