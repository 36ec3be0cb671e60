package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bookings. A live one must have its occupancy when the call of the use case ends. */
public interface BookingRepository {

    /** Adds a new booking. */
    void add(Booking booking);

    /** The booking with this id, if there is one. */
    Optional<Booking> find(BookingId id);

    /** The bookings with these ids; those that do not exist are left out. */
    List<Booking> findAll(Set<BookingId> ids);

    /**
     * The booking with this id, if there is one. Until the call of the use case ends, nobody else changes it, and nobody
     * else claims, frees or changes its car, which is found for update first.
     */
    Optional<Booking> findForUpdate(BookingId id);

    /** Replaces a booking that was found for update, and returns it with its next version. */
    Booking update(Booking booking);

    /** The bookings that pass the filter, by id. */
    Page<Booking> list(Filter filter, PageRequest<BookingId> page);

    /**
     * Which bookings are meant; what is absent does not matter.
     *
     * @param from the booking ends after it
     * @param to   the booking starts before it
     */
    record Filter(
            Optional<CarId> carId,
            Optional<DealerId> dealerId,
            Optional<BookingStatus> status,
            Optional<Instant> from,
            Optional<Instant> to) {
    }
}
