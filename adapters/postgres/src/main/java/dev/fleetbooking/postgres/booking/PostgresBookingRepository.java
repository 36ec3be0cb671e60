package dev.fleetbooking.postgres.booking;

import static dev.fleetbooking.postgres.kit.SqlValues.text;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import dev.fleetbooking.postgres.kit.RunAgainException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record PostgresBookingRepository(BookingJpaRepository bookings, JdbcClient jdbc, LockQueues queues)
        implements BookingRepository {

    /** SQL, since a booking is what most calls add, and Hibernate would also manage what is not changed in the same call. */
    private static final String ADD = """
            INSERT INTO booking (id, car_id, dealer_id, owner, customer_name, customer_email, customer_phone, starts_at, ends_at,
                turnaround_minutes, time_zone, days, daily_price, total, currency, status, hold_expires_at, cancellation_reason,
                handed_over_at, returned_at, created_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public void add(Booking booking) {
        var customer = booking.customer();
        var price = booking.price();
        var progress = booking.progress();
        jdbc.sql(ADD).params(Arrays.asList(
                booking.id().value(), booking.carId().value(), booking.dealerId().value(),
                text(booking.owner().map(AccountId::value)), customer.name().value(), customer.email().value(),
                text(customer.phone().map(PhoneNumber::value)), utc(booking.period().start()), utc(booking.period().end()),
                booking.turnaround().minutes(), booking.timeZone().getId(), price.days(),
                price.dailyPrice().amount(), price.total().amount(), price.total().currency().getCurrencyCode(),
                progress.status().name(), utc(progress.holdExpiresAt()), text(progress.cancellationReason().map(Reason::value)),
                utc(progress.handedOverAt()), utc(progress.returnedAt()), utc(booking.createdAt()), booking.version())).update();
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
                .map(locked -> bookings.findForUpdate(id.value(), locked).orElseThrow(
                        () -> new RunAgainException("The booking was displaced while its car was waited for")))
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
        return bookings.saveAndFlush(new BookingEntity(booking)).toDomain();
    }

    @Override
    public Page<Booking> list(CalendarFilter<BookingStatus> filter, Caller caller, PageRequest<BookingId> page, Instant now) {
        return new ListQuery<>(bookings)
                .equal("carId", filter.carId().map(CarId::value))
                .equal("dealerId", filter.dealerId().map(DealerId::value))
                .equal("dealerId", caller.onlyDealer().map(DealerId::value))
                .equal("owner", caller.onlyOwner().map(AccountId::value))
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
