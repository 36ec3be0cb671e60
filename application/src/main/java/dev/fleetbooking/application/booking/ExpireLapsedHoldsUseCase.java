package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.car.CarRepository;
import java.time.Clock;

@UseCase
class ExpireLapsedHoldsUseCase implements ExpireLapsedHolds {

    private final BookingRepository repository;
    private final CarRepository cars;
    private final Bookings bookings;
    private final Clock clock;

    ExpireLapsedHoldsUseCase(BookingRepository repository, CarRepository cars, Bookings bookings, Clock clock) {
        this.repository = repository;
        this.cars = cars;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** One car at a time, so that nobody waits for more than one. */
    @Override
    public int expire() {
        var now = clock.instant();
        return repository.findCarWithLapsedHolds(now)
                .flatMap(cars::findForUpdate)
                .map(car -> bookings.settleLapsedHolds(car.id(), now))
                .orElse(0);
    }
}
