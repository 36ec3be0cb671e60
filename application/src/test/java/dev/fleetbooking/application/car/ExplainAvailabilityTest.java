package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar.Gap;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainAvailabilityTest {

    private static final Instant HORIZON = Instant.parse("2028-09-01T08:00:00Z");

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void aFreeCarIsAvailableFromTheStartWithItsPrice() {
        var explained = explain(hour(24), hour(72));

        assertThat(explained.availability().isAvailable()).isTrue();
        assertThat(explained.availability().conflicts()).isEmpty();
        assertThat(explained.busy()).isEmpty();
        assertThat(explained.free()).containsExactly(new Gap(hour(24), hour(72)));
        assertThat(explained.nextAvailableFrom()).contains(hour(24));
        assertThat(explained.quote()).contains(Quote.of(2, car.dailyPrice()));
    }

    @Test
    void whatIsBusyIsWholeAndByStartAndWhatIsFreeIsTheRestOfTheWindow() {
        var window = fleet.plan(car, hours(40, 50));
        var booking = fleet.book(car, hours(20, 30));

        var explained = explain(hour(25), hour(45));

        assertThat(explained.busy()).containsExactly(
                new CalendarEntry(hours(20, 30), CalendarEntry.Kind.BOOKING, booking.occupancy()),
                new CalendarEntry(hours(30, 31), CalendarEntry.Kind.TURNAROUND, booking.occupancy()),
                new CalendarEntry(hours(40, 50), CalendarEntry.Kind.MAINTENANCE, window.occupancy()));
        assertThat(explained.free()).containsExactly(new Gap(hour(31), hour(40)));
        assertThat(explained.availability().reasons())
                .containsExactly(UnavailabilityReason.BOOKED, UnavailabilityReason.MAINTENANCE);
        assertThat(explained.nextAvailableFrom()).contains(hour(50));
        assertThat(explained.quote()).isEmpty();
    }

    @Test
    void theTurnaroundOfTheAskerCountsAsAReasonButIsNotDeducted() {
        fleet.book(car, hours(48, 72));

        var explained = explain(hour(24), hour(48));

        assertThat(explained.availability().reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(explained.busy()).isEmpty();
        assertThat(explained.free()).containsExactly(new Gap(hour(24), hour(48)));
        assertThat(explained.nextAvailableFrom()).contains(hour(73));
    }

    @Test
    void aCarThatIsNotInServiceIsNeverAvailable() {
        fleet.plan(car, hours(24, 48));
        fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);

        var explained = explain(hour(24), hour(72));

        assertThat(explained.availability().reasons())
                .containsExactly(UnavailabilityReason.NOT_IN_SERVICE, UnavailabilityReason.MAINTENANCE);
        assertThat(explained.free()).containsExactly(new Gap(hour(48), hour(72)));
        assertThat(explained.nextAvailableFrom()).isEmpty();
        assertThat(explained.quote()).isEmpty();
    }

    @Test
    void aWindowInSecondsIsAnsweredToTheSecondAndCannotBeBooked() {
        fleet.book(car, hours(24, 26));
        var from = hour(26).plusSeconds(30);
        var to = hour(30).plusSeconds(30);

        var explained = explain(from, to);

        assertThat(explained.query()).isEqualTo(new ExplainAvailability.Query(car.id(), from, to));
        assertThat(explained.availability().reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(explained.free()).containsExactly(new Gap(hour(27), to));
        assertThat(explained.nextAvailableFrom()).contains(hour(27));
        assertThat(explain(hour(27).plusSeconds(30), to)).satisfies(later -> {
            assertThat(later.availability().isAvailable()).isTrue();
            assertThat(later.free()).containsExactly(new Gap(hour(27).plusSeconds(30), to));
            assertThat(later.nextAvailableFrom()).contains(hour(27).plusSeconds(30));
            assertThat(later.quote()).isEmpty();
        });
    }

    @Test
    void anOccupancyThatOnlyTouchesAWindowInSecondsDoesNotMeetIt() {
        var quick = fleet.car(fleet.dealer());
        fleet.book(quick, hours(24, 26));
        fleet.book(quick, hours(27, 28));
        var query = new ExplainAvailability.Query(quick.id(), hour(26).plusSeconds(1), hour(27).minusSeconds(1));

        var explained = fleet.useCase(ExplainAvailability.class).explain(query);

        assertThat(explained.availability().isAvailable()).isTrue();
        assertThat(explained.busy()).isEmpty();
    }

    @Test
    void aWindowInThePastIsExplainedButOnlyTheFutureIsOffered() {
        var booking = fleet.book(car, hours(1, 3));
        fleet.setTime(hour(24).plusSeconds(1));

        var explained = explain(hour(2), hour(10));

        assertThat(explained.busy()).extracting(CalendarEntry::occupancy).containsOnly(booking.occupancy());
        assertThat(explained.nextAvailableFrom()).contains(minute(24 * 60 + 1));
        assertThat(explained.quote()).isEmpty();
    }

    @Test
    void nothingIsOfferedBeyondTheHorizonOfBookings() {
        var atTheHorizon = explain(HORIZON.minus(Duration.ofHours(24)), HORIZON);
        var beyond = explain(HORIZON.minus(Duration.ofHours(24)), HORIZON.plusSeconds(60));

        assertThat(atTheHorizon.nextAvailableFrom()).contains(HORIZON.minus(Duration.ofHours(24)));
        assertThat(atTheHorizon.quote()).isPresent();
        assertThat(beyond.availability().isAvailable()).isTrue();
        assertThat(beyond.nextAvailableFrom()).isEmpty();
        assertThat(beyond.quote()).isEmpty();
    }

    @Test
    void anUnknownCarIsRefusedBeforeABadWindow() {
        var unknown = new CarId(new UUID(0, 0));
        var query = new ExplainAvailability.Query(unknown, hour(2), hour(1));

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(ExplainAvailability.class).explain(query)))
                .isEqualTo(new CommonRefusal.NotFound("car", unknown.value()));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T09:00:00Z, 2027-03-01T09:00:00Z",
        "2027-03-01T09:00:00Z, 2027-03-01T08:59:59.999Z",
        "2027-03-01T09:00:00Z, 2027-06-01T09:00:00.001Z"
    })
    void aWindowThatIsEmptyOrOver92DaysIsRefused(Instant from, Instant to) {
        assertThat(invalidFields(() -> explain(from, to))).containsExactly("to");
    }

    @Test
    void aWindowMayLast92DaysAndLieAnywhereInTime() {
        assertThat(explain(hour(0), hour(92 * 24)).availability().isAvailable()).isTrue();
        assertThat(explain(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("0001-01-02T00:00:00Z")).busy()).isEmpty();
        assertThat(explain(Instant.parse("9999-12-31T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z")).busy()).isEmpty();
    }

    private ExplainAvailability.Explanation explain(Instant from, Instant to) {
        return fleet.useCase(ExplainAvailability.class).explain(new ExplainAvailability.Query(car.id(), from, to));
    }
}
