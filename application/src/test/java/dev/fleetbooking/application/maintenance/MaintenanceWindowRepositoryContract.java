package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.kit.AggregateRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows.Filter;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link MaintenanceWindowRepository}. */
public abstract class MaintenanceWindowRepositoryContract
        extends RepositoryContract implements AggregateRepositoryContract<MaintenanceWindowId, MaintenanceWindow> {

    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public Repository<MaintenanceWindowId, MaintenanceWindow> repository() {
        return windows();
    }

    @Override
    public Page<MaintenanceWindow> list(PageRequest<MaintenanceWindowId> page) {
        return windows().list(ALL, Caller.SERVICE, page);
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
    public MaintenanceWindow newOne() {
        return newWindow(givenCar(givenDealer()), hours(1, 2));
    }

    @Override
    public void store(MaintenanceWindow window) {
        cars().findForClaim(window.carId());
        claim(window.carId(), window.occupancy());
        windows().add(window);
    }

    @Override
    public MaintenanceWindow changed(MaintenanceWindow found) {
        occupancies().release(found.id().value());
        return found.cancel();
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
    void anIdIsAddedOnlyOnce() {
        var window = givenWindow(givenCar(givenDealer()), hours(1, 2));

        assertFails(() -> windows().add(window));

        assertThat(found(window)).contains(window);
    }

    @Test
    void aWindowNeedsACarOfItsDealer() {
        var car = givenCar(givenDealer());
        var other = givenDealer();
        var window = newWindow(car, hours(1, 2));
        var ofOtherDealer = new MaintenanceWindow(
                window.id(), car.id(), other.id(), window.period(), window.reason(), window.status(), window.createdAt(), 0);

        assertFails(() -> given(ofOtherDealer));
        assertFails(() -> given(newWindow(newCar(other), hours(1, 2))));
    }

    @Test
    void aLiveWindowMustBlockItsCarWhenTheTransactionEnds() {
        var window = newWindow(givenCar(givenDealer()), hours(1, 2));

        assertFails(() -> windows().add(window));

        assertThat(found(window)).isEmpty();
    }

    @Test
    void aLiveWindowCannotLoseItsCar() {
        var window = givenWindow(givenCar(givenDealer()), hours(1, 2));

        assertFails(() -> {
            windows().findForUpdate(window.id());
            occupancies().release(window.id().value());
        });
    }

    @Test
    void aCancelledWindowMustBlockNoCarWhenTheTransactionEnds() {
        var window = givenWindow(givenCar(givenDealer()), hours(1, 2));

        assertFails(() -> windows().update(windows().findForUpdate(window.id()).orElseThrow().cancel()));

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

    @Test
    void theOrderOfChangesWithinATransactionDoesNotMatter() {
        var car = givenCar(givenDealer());
        var window = newWindow(car, hours(1, 2));

        commit(() -> {
            windows().add(window);
            cars().findForClaim(car.id());
            claim(car.id(), window.occupancy());
        });
        commit(() -> {
            windows().update(windows().findForUpdate(window.id()).orElseThrow().cancel());
            occupancies().release(window.id().value());
        });

        assertThat(found(window).orElseThrow().status()).isEqualTo(MaintenanceStatus.CANCELLED);
    }

    @Test
    void theExistingOnesOfManyIdsAreFound() {
        var car = givenCar(givenDealer());
        var one = givenWindow(car, hours(1, 2));
        var two = givenWindow(car, hours(2, 3));
        givenWindow(car, hours(3, 4));
        var ids = Set.of(two.id(), new MaintenanceWindowId(nextId()), one.id());

        assertThat(inTransaction(() -> windows().findAll(ids))).containsExactlyInAnyOrder(one, two);
        assertThat(inTransaction(() -> windows().findAll(Set.of()))).isEmpty();
    }

    @Test
    void eachFilterCountsAloneAndAllOfThemTogether() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var wanted = givenWindow(car, hours(10, 12));
        var otherCar = givenWindow(givenCar(dealer), hours(10, 12));
        var otherDealer = givenWindow(givenCar(givenDealer()), hours(10, 12));
        var earlier = givenWindow(car, hours(1, 2));
        var later = givenWindow(car, hours(20, 22));
        var otherStatus = cancelled(givenWindow(car, hours(13, 14)));
        var ofCar = Optional.of(car.id());
        var ofDealer = Optional.of(dealer.id());
        var ofStatus = Optional.of(MaintenanceStatus.PLANNED);
        var from = Optional.of(hour(11));
        var to = Optional.of(hour(15));

        assertThat(listed(new Filter(ofCar, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(wanted, earlier, later, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), ofDealer, Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCar, earlier, later, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), Optional.empty(), ofStatus, Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCar, otherDealer, earlier, later);
        assertThat(listed(overlapping(from, Optional.empty())))
                .containsExactly(wanted, otherCar, otherDealer, later, otherStatus);
        assertThat(listed(overlapping(Optional.empty(), to)))
                .containsExactly(wanted, otherCar, otherDealer, earlier, otherStatus);
        assertThat(listed(new Filter(ofCar, ofDealer, ofStatus, from, to))).containsExactly(wanted);
    }

    @Test
    void aFilterThatNamesNothingGivesAnEmptyList() {
        givenWindow(givenCar(givenDealer()), hours(1, 2));

        assertThat(listed(new Filter(
                Optional.of(new CarId(nextId())), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(listed(new Filter(
                Optional.empty(), Optional.of(new DealerId(nextId())), Optional.empty(), Optional.empty(),
                Optional.empty()))).isEmpty();
        assertThat(listed(new Filter(
                Optional.empty(), Optional.empty(), Optional.of(MaintenanceStatus.COMPLETED), Optional.empty(),
                Optional.empty()))).isEmpty();
    }

    @Test
    void theBoundsOfTheFilterAreHalfOpen() {
        var window = givenWindow(givenCar(givenDealer()), hours(10, 12));

        assertThat(listed(overlapping(Optional.of(hour(12).minusMillis(1)), Optional.empty()))).containsExactly(window);
        assertThat(listed(overlapping(Optional.of(hour(12)), Optional.empty()))).isEmpty();
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10).plusMillis(1))))).containsExactly(window);
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10))))).isEmpty();
    }

    @Test
    void pagesOfAFilteredListContainOnlyMatches() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var first = givenWindow(car, hours(1, 2));
        givenWindow(other, hours(1, 2));
        var second = givenWindow(car, hours(2, 3));
        givenWindow(other, hours(2, 3));
        var filter = new Filter(
                Optional.of(car.id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        var page = inTransaction(() -> windows().list(
                filter, Caller.SERVICE, new PageRequest<>(Optional.of(first.id()), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(page.hasNext()).isFalse();
    }

    private static MaintenanceWindow inStatus(MaintenanceWindow window, MaintenanceStatus status) {
        return new MaintenanceWindow(
                window.id(), window.carId(), window.dealerId(), window.period(), window.reason(), status,
                window.createdAt(), window.version());
    }

    private List<MaintenanceWindow> listed(Filter filter) {
        return inTransaction(() -> windows().list(filter, Caller.SERVICE, first(20))).items();
    }

    private static Filter overlapping(Optional<Instant> from, Optional<Instant> to) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), from, to);
    }
}
