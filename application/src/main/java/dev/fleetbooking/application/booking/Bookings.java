package dev.fleetbooking.application.booking;

import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What all use cases of bookings have in common: finding them in their current state, storing a change, showing them. */
public record Bookings(
        BookingRepository repository, OccupancyRepository occupancies, History history, BookingPolicy policy,
        CurrentCaller callers, Clock clock) {

    /** More attempts than races can need: a claim that still fails then would always fail. */
    private static final int MAX_CLAIMS = 10;

    /** The booking as it is stored, and its car, for a change. This may have waited, so the clock is read afterwards. */
    Booking lock(BookingId id) {
        return repository.findForUpdate(id)
                .filter(booking -> booking.isKnownTo(callers.get()))
                .orElseThrow(() -> new CommonRefusal.NotFound("booking", id.value()).asException());
    }

    /** The locked booking in its current state, if that fulfils the precondition. */
    Booking verify(Booking locked, Precondition precondition, Instant now) {
        var booking = locked.asOf(now);
        precondition.verify(view(booking, now).revision());
        return booking;
    }

    /**
     * Makes a transition. A repeated transition changes nothing.
     *
     * @param transition what the booking becomes at an instant
     * @param blocking   what blocks its car from then on, if anything
     */
    BookingView step(
            BookingId id, Precondition precondition, EventType type, BiFunction<Booking, Instant, Booking> transition,
            BiFunction<Booking, Instant, Optional<Occupancy>> blocking) {
        var locked = lock(id);
        var now = clock.instant();
        var booking = verify(locked, precondition, now);
        var changed = transition.apply(booking, now);
        if (changed.equals(booking)) {
            return view(booking, now);
        }
        occupancies.replace(changed.carId(), id.value(), blocking.apply(changed, now));
        return view(update(type, booking, changed, now), now);
    }

    /** The same; a live booking blocks its car for the agreed period, any other frees it. */
    BookingView step(
            BookingId id, Precondition precondition, EventType type, BiFunction<Booking, Instant, Booking> transition) {
        return step(id, precondition, type, transition, (changed, _) ->
                Optional.of(changed).filter(booking -> booking.status().isLive()).map(Booking::occupancy));
    }

    /** Adds a new booking. */
    void add(EventType type, Booking booking, Instant now) {
        repository.add(booking);
        history.record(type, Optional.empty(), booking, now);
    }

    /** Stores a changed booking, and records the event. */
    public Booking update(EventType type, Booking before, Booking after, Instant at) {
        var updated = repository.update(after);
        history.record(type, Optional.of(before), updated, at);
        return updated;
    }

    /**
     * Ends the lapsed holds of the car that are still stored as holds: they no longer block the car, but the exclusion
     * constraint still sees their occupancies. Returns how many there were.
     */
    public int settleLapsedHolds(CarId carId, Instant now) {
        var lapsed = repository.findLapsedForUpdate(carId, now);
        lapsed.forEach(hold -> {
            occupancies.release(hold.id().value());
            update(EventType.BOOKING_EXPIRED, hold, hold.asOf(now), hold.progress().holdExpiresAt().orElseThrow());
        });
        return lapsed.size();
    }

    /**
     * Blocks the car, which must have been found for claim or for update in the same call, for the occupancy.
     *
     * @param refuseIfOccupied refuses if this calendar of the car, from the occupancy's start on, has a conflict with it
     */
    public void claim(CarId carId, Occupancy occupancy, Instant now, Consumer<CarCalendar> refuseIfOccupied) {
        for (var attempt = 0; attempt < MAX_CLAIMS; attempt++) {
            if (occupancies.claim(carId, occupancy, now, policy.lateUntil(now))) {
                return;
            }
            var found = find(carId, occupancy.use().start(), now);
            if (found.stream().anyMatch(other -> other.hasLapsed(now))) {
                settleLapsedHolds(carId, now);
            } else {
                refuseIfOccupied.accept(policy.calendar(found, now));
            }
            // The conflict no longer exists: it had lapsed, or was cancelled between the two statements. So try again.
        }
        throw new InvalidValueException("claim failed without a conflict: car " + carId.value());
    }

    /** What blocks the car from the earlier of two instants on. */
    public CarCalendar calendar(CarId carId, Instant from, Instant now) {
        return policy.calendar(find(carId, from, now), now);
    }

    /** The same for a car found for update. Ends lapsed holds first, because the caller then stores an occupancy. */
    public CarCalendar settledCalendar(CarId carId, Instant from, Instant now) {
        settleLapsedHolds(carId, now);
        return calendar(carId, from, now);
    }

    private List<Occupancy> find(CarId carId, Instant from, Instant now) {
        return occupancies.findByCar(carId, from.isBefore(now) ? from : now);
    }

    /** The booking as its readers see it now. */
    public BookingView view(Booking booking, Instant now) {
        return views(List.of(booking), now).getFirst();
    }

    /** The bookings as their readers see them now. */
    public List<BookingView> views(List<Booking> bookings, Instant now) {
        var cars = bookings.stream().filter(Bookings::waits).map(Booking::carId).collect(toSet());
        var overdue = cars.isEmpty() ? Map.<CarId, Occupancy>of() : occupancies.findOverdue(cars, now);
        return bookings.stream()
                .map(booking -> booking.asOf(now))
                .map(booking -> new BookingView(booking, booking.isOverdue(now),
                        waits(booking) && overdue.containsKey(booking.carId())
                                && booking.period().start().isBefore(policy.lateUntil(now))))
                .toList();
    }

    private static boolean waits(Booking booking) {
        return booking.status() == BookingStatus.HELD || booking.status() == BookingStatus.CONFIRMED;
    }
}
