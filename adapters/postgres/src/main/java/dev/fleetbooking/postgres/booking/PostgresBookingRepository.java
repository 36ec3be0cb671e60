package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.postgres.ListQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

@Repository
class PostgresBookingRepository implements BookingRepository {

    private final BookingJpaRepository bookings;

    PostgresBookingRepository(BookingJpaRepository bookings) {
        this.bookings = bookings;
    }

    @Override
    public void add(Booking booking) {
        bookings.saveAndFlush(new BookingEntity(booking, null));
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return bookings.findById(id.value()).map(BookingEntity::toDomain);
    }

    @Override
    public List<Booking> findAll(Set<BookingId> ids) {
        return bookings.findAllById(ids.stream().map(BookingId::value).toList()).stream()
                .map(BookingEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Booking> findForUpdate(BookingId id) {
        // Everybody locks the car first, and the booking is read after, so it is not older than the lock.
        return bookings.lockCar(id.value())
                .flatMap(carId -> bookings.findForUpdate(id.value()))
                .map(BookingEntity::toDomain);
    }

    @Override
    public Booking update(Booking booking) {
        return bookings.saveAndFlush(new BookingEntity(booking, booking.version())).toDomain();
    }

    @Override
    public Page<Booking> list(Filter filter, PageRequest<BookingId> page) {
        return new ListQuery<>(bookings)
                .equal("carId", filter.carId().map(CarId::value))
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .equal("status", filter.status())
                .greaterThan("endsAt", filter.from())
                .lessThan("startsAt", filter.to())
                .page(page, BookingId::value, BookingEntity::toDomain);
    }
}
