package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A customer's use of one car for one period. What was agreed when it was made stays: turnaround, daily price and the zone
 * that the days are counted in. Start, end and price stay as agreed even if the car is handed over or returned at another time.
 *
 * @param owner    the account that made it; empty if nobody had to authenticate
 * @param price    for the agreed period, at the daily price fixed when the booking was made
 * @param progress how far it has come in its life cycle
 * @param version  how often the booking was changed
 */
public record Booking(
        BookingId id,
        CarId carId,
        DealerId dealerId,
        Optional<AccountId> owner,
        Customer customer,
        Period period,
        Turnaround turnaround,
        ZoneId timeZone,
        Quote price,
        Progress progress,
        Instant createdAt,
        long version) {

    /** A new booking of a car, confirmed at once. */
    public static Booking book(
            BookingId id, Car car, Dealer dealer, Customer customer, Period period, Quote price, Instant now) {
        return new Booking(
                id, car.id(), dealer.id(), Optional.empty(), customer, period, dealer.turnaround(), dealer.timeZone(), price,
                Progress.CONFIRMED, now, 0);
    }

    /** A new booking of a car that lapses unless it is confirmed before. */
    public static Booking hold(
            BookingId id, Car car, Dealer dealer, Customer customer, Period period, Quote price, Instant now,
            Instant expiresAt) {
        return book(id, car, dealer, customer, period, price, now).with(Progress.heldUntil(expiresAt));
    }

    /** The new booking with its owner. */
    public Booking ownedBy(Optional<AccountId> account) {
        return new Booking(
                id, carId, dealerId, account, customer, period, turnaround, timeZone, price, progress, createdAt, version);
    }

    /** Whether the caller may know of it, and so change it by the operations of its role. */
    public boolean isKnownTo(Caller caller) {
        return caller.knows(dealerId) && caller.onlyOwner().map(only -> owner.equals(Optional.of(only))).orElse(true);
    }

    /** Its status; see {@link #asOf} for holds. */
    public BookingStatus status() {
        return progress.status();
    }

    /** The booking as it is now: a lapsed hold is expired, whether or not that is stored. */
    public Booking asOf(Instant now) {
        return status() == BookingStatus.HELD && !now.isBefore(progress.holdExpiresAt().orElseThrow())
                ? with(progress.to(next(BookingTransition.LAPSE)))
                : this;
    }

    /** The confirmed hold; unchanged if it is already confirmed. */
    public Booking confirm() {
        return isDone(BookingTransition.CONFIRMATION) ? this : with(progress.to(next(BookingTransition.CONFIRMATION)));
    }

    /** The cancelled booking; unchanged if it is already cancelled. */
    public Booking cancel(Optional<Reason> reason) {
        return isDone(BookingTransition.CANCELLATION)
                ? this
                : with(progress.to(next(BookingTransition.CANCELLATION)).because(reason));
    }

    /**
     * The booking after the hand-over of its car; unchanged if the car is already handed over.
     *
     * @throws RefusedException also with {@link CommonRefusal.TooEarly} or {@link CommonRefusal.TooLate}
     */
    public Booking handOver(Instant now) {
        if (isDone(BookingTransition.HAND_OVER)) {
            return this;
        }
        var next = next(BookingTransition.HAND_OVER);
        refuseBefore(BookingTransition.HAND_OVER, now, period.start().minus(BookingPolicy.HAND_OVER_LEAD));
        if (now.isAfter(period.end())) {
            throw new CommonRefusal.TooLate(BookingTransition.HAND_OVER.label(), period.end()).asException();
        }
        return with(progress.to(next).handedOver(now));
    }

    /** The booking whose customer did not come; unchanged if it is already a no-show. */
    public Booking noShow(Instant now) {
        if (isDone(BookingTransition.NO_SHOW)) {
            return this;
        }
        var next = next(BookingTransition.NO_SHOW);
        refuseBefore(BookingTransition.NO_SHOW, now, period.start().plus(BookingPolicy.NO_SHOW_GRACE));
        return with(progress.to(next));
    }

    /** The booking after the return of its car; unchanged if the car is already returned. */
    public Booking takeBack(Instant now) {
        return isDone(BookingTransition.RETURN) ? this : with(progress.to(next(BookingTransition.RETURN)).returned(now));
    }

    /** The booking for another period, at the price for that period. */
    public Booking reschedule(Period newPeriod, Quote newPrice) {
        next(BookingTransition.RESCHEDULE);
        return new Booking(
                id, carId, dealerId, owner, customer, newPeriod, turnaround, timeZone, newPrice, progress, createdAt, version);
    }

    /** The booking with corrected customer data, as long as it is not over. */
    public Booking correct(Customer newCustomer) {
        next(BookingTransition.RESCHEDULE);
        return new Booking(
                id, carId, dealerId, owner, newCustomer, period, turnaround, timeZone, price, progress, createdAt, version);
    }

    /** The booking of another car of the same dealer, at the same price. */
    public Booking moveTo(CarId newCarId) {
        return new Booking(
                id, newCarId, dealerId, owner, customer, period, turnaround, timeZone, price, progress, createdAt, version);
    }

    /** What blocks the car for this booking while it is live, from the start of its use on. */
    public Occupancy occupancy(Instant useStart) {
        var held = status() == BookingStatus.HELD;
        return new Occupancy(
                held ? Occupancy.Kind.HOLD : Occupancy.Kind.BOOKING, id.value(), new Period(useStart, period.end()),
                period.extendedBy(turnaround.duration()).end(), progress.holdExpiresAt(), status() == BookingStatus.ACTIVE);
    }

    /** What blocks the car for this booking as it was agreed. */
    public Occupancy occupancy() {
        return occupancy(period.start());
    }

    /** Whether the car should be back but is not. */
    public boolean isOverdue(Instant now) {
        return status() == BookingStatus.ACTIVE && now.isAfter(period.end());
    }

    /** Whether its start must stay, because the customer has the car. */
    public boolean keepsItsStart() {
        return status() == BookingStatus.ACTIVE;
    }

    /** Whether it can move to another period, if the car is available then. */
    public boolean canBeRescheduled() {
        return BookingLifeCycle.TABLE.allows(status(), BookingTransition.RESCHEDULE);
    }

    /** The transitions that a caller may ask for now. */
    public List<BookingTransition> allowedTransitions() {
        return BookingLifeCycle.TABLE.allowedFrom(status());
    }

    private boolean isDone(BookingTransition transition) {
        return BookingLifeCycle.TABLE.isDone(status(), transition);
    }

    private BookingStatus next(BookingTransition transition) {
        return BookingLifeCycle.TABLE.next(status(), transition);
    }

    private static void refuseBefore(BookingTransition transition, Instant now, Instant earliest) {
        if (now.isBefore(earliest)) {
            throw new CommonRefusal.TooEarly(transition.label(), earliest).asException();
        }
    }

    private Booking with(Progress newProgress) {
        return new Booking(
                id, carId, dealerId, owner, customer, period, turnaround, timeZone, price, newProgress, createdAt, version);
    }
}
