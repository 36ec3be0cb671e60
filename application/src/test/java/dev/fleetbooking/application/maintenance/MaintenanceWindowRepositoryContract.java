package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.calendar.OccupancyOwnerRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link MaintenanceWindowRepository}. */
public abstract class MaintenanceWindowRepositoryContract
        extends OccupancyOwnerRepositoryContract<MaintenanceWindowId, MaintenanceWindow, MaintenanceStatus> {

    @Override
    public Repository<MaintenanceWindowId, MaintenanceWindow> repository() {
        return windows();
    }

    @Override
    protected Page<MaintenanceWindow> list(
            CalendarFilter<MaintenanceStatus> filter, PageRequest<MaintenanceWindowId> page) {
        return windows().list(filter, Caller.SERVICE, page);
    }

    @Override
    protected List<MaintenanceWindow> findAll(Set<MaintenanceWindowId> ids) {
        return windows().findAll(ids);
    }

    @Override
    public MaintenanceWindowId newId() {
        return new MaintenanceWindowId(nextId());
    }

    @Override
    public MaintenanceWindowId id(MaintenanceWindow window) {
        return window.id();
    }

    @Override
    protected MaintenanceWindow newOne(Dealer dealer, Car car, Period period) {
        return newWindow(car, period);
    }

    @Override
    protected CarId carId(MaintenanceWindow window) {
        return window.carId();
    }

    @Override
    protected MaintenanceStatus status(MaintenanceWindow window) {
        return window.status();
    }

    @Override
    protected Occupancy occupancy(MaintenanceWindow window) {
        return window.occupancy();
    }

    @Override
    protected MaintenanceWindow cancelledInMemory(MaintenanceWindow found) {
        return found.cancel();
    }

    @Override
    protected MaintenanceStatus otherStatus() {
        return MaintenanceStatus.COMPLETED;
    }

    @Override
    protected MaintenanceWindow ofDealer(MaintenanceWindow window, Dealer dealer) {
        return new MaintenanceWindow(
                window.id(), window.carId(), dealer.id(), window.period(), window.reason(), window.status(),
                window.createdAt(), window.version());
    }

    @Test
    void aWindowIsFoundAsItWasAdded() {
        var car = givenCar(givenDealer());
        var window = given(MaintenanceWindow.plan(
                new MaintenanceWindowId(nextId()), car, hours(1, 3), new Reason("brakes"), TestTime.NOW.plusMillis(1)));

        assertThat(found(window)).contains(window);
        assertThat(inTransaction(() -> windows().findForUpdate(window.id()))).contains(window);
    }

    @Test
    void theLongestReasonIsKeptWhateverItsCharacters() {
        var car = givenCar(givenDealer());
        var window = given(MaintenanceWindow.plan(
                new MaintenanceWindowId(nextId()), car, hours(1, 3), new Reason("🔧".repeat(Reason.MAX_LENGTH)),
                TestTime.NOW));

        assertThat(found(window)).contains(window);
    }

    @Test
    void aWindowMayLastUntilTheEndOfTime() {
        var window = givenWindow(givenCar(givenDealer()), new Period(hour(1), MaintenanceWindow.LIMITS.latestEnd()));

        assertThat(found(window)).contains(window);
    }

    @Test
    void aCompletedWindowMayStillBlockItsCar() {
        var window = givenWindow(givenCar(givenDealer()), hours(1, 2));

        commit(() -> {
            windows().findForUpdate(window.id());
            windows().update(inStatus(window, MaintenanceStatus.COMPLETED));
        });

        assertThat(found(window).orElseThrow().status()).isEqualTo(MaintenanceStatus.COMPLETED);
    }

    private static MaintenanceWindow inStatus(MaintenanceWindow window, MaintenanceStatus status) {
        return new MaintenanceWindow(
                window.id(), window.carId(), window.dealerId(), window.period(), window.reason(), status,
                window.createdAt(), window.version());
    }
}
