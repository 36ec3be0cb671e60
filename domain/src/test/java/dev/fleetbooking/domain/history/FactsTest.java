package dev.fleetbooking.domain.history;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.booking;
import static dev.fleetbooking.domain.Fixtures.window;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void theFactsOfABookingAreEverythingExceptTheCustomer() {
        var ill = Optional.of(new Reason("ill"));
        assertThat(Facts.of(booking(BookingStatus.CONFIRMED).cancel(ill))).isEqualTo(new Facts(
                "CANCELLED", Optional.of(CAR.id()), Optional.of(period("10:00", "12:00")), Optional.of(CAR.dailyPrice()),
                Optional.of(CAR.dailyPrice()), Optional.empty(), ill));
    }

    @Test
    void theFactsOfAWindowAreStatusCarPeriodAndReason() {
        assertThat(Facts.of(window(MaintenanceStatus.PLANNED))).isEqualTo(new Facts(
                "PLANNED", Optional.of(CAR.id()), Optional.of(period("10:00", "12:00")), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(new Reason("brakes"))));
    }

    @Test
    void theFactsOfACarAreStatusPriceAndCategory() {
        assertThat(Facts.of(CAR)).isEqualTo(new Facts(
                "IN_SERVICE", Optional.empty(), Optional.empty(), Optional.of(CAR.dailyPrice()), Optional.empty(),
                Optional.of(CAR.category()), Optional.empty()));
    }
}
