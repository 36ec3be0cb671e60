package dev.fleetbooking.application.schedule;

import dev.fleetbooking.application.schedule.ReadSchedule.Details;
import dev.fleetbooking.application.schedule.ReadSchedule.Query;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What occupies cars, together with the bookings and maintenance windows behind it. */
public interface ScheduleRepository {

    /**
     * The uses of these cars that overlap the window of the query, by start, and the overdue ones even if they do not. Holds that
     * have lapsed by now count as called off. Details are absent if the caller may not know whose a use is; what was called off
     * is then left out.
     *
     * @param carIds the caller may know of them
     * @param query  its filter and its car are ignored
     * @param now    decides what has lapsed and what is overdue
     */
    List<Use> find(Set<CarId> carIds, Query query, Caller caller, Instant now);

    /** One use of a car. */
    record Use(CarId carId, Occupancy occupancy, Optional<Details> details) {
    }
}
