package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.stereotype.Repository;

@Repository
class PostgresBookingRepository implements BookingRepository {

    private final BookingJpaRepository bookings;
    private final LockQueues queues;

    PostgresBookingRepository(BookingJpaRepository bookings, LockQueues queues) {
        this.bookings = bookings;
        this.queues = queues;
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

    /**
     * Locks the car first and reads the booking afterwards, so that the booking is not older than the lock. A booking that was
     * displaced while this call waited no longer belongs to that car. Locking its new car as well could violate the order of
     * locks and end in a deadlock, so the call fails, releases its locks, and is retried as a whole.
     */
    @Override
    public Optional<Booking> findForUpdate(BookingId id) {
        return bookings.findCar(id.value())
                .map(car -> queues.acquire(car, () -> bookings.lockCar(car)))
                .map(locked -> bookings.findForUpdate(id.value(), locked).orElseThrow(DisplacedMeanwhileException::new))
                .map(BookingEntity::toDomain);
    }

    /**
     * Several callers may have locked the car {@code FOR SHARE} at the same time. They cannot deadlock: all lock the holds of
     * a car in the same order before they write anything, and none waits for a booking after it has written an occupancy. A
     * caller that had to wait finds that the holds are no longer held, and gets none.
     */
    @Override
    public List<Booking> findLapsedForUpdate(CarId carId, Instant now) {
        return queues.join(carId.value(), () -> bookings.findLapsedForUpdate(carId.value(), now)).stream()
                .map(BookingEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<CarId> findCarWithLapsedHolds(Instant now) {
        return bookings.findCarWithLapsedHolds(now).map(CarId::new);
    }

    @Override
    public Booking update(Booking booking) {
        return bookings.saveAndFlush(new BookingEntity(booking, booking.version())).toDomain();
    }

    @Override
    public Page<Booking> list(ListBookings.Filter filter, PageRequest<BookingId> page, Instant now) {
        return new ListQuery<>(bookings)
                .equal("carId", filter.carId().map(CarId::value))
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .and(filter.status().map(status -> hasStatus(status, now)))
                .greaterThan("endsAt", filter.from())
                .lessThan("startsAt", filter.to())
                .page(page, BookingId::value, BookingEntity::toDomain);
    }

    /** Only a hold has an instant of lapse. After that instant it is expired, whether or not its row says so. */
    private static PredicateSpecification<BookingEntity> hasStatus(BookingStatus status, Instant now) {
        return (booking, sql) -> switch (status) {
            case HELD -> sql.greaterThan(booking.get("holdExpiresAt"), now);
            case EXPIRED -> sql.or(
                    sql.equal(booking.get("status"), status), sql.lessThanOrEqualTo(booking.get("holdExpiresAt"), now));
            default -> sql.equal(booking.get("status"), status);
        };
    }
}
