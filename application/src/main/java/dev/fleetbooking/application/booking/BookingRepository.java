package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bookings. A live one must have its occupancy when the call of the use case ends. */
public interface BookingRepository extends Repository<BookingId, Booking> {

    /** The bookings with these ids; those that do not exist are left out. */
    List<Booking> findAll(Set<BookingId> ids);

    /**
     * The booking with this id, if there is one. Until the call of the use case ends, nobody else changes it, and nobody
     * else claims, frees or changes its car, which is found for update first.
     */
    @Override
    Optional<Booking> findForUpdate(BookingId id);

    /**
     * The car's holds that have lapsed by now and are still stored as holds, by id. Until the call of the use case ends,
     * nobody else changes them. The car must have been found for claim or for update in the same call.
     */
    List<Booking> findLapsedForUpdate(CarId carId, Instant now);

    /** A car with holds that have lapsed by now and are still stored as holds, if there is one. */
    Optional<CarId> findCarWithLapsedHolds(Instant now);

    /** The bookings that pass the filter and the caller may know of, by id. A hold that has lapsed by now counts as expired. */
    Page<Booking> list(CalendarFilter<BookingStatus> filter, Caller caller, PageRequest<BookingId> page, Instant now);
}
