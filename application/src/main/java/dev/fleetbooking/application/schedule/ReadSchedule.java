package dev.fleetbooking.application.schedule;

import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the cars of a fleet and what occupies each of them: what a calendar shows. */
public interface ReadSchedule {

    /** The longest window. */
    Duration MAX_WINDOW = Duration.ofDays(731);

    /**
     * One page of the cars, by id; those that the caller may not know of are left out.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the window does not end after it starts or is
     *                          longer than {@link #MAX_WINDOW}
     */
    Page<CarSchedule> read(Query query, PageRequest<CarId> page);

    /**
     * Which cars, and the window; its bounds need not be whole minutes.
     *
     * @param carId     the only car, whatever the filter; absent for all that pass it
     * @param from      entries end after it, turnaround and lateness included
     * @param to        entries start before it
     * @param calledOff whether to include what no longer blocks its car: cancelled and expired bookings, no-shows, cancelled
     *                  maintenance
     */
    record Query(ListCars.Filter filter, Optional<CarId> carId, Instant from, Instant to, boolean calledOff) {
    }

    /** A car and its entries by start. */
    record CarSchedule(Car car, List<Entry> entries) {
    }

    /**
     * One use of a car.
     *
     * @param occupancy what blocks the car; of what was called off, what would have blocked it. Without details it has another
     *                  id of its own, and is neither a hold nor in use: what is overdue ends in the next minute
     * @param overdue   the car should be back but is not; only with details
     * @param atRisk    the car is overdue from another use and may not be back in time for this booking
     * @param details   absent if the caller may only know that the car is busy
     */
    record Entry(Occupancy occupancy, boolean overdue, boolean atRisk, Optional<Details> details) {

        /** Whether it was called off, so that the car is free. */
        public boolean isCalledOff() {
            return details.filter(Details::isCalledOff).isPresent();
        }
    }

    /** The booking or maintenance window behind an entry. */
    sealed interface Details {

        /** How often it was changed. */
        long version();

        /** Whether it blocks its car no longer, without having used it. */
        boolean isCalledOff();
    }

    /** The booking behind an entry; a lapsed hold is expired. */
    record BookingDetails(BookingStatus status, Name customer, long version) implements Details {

        @Override
        public boolean isCalledOff() {
            return !status.isLive() && status != BookingStatus.COMPLETED;
        }
    }

    /** The maintenance window behind an entry. */
    record MaintenanceDetails(MaintenanceStatus status, Reason reason, long version) implements Details {

        @Override
        public boolean isCalledOff() {
            return status == MaintenanceStatus.CANCELLED;
        }
    }
}
