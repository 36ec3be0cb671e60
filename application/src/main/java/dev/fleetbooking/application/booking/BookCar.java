package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Books a car for a customer, confirmed at once or on hold for a while. */
public interface BookCar {

    /**
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if the car does not exist or a value breaks a rule,
     *                          with {@link FleetRefusal.CarUnavailable} if the car is not available, with
     *                          {@link FleetRefusal.PriceChanged} if the total is not the expected one
     */
    BookingView book(Command command);

    /**
     * The car, the period and the customer.
     *
     * @param expectedTotal the total that the customer was told
     * @param hold          whether the booking lapses unless it is confirmed
     */
    record Command(
            CarId carId, CustomerInput customer, Instant start, Instant end, Optional<MoneyInput> expectedTotal,
            boolean hold) {
    }
}
