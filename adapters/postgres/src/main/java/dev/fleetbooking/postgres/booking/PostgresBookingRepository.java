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
     * Everybody locks the car first, and the booking is read after, so it is not older than the lock. A booking that was
     * displaced while this call waited is not one of that car any more. To lock its new car as well might be out of order and
     * end in a deadlock, so the call fails, lets its locks go, and is run again as a whole.
     */
    @Override
    public Optional<Booking> findForUpdate(BookingId id) {
        return bookings.findCar(id.value())
                .map(car -> queues.acquire(car, () -> bookings.lockCar(car)))
                .map(locked -> bookings.findForUpdate(id.value(), locked).orElseThrow(DisplacedMeanwhileException::new))
                .map(BookingEntity::toDomain);
    }

    /**
     * Callers may hold their car {@code FOR SHARE} only, several at once. They do not wait for each other in a circle: all
     * lock the holds of one car in the same order, before they write anything, and who has written an occupancy waits for
     * no booking any more. A caller that had to wait finds the holds settled, and gets none.
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

    /** Only a hold has an end. One whose end has passed is expired, whether or not anybody wrote that down. */
    private static PredicateSpecification<BookingEntity> hasStatus(BookingStatus status, Instant now) {
        return (booking, sql) -> switch (status) {
            case HELD -> sql.greaterThan(booking.get("holdExpiresAt"), now);
            case EXPIRED -> sql.or(
                    sql.equal(booking.get("status"), status), sql.lessThanOrEqualTo(booking.get("holdExpiresAt"), now));
            default -> sql.equal(booking.get("status"), status);
        };
    }
}
