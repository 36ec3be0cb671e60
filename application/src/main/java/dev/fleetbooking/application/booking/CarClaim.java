package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets a booking its car, or explains why it cannot have it. */
final class CarClaim {

    private static final int MAX_ALTERNATIVES = 3;

    private final OccupancyRepository occupancies;
    private final AvailableCarRepository availableCars;
    private final BookingPolicy policy;

    CarClaim(OccupancyRepository occupancies, AvailableCarRepository availableCars, BookingPolicy policy) {
        this.occupancies = occupancies;
        this.availableCars = availableCars;
        this.policy = policy;
    }

    /**
     * Blocks the car for the booking.
     *
     * @throws RefusedException with {@link Refusal.CarUnavailable}
     */
    void claimOrExplain(Car car, Booking booking, Instant now) {
        while (car.status() != CarStatus.IN_SERVICE || !occupancies.claim(car.id(), booking.occupancy())) {
            refuseIfUnavailable(car, booking, now);
            // What was in the way has gone since: it was cancelled between the two statements. So try again.
        }
    }

    private void refuseIfUnavailable(Car car, Booking booking, Instant now) {
        var period = booking.period();
        var calendar = new CarCalendar(occupancies.findByCar(car.id(), period.start()));
        var availability = Availability.of(car, calendar, period, booking.turnaround());
        if (availability.isAvailable()) {
            return;
        }
        var nextAvailableFrom = car.status() == CarStatus.IN_SERVICE
                ? policy.earliestStart(calendar, booking.turnaround(), period.start(), period.length(), now)
                : Optional.<Instant>empty();
        throw new Refusal.CarUnavailable(
                availability.reasons(), availability.conflicts(), nextAvailableFrom, alternatives(car, booking))
                .asException();
    }

    private List<Offer> alternatives(Car car, Booking booking) {
        var search = new AvailableCarRepository.Search(
                booking.period(),
                Map.of(booking.timeZone(), booking.price().days()),
                Optional.of(car.dealerId()),
                Optional.of(car.category()),
                Optional.empty(),
                Optional.empty());
        return availableCars.search(search, new PageRequest<>(Optional.empty(), MAX_ALTERNATIVES)).items();
    }
}
