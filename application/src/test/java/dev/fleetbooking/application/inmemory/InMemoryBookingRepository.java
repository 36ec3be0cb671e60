package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class InMemoryBookingRepository implements BookingRepository {

    private final InMemoryStore store;

    InMemoryBookingRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Booking booking) {
        store.write(rows -> {
            rows.requireCarOf(booking.dealerId(), booking.carId());
            rows.bookings.add(booking);
            return null;
        });
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return store.read(rows -> rows.bookings.find(id.value()));
    }

    @Override
    public List<Booking> findAll(Set<BookingId> ids) {
        return store.read(rows -> rows.bookings.all().filter(booking -> ids.contains(booking.id())).toList());
    }

    @Override
    public Optional<Booking> findForUpdate(BookingId id) {
        return store.write(rows -> {
            rows.bookings.find(id.value()).map(Booking::carId).ifPresent(rows::findCarForUpdate);
            return rows.bookings.findForUpdate(id.value());
        });
    }

    @Override
    public List<Booking> findLapsedForUpdate(CarId carId, Instant now) {
        return store.write(rows -> {
            rows.requireClaimable(carId);
            var lapsed = rows.bookings.all()
                    .filter(booking -> booking.carId().equals(carId) && hasLapsed(booking, now))
                    .toList();
            lapsed.forEach(booking -> rows.bookings.findForUpdate(booking.id().value()));
            return lapsed;
        });
    }

    @Override
    public Optional<CarId> findCarWithLapsedHolds(Instant now) {
        return store.read(rows ->
                rows.bookings.all().filter(booking -> hasLapsed(booking, now)).map(Booking::carId).findFirst());
    }

    @Override
    public Booking update(Booking booking) {
        return store.write(rows -> {
            rows.requireCarOf(booking.dealerId(), booking.carId());
            return rows.bookings.update(booking);
        });
    }

    @Override
    public Page<Booking> list(CalendarFilter<BookingStatus> filter, Caller caller, PageRequest<BookingId> page, Instant now) {
        return store.read(rows -> rows.bookings.page(
                booking -> booking.isKnownTo(caller)
                        && Rows.passes(
                                filter, booking.carId(), booking.dealerId(), booking.asOf(now).status(), booking.period()),
                page, BookingId::value));
    }

    private static boolean hasLapsed(Booking booking, Instant now) {
        return !booking.asOf(now).equals(booking);
    }
}
