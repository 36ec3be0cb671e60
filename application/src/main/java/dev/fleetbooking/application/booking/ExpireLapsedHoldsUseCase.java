package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.kit.UseCase;
import java.time.Clock;

@UseCase
record ExpireLapsedHoldsUseCase(BookingRepository repository, CarRepository cars, Bookings bookings, Clock clock)
        implements ExpireLapsedHolds {

    /** One car at a time, so that it never holds the locks of two cars. */
    @Override
    public int expire() {
        var now = clock.instant();
        return repository.findCarWithLapsedHolds(now)
                .flatMap(cars::findForUpdate)
                .map(car -> bookings.settleLapsedHolds(car.id(), now))
                .orElse(0);
    }
}
