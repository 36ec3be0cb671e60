package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.FleetRefusal.MaintenanceConflict.Conflict;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMaintenanceTest {

    private static final CarId UNKNOWN = new CarId(new UUID(0, 0));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void aWindowBlocksItsCarWithoutTurnaround() {
        fleet.setTime(NOW.plusMillis(123));

        var window = plan(car.id(), hour(24), hour(48), " brakes ");

        assertThat(window).isEqualTo(new MaintenanceWindow(
                window.id(), car.id(), dealer.id(), hours(24, 48), new Reason("brakes"), MaintenanceStatus.PLANNED,
                NOW.plusMillis(123), 0));
        assertThat(fleet.view(window).window()).isEqualTo(window);
        assertThat(fleet.occupancies(car)).containsExactly(window.occupancy());
        assertThat(window.occupancy().blockedUntil()).isEqualTo(hour(48));
    }

    @Test
    void maintenanceMayFollowTheTurnaroundAndPrecedeABookingAtOnce() {
        fleet.book(car, hours(10, 20));
        fleet.book(car, hours(25, 30));

        assertThat(fleet.plan(car, hours(21, 25)).status()).isEqualTo(MaintenanceStatus.PLANNED);
    }

    @Test
    void aCarOutOfServiceMayBeMaintained() {
        fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);

        assertThat(fleet.plan(car, hours(24, 48)).status()).isEqualTo(MaintenanceStatus.PLANNED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRetiredCarIsNotMaintained(boolean dryRun) {
        fleet.setStatus(car, CarStatus.RETIRED);

        refusal(FleetRefusal.CarRetired.class, () -> fleet.plan(car, hours(24, 48), OnConflict.REJECT, dryRun));

        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REJECT, false", "REJECT, true", "DISPLACE, false", "DISPLACE, true"})
    void aConflictIsRefusedBeforeARetiredCar(OnConflict onConflict, boolean dryRun) {
        fleet.bring(fleet.book(car, hours(0, 1)), BookingStatus.COMPLETED);
        fleet.setTime(hour(2));
        fleet.setStatus(car, CarStatus.RETIRED);

        Class<? extends Refusal> conflict = onConflict == OnConflict.DISPLACE
                ? FleetRefusal.DisplacementImpossible.class
                : FleetRefusal.MaintenanceConflict.class;
        refusal(conflict, () -> fleet.plan(car, minutes(90, 150), onConflict, dryRun));
    }

    @Test
    void everythingWrongIsRefusedAtOnce() {
        assertThat(invalidFields(() -> plan(UNKNOWN, hour(-2).plusSeconds(1), hour(-3), " ")))
                .containsExactly("carId", "start", "start", "end", "reason");
    }

    @Test
    void aDryRunIsRefusedForBadValuesToo() {
        assertThat(invalidFields(() -> fleet.useCase(PlanMaintenance.class).plan(new PlanMaintenance.Command(
                car.id(), hour(2), hour(1), "brakes", OnConflict.REJECT, true)))).containsExactly("end");
    }

    @Test
    void badValuesAreRefusedBeforeAConflict() {
        fleet.book(car, hours(24, 48));

        assertThat(invalidFields(() -> plan(car.id(), hour(24), hour(48), ""))).containsExactly("reason");
    }

    @Test
    void conflictsAreShownWholeAndByStartWithTheStatusOfTheirOwner() {
        var window = fleet.plan(car, hours(40, 50));
        var confirmed = fleet.book(car, hours(30, 35));
        var active = fleet.bring(fleet.book(car, hours(20, 25)), BookingStatus.ACTIVE);

        assertThat(refused(hours(24, 41)).conflicts()).containsExactly(
                conflict(hours(20, 25), CalendarEntry.Kind.BOOKING, active.occupancy(), "ACTIVE"),
                conflict(hours(25, 26), CalendarEntry.Kind.TURNAROUND, active.occupancy(), "ACTIVE"),
                conflict(hours(30, 35), CalendarEntry.Kind.BOOKING, confirmed.occupancy(), "CONFIRMED"),
                conflict(hours(35, 36), CalendarEntry.Kind.TURNAROUND, confirmed.occupancy(), "CONFIRMED"),
                conflict(hours(40, 50), CalendarEntry.Kind.MAINTENANCE, window.occupancy(), "PLANNED"));
    }

    @Test
    void atMostThreePeriodsAreSuggested() {
        fleet.book(car, hours(10, 11));
        fleet.book(car, hours(20, 21));
        fleet.book(car, hours(30, 31));
        fleet.book(car, hours(40, 41));

        assertThat(refused(hours(20, 21)).suggestions()).containsExactly(hours(19, 20), hours(22, 23), hours(9, 10));
    }

    @Test
    void nothingIsSuggestedInThePast() {
        fleet.book(car, hours(0, 2));
        fleet.setTime(minute(200).plusSeconds(1));

        // It may have started up to an hour ago, in the turnaround, and the car has been free for 20 minutes since.
        assertThat(refused(minutes(150, 180)).suggestions()).containsExactly(minutes(201, 231));
    }

    private FleetRefusal.MaintenanceConflict refused(Period period) {
        return refusal(FleetRefusal.MaintenanceConflict.class, () -> fleet.plan(car, period));
    }

    private static Conflict conflict(Period period, CalendarEntry.Kind kind, Occupancy occupancy, String status) {
        return new Conflict(new CalendarEntry(period, kind, occupancy), status);
    }

    private MaintenanceWindow plan(CarId carId, Instant start, Instant end, String reason) {
        return fleet.useCase(PlanMaintenance.class).plan(new PlanMaintenance.Command(
                carId, start, end, reason, PlanMaintenance.OnConflict.REJECT, false)).window().window();
    }
}
