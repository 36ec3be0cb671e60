package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.LifeCycle;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.domain.text.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A customer's use of one car for one period. What was agreed when it was made stays: turnaround, price and the zone
 * that the days were counted in.
 *
 * @param price              fixed when the booking was made
 * @param cancellationReason why it was called off, if it was and somebody said why
 * @param version            how often the booking was changed
 */
public record Booking(
        BookingId id,
        CarId carId,
        DealerId dealerId,
        Customer customer,
        Period period,
        Turnaround turnaround,
        ZoneId timeZone,
        Quote price,
        BookingStatus status,
        Instant createdAt,
        Optional<Reason> cancellationReason,
        long version) {

    /** A new booking of a car, confirmed at once. */
    public static Booking book(
            BookingId id, Car car, Dealer dealer, Customer customer, Period period, Quote price, Instant now) {
        return new Booking(
                id, car.id(), dealer.id(), customer, period, dealer.turnaround(), dealer.timeZone(), price,
                BookingStatus.CONFIRMED, now, Optional.empty(), 0);
    }

    /** What blocks the car for this booking. */
    public Occupancy occupancy() {
        return Occupancy.of(Occupancy.Kind.BOOKING, id.value(), period, turnaround);
    }

    /**
     * The booking called off; unchanged if it was already.
     *
     * @throws RefusedException with {@link Refusal.InvalidTransition} if the car is out or the booking is over
     */
    public Booking cancel(Optional<Reason> reason) {
        if (lifeCycle().isDone(status, BookingTransition.CANCELLATION)) {
            return this;
        }
        var next = lifeCycle().next(status, BookingTransition.CANCELLATION);
        return new Booking(
                id, carId, dealerId, customer, period, turnaround, timeZone, price, next, createdAt, reason, version);
    }

    /** The transitions that a caller may ask for now. */
    public List<BookingTransition> allowedTransitions() {
        return lifeCycle().allowedFrom(status);
    }

    /** Names this state. */
    public Revision revision() {
        return new Revision(Long.toString(version));
    }

    private static LifeCycle<BookingStatus, BookingTransition> lifeCycle() {
        return BookingLifeCycle.TABLE;
    }
}
