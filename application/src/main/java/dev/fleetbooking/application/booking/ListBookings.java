package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Lists bookings by id. */
public interface ListBookings {

    /**
     * One page of the bookings that pass the filter.
     *
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the filter has both bounds, and not in order
     */
    Page<BookingView> list(Filter filter, PageRequest<BookingId> page);

    /**
     * The filter; absent values match everything.
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
