package dev.fleetbooking.application.calendar;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.kit.AggregateRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of repositories whose aggregates block a car while they are live: bookings and maintenance windows. */
public abstract class OccupancyOwnerRepositoryContract<I, A, S>
        extends RepositoryContract implements AggregateRepositoryContract<I, A> {

    protected abstract Page<A> list(CalendarFilter<S> filter, PageRequest<I> page);

    protected abstract List<A> findAll(Set<I> ids);

    /** A new one, not stored. */
    protected abstract A newOne(Dealer dealer, Car car, Period period);

    /** The same, but of this dealer, whoever has the car. */
    protected abstract A ofDealer(A one, Dealer dealer);

    protected abstract CarId carId(A one);

    protected abstract S status(A one);

    protected abstract Occupancy occupancy(A one);

    protected abstract A cancelledInMemory(A found);

    /** A status that nothing has in these tests. */
    protected abstract S otherStatus();

    @Override
    public Page<A> list(PageRequest<I> page) {
        return list(filter(Optional.empty(), Optional.empty(), Optional.empty()), page);
    }

    @Override
    public A newOne() {
        var dealer = givenDealer();
        return newOne(dealer, givenCar(dealer), hours(1, 2));
    }

    @Override
    public void store(A added) {
        cars().findForClaim(carId(added));
        assertThat(claim(carId(added), occupancy(added))).isTrue();
        repository().add(added);
    }

    @Override
    public A changed(A found) {
        occupancies().release(occupancy(found).ownerId());
        return cancelledInMemory(found);
    }

    @Test
    void anIdIsAddedOnlyOnce() {
        var added = givenOne();

        assertFails(() -> repository().add(added));

        assertThat(found(added)).contains(added);
    }

    @Test
    void itNeedsACarOfItsDealer() {
        var dealer = givenDealer();
        var carOfAnother = givenCar(givenDealer());

        assertFails(() -> store(ofDealer(newOne(dealer, carOfAnother, hours(1, 2)), dealer)));
        assertFails(() -> store(newOne(dealer, newCar(dealer), hours(1, 2))));
    }

    @Test
    void aLiveOneMustBlockItsCarWhenTheTransactionEnds() {
        var live = newOne();

        assertFails(() -> repository().add(live));

        assertThat(found(live)).isEmpty();
    }

    @Test
    void aLiveOneCannotLoseItsCar() {
        var live = givenOne();

        assertFails(() -> {
            repository().findForUpdate(id(live));
            occupancies().release(occupancy(live).ownerId());
        });
    }

    @Test
    void aCancelledOneMustBlockNoCarWhenTheTransactionEnds() {
        var live = givenOne();

        assertFails(() -> repository().update(cancelledInMemory(repository().findForUpdate(id(live)).orElseThrow())));

        assertThat(found(live)).contains(live);
    }

    @Test
    void theOrderOfChangesWithinATransactionDoesNotMatter() {
        var added = newOne();

        commit(() -> {
            repository().add(added);
            cars().findForClaim(carId(added));
            claim(carId(added), occupancy(added));
        });
        var cancelled = inTransaction(() -> {
            var updated = repository().update(cancelledInMemory(repository().findForUpdate(id(added)).orElseThrow()));
            occupancies().release(occupancy(added).ownerId());
            return updated;
        });

        assertThat(found(added)).contains(cancelled);
    }

    @Test
    void theExistingOnesOfManyIdsAreFound() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var one = given(dealer, car, hours(1, 2));
        var two = given(dealer, car, hours(2, 3));
        given(dealer, car, hours(3, 4));
        var ids = Set.of(id(two), newId(), id(one));

        assertThat(inTransaction(() -> findAll(ids))).containsExactlyInAnyOrder(one, two);
        assertThat(inTransaction(() -> findAll(Set.of()))).isEmpty();
    }

    @Test
    void eachFilterCountsAloneAndAllOfThemTogether() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var wanted = given(dealer, car, hours(10, 12));
        var otherCar = given(dealer, givenCar(dealer), hours(10, 12));
        var anotherDealer = givenDealer();
        var otherDealer = given(anotherDealer, givenCar(anotherDealer), hours(10, 12));
        var earlier = given(dealer, car, hours(1, 2));
        var later = given(dealer, car, hours(20, 22));
        var live = given(dealer, car, hours(13, 14));
        var otherStatus = inTransaction(() ->
                repository().update(changed(repository().findForUpdate(id(live)).orElseThrow())));
        var ofCar = Optional.of(car.id());
        var ofDealer = Optional.of(dealer.id());
        var ofStatus = Optional.of(status(wanted));
        var from = Optional.of(hour(11));
        var to = Optional.of(hour(15));

        assertThat(listed(filter(ofCar, Optional.empty(), Optional.empty())))
                .containsExactly(wanted, earlier, later, otherStatus);
        assertThat(listed(filter(Optional.empty(), ofDealer, Optional.empty())))
                .containsExactly(wanted, otherCar, earlier, later, otherStatus);
        assertThat(listed(filter(Optional.empty(), Optional.empty(), ofStatus)))
                .containsExactly(wanted, otherCar, otherDealer, earlier, later);
        assertThat(listed(overlapping(from, Optional.empty())))
                .containsExactly(wanted, otherCar, otherDealer, later, otherStatus);
        assertThat(listed(overlapping(Optional.empty(), to)))
                .containsExactly(wanted, otherCar, otherDealer, earlier, otherStatus);
        assertThat(listed(new CalendarFilter<>(ofCar, ofDealer, ofStatus, from, to))).containsExactly(wanted);
    }

    @Test
    void aFilterThatNamesNothingGivesAnEmptyList() {
        givenOne();

        assertThat(listed(filter(Optional.of(new CarId(nextId())), Optional.empty(), Optional.empty()))).isEmpty();
        assertThat(listed(filter(Optional.empty(), Optional.of(new DealerId(nextId())), Optional.empty()))).isEmpty();
        assertThat(listed(filter(Optional.empty(), Optional.empty(), Optional.of(otherStatus())))).isEmpty();
    }

    @Test
    void theBoundsOfTheFilterAreHalfOpenAndIgnoreTheTurnaround() {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(60)));
        var listed = given(dealer, givenCar(dealer), hours(10, 12));

        assertThat(listed(overlapping(Optional.of(hour(12).minusMillis(1)), Optional.empty()))).containsExactly(listed);
        assertThat(listed(overlapping(Optional.of(hour(12)), Optional.empty()))).isEmpty();
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10).plusMillis(1))))).containsExactly(listed);
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10))))).isEmpty();
    }

    @Test
    void pagesOfAFilteredListContainOnlyMatches() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var first = given(dealer, car, hours(1, 2));
        given(dealer, other, hours(1, 2));
        var second = given(dealer, car, hours(2, 3));
        given(dealer, other, hours(2, 3));
        var filter = filter(Optional.of(car.id()), Optional.empty(), Optional.empty());

        var page = inTransaction(() -> list(filter, new PageRequest<>(Optional.of(id(first)), 1)));

        assertThat(page).isEqualTo(new Page<>(List.of(second), false));
    }

    private A givenOne() {
        var dealer = givenDealer();
        return given(dealer, givenCar(dealer), hours(1, 2));
    }

    private A given(Dealer dealer, Car car, Period period) {
        var added = newOne(dealer, car, period);
        commit(() -> store(added));
        return added;
    }

    private List<A> listed(CalendarFilter<S> filter) {
        return inTransaction(() -> list(filter, first(20))).items();
    }

    private CalendarFilter<S> filter(Optional<CarId> carId, Optional<DealerId> dealerId, Optional<S> status) {
        return new CalendarFilter<>(carId, dealerId, status, Optional.empty(), Optional.empty());
    }

    private CalendarFilter<S> overlapping(Optional<Instant> from, Optional<Instant> to) {
        return new CalendarFilter<>(Optional.empty(), Optional.empty(), Optional.empty(), from, to);
    }
}
