package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains why a car is not available to a booking, and what is possible instead. */
public record Unavailability(CarRepository cars, AvailableCarRepository availableCars, BookingPolicy policy) {

    private static final int MAX_ALTERNATIVES = 3;

    /**
     * Refuses if the car is not available to the booking for the period.
     *
     * @param period the wanted period; it may start as agreed, earlier or later
     * @param others what blocks the car besides this booking
     * @throws RefusedException with {@link FleetRefusal.CarUnavailable}
     */
    void refuseIfAny(Booking booking, Period period, CarCalendar others, Instant now) {
        refuseIfAny(cars.find(booking.carId()).orElseThrow(), booking, period, others, now);
    }

    /** The same, if the car was read already. */
    void refuseIfAny(Car car, Booking booking, Period period, CarCalendar others, Instant now) {
        var availability = Availability.of(car, others, period, booking.turnaround());
        if (availability.isAvailable()) {
            return;
        }
        var inService = car.status() == CarStatus.IN_SERVICE;
        var extended = booking.period().start().equals(period.start()) && !booking.period().equals(period);
        throw new FleetRefusal.CarUnavailable(
                availability.reasons(),
                availability.conflicts(),
                policy.earliestStart(car, others, booking.turnaround(), period.start(), period.length(), now),
                inService && extended ? policy.latestPossibleEnd(booking, others, now) : Optional.empty(),
                alternatives(car, booking, period, now)).asException();
    }

    private List<Offer> alternatives(Car car, Booking booking, Period period, Instant now) {
        var search = new AvailableCarRepository.Search(
                period,
                Map.of(booking.timeZone(), policy.days(period, booking.timeZone())),
                Optional.of(car.dealerId()),
                Optional.of(car.category()),
                Optional.empty(),
                Optional.empty(),
                now,
                policy.lateUntil(now));
        return availableCars.search(search, new PageRequest<>(Optional.empty(), MAX_ALTERNATIVES)).items();
    }
}
