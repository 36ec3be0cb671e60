package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.booking.Progress;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookCarTest {

    private static final CarId UNKNOWN = new CarId(new UUID(0, 0));
    private static final CustomerInput ADA =
            new CustomerInput(" Ada Lovelace ", "ada@example.org", Optional.of("+44 20 7946 0000"));

    private static final Progress CONFIRMED = new Progress(
            BookingStatus.CONFIRMED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer, "COMPACT", "49.90");

    @Test
    void aFreeCarIsBookedAndBlockedUntilTheTurnaroundEnds() {
        fleet.setTime(NOW.plusMillis(123));

        var booking = book(car.id(), hours(24, 72), Optional.empty());

        assertThat(booking).isEqualTo(new Booking(
                booking.id(), car.id(), dealer.id(), Optional.empty(),
                new Customer(
                        new Name("Ada Lovelace"), new EmailAddress("ada@example.org"),
                        Optional.of(new PhoneNumber("+44 20 7946 0000"))),
                hours(24, 72), new Turnaround(60), ZoneId.of("Europe/Berlin"),
                new Quote(2, euros("49.90"), euros("99.80")), CONFIRMED, NOW.plusMillis(123), 0));
        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
        assertThat(fleet.occupancies(car)).containsExactly(
                new Occupancy(
                Occupancy.Kind.BOOKING, booking.id().value(), hours(24, 72), hour(73), Optional.empty(), false));
    }

    @ParameterizedTest
    @CsvSource({
        // 25 hours are one day where the clock is set back, and two elsewhere.
        "Europe/Berlin, 2027-10-30T10:00:00Z, 2027-10-31T11:00:00Z, 1",
        "UTC, 2027-10-30T10:00:00Z, 2027-10-31T11:00:00Z, 2"
    })
    void thePriceCountsDaysOnTheClockOfTheDealer(String timeZone, Instant start, Instant end, int days) {
        var local = fleet.car(fleet.dealer(timeZone, "EUR", 0));

        assertThat(fleet.book(local, new Period(start, end)).price().days()).isEqualTo(days);
    }

    @Test
    void everythingWrongIsRefusedAtOnce() {
        var command = new BookCar.Command(
                UNKNOWN, new CustomerInput("", "ada", Optional.of("call me")), hour(-1).plusSeconds(1), hour(-2),
                Optional.of(new MoneyInput(new BigDecimal("-1"), "EUR")), false);

        assertThat(invalidFields(() -> fleet.useCase(BookCar.class).book(command))).containsExactly(
                "carId", "customer.name", "customer.email", "customer.phone", "start", "start", "end",
                "expectedTotal.amount");
    }

    @Test
    void theExpectedTotalMustBeInTheCurrencyOfTheDealer() {
        assertThat(invalidFields(() -> book(car.id(), hours(24, 48), Optional.of("49.90 USD"))))
                .containsExactly("expectedTotal.currency");
    }

    @Test
    void badValuesAreRefusedBeforeAConflict() {
        fleet.book(car, hours(24, 48));

        assertThat(invalidFields(() -> book(car.id(), minutes(24 * 60, 24 * 60 + 59), Optional.empty())))
                .containsExactly("end");
    }

    @Test
    void theExpectedTotalMayBeWrittenWithFewerDecimals() {
        assertThat(book(car.id(), hours(24, 48), Optional.of("49.9 EUR")).price().total()).isEqualTo(euros("49.90"));
    }

    @Test
    void anotherTotalThanExpectedIsRefusedWithTheRightQuoteAndTheCarStaysFree() {
        var refused = refusal(FleetRefusal.PriceChanged.class, () -> book(car.id(), hours(24, 48), Optional.of("49.91 EUR")));

        assertThat(refused.quote()).isEqualTo(new Quote(1, euros("49.90"), euros("49.90")));
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void anUnavailableCarIsRefusedBeforeAWrongPrice() {
        fleet.book(car, hours(24, 48));

        refusal(FleetRefusal.CarUnavailable.class, () -> book(car.id(), hours(24, 48), Optional.of("1 EUR")));
    }

    @Test
    void aBookingThatStartsWithinTheToleranceMayConflictWithAPastTurnaround() {
        fleet.book(car, minutes(0, 60));
        fleet.setTime(minute(124));

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, minutes(119, 180))).nextAvailableFrom())
                .contains(minute(124));
    }

    private Booking book(CarId carId, Period period, Optional<String> expectedTotal) {
        return fleet.useCase(BookCar.class).book(new BookCar.Command(
                carId, ADA, period.start(), period.end(), expectedTotal.map(text -> text.split(" "))
                        .map(parts -> new MoneyInput(new BigDecimal(parts[0]), parts[1])), false)).booking();
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
