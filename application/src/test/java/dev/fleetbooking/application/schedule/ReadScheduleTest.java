package dev.fleetbooking.application.schedule;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.schedule.ReadSchedule.CarSchedule;
import dev.fleetbooking.application.schedule.ReadSchedule.Entry;
import dev.fleetbooking.application.schedule.ReadSchedule.Query;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadScheduleTest {

    private final Fleet fleet = new Fleet();

    @Test
    void everyCarThatPassesTheFilterIsListedWithItsEntriesPageByPage() {
        var dealer = fleet.dealer();
        var busy = fleet.car(dealer);
        var free = fleet.car(dealer);
        fleet.car(dealer, "SUV", "80");
        fleet.car(fleet.dealer());
        var window = fleet.plan(busy, hours(30, 31));
        var booking = fleet.book(busy, hours(24, 26));
        fleet.book(busy, hours(48, 50));
        var query = new Query(
                new ListCars.Filter(Optional.of(dealer.id()), Optional.of(new Category("COMPACT")), Optional.empty()),
                Optional.empty(), hour(0), hour(48), false);

        var first = fleet.useCase(ReadSchedule.class).read(query, new PageRequest<>(Optional.empty(), 1));
        var second = fleet.useCase(ReadSchedule.class).read(query, new PageRequest<>(Optional.of(busy.id()), 1));

        assertThat(first.hasNext()).isTrue();
        assertThat(first.items()).singleElement().satisfies(schedule -> {
            assertThat(schedule.car()).isEqualTo(busy);
            assertThat(schedule.entries()).extracting(Entry::occupancy).containsExactly(booking.occupancy(), window.occupancy());
        });
        assertThat(second).isEqualTo(new Page<>(List.of(new CarSchedule(free, List.of())), false));
    }

    @Test
    void oneCarIsReadWhateverTheFilter() {
        var car = fleet.car(fleet.dealer());
        fleet.car(fleet.dealer());

        assertThat(ofCar(car.id(), hour(0), hour(1))).isEqualTo(new Page<>(List.of(new CarSchedule(car, List.of())), false));
        assertThat(ofCar(new CarId(new UUID(0, 0)), hour(0), hour(1)).items()).isEmpty();
    }

    @Test
    void whatIsLateIsOverdueAndBookingsThatFollowSoonAreAtRisk() {
        var car = fleet.car(fleet.dealer());
        var late = fleet.book(car, hours(1, 3));
        var soon = fleet.book(car, hours(5, 8));
        fleet.plan(car, hours(8, 9));
        var later = fleet.book(car, hours(40, 42));
        fleet.bring(late, BookingStatus.ACTIVE);
        fleet.setTime(hour(2));
        assertThat(entries(car, hour(0), hour(48))).hasSize(4).noneMatch(Entry::atRisk).noneMatch(Entry::isCalledOff);
        fleet.setTime(hour(4));

        var entries = entries(car, hour(0), hour(48));

        assertThat(entries).filteredOn(Entry::overdue).extracting(entry -> entry.occupancy().ownerId())
                .containsExactly(late.id().value());
        assertThat(entries).filteredOn(Entry::atRisk).extracting(entry -> entry.occupancy().ownerId())
                .containsExactly(soon.id().value());
        assertThat(fleet.view(soon).atRisk()).isTrue();
        assertThat(fleet.view(later).atRisk()).isFalse();
    }

    @Test
    void whatIsOverdueLastsUntilNow() {
        var car = fleet.car(fleet.dealer());
        fleet.bring(fleet.book(car, hours(1, 3)), BookingStatus.ACTIVE);
        var next = fleet.book(car, hours(9, 12));
        fleet.setTime(hour(6));

        assertThat(entries(car, hour(5), hour(6))).singleElement().extracting(Entry::overdue).isEqualTo(true);
        assertThat(entries(car, hour(6), hour(7))).isEmpty();
        assertThat(entries(car, hour(9), hour(10))).extracting(Entry::occupancy, Entry::atRisk)
                .containsExactly(tuple(next.occupancy(), true));
        assertThat(entries(car, hour(0), hour(1))).isEmpty();
    }

    @Test
    void whatWasCalledOffIsIncludedOnDemand() {
        var car = fleet.car(fleet.dealer());
        var cancelled = fleet.cancel(fleet.book(car, hours(10, 12)));
        var hold = fleet.hold(car, hours(10, 12));
        fleet.setTime(hour(1));
        var query = new Query(all(), Optional.of(car.id()), hour(0), hour(24), true);

        assertThat(fleet.useCase(ReadSchedule.class).read(query, first()).items().getFirst().entries())
                .allMatch(Entry::isCalledOff)
                .extracting(entry -> entry.occupancy().ownerId())
                .containsExactly(cancelled.id().value(), hold.id().value());
        assertThat(entries(car, hour(0), hour(24))).isEmpty();
    }

    @Test
    void carsOfOtherDealersDoNotExistForStaff() {
        var dealer = fleet.dealer();
        var own = fleet.car(dealer);
        var foreign = fleet.car(fleet.dealer());
        fleet.callAs(new Caller.DealerStaff(new AccountId("grace"), dealer.id()));

        assertThat(read(Optional.empty(), Optional.empty()).items()).extracting(CarSchedule::car).containsExactly(own);
        assertThat(read(Optional.of(foreign.dealerId()), Optional.empty()).items()).isEmpty();
        assertThat(read(Optional.empty(), Optional.of(foreign.id())).items()).isEmpty();
    }

    @Test
    void customersDoNotLearnThatSomebodyElseIsLateOrMayLoseAHold() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        var car = fleet.car(dealer);
        var other = fleet.car(dealer);
        var late = fleet.book(car, hours(1, 3));
        fleet.bring(late, BookingStatus.ACTIVE);
        fleet.setTime(hour(5));
        var hold = fleet.hold(other, hours(10, 12));
        fleet.callAs(new Caller.Customer(new AccountId("ada")));

        var entries = Stream.of(car, other).flatMap(it -> entries(it, hour(4), hour(24)).stream()).toList();

        assertThat(entries).noneMatch(Entry::overdue).extracting(Entry::occupancy)
                .allMatch(it -> it.kind() == Occupancy.Kind.BOOKING && it.lapsesAt().isEmpty() && !it.inUse())
                .noneMatch(it -> Set.of(late.id().value(), hold.id().value()).contains(it.ownerId()))
                .extracting(Occupancy::blocked)
                .containsExactly(new Period(hour(1), hour(5).plusSeconds(60)), new Period(hour(10), hour(13)));
    }

    @Test
    void aWindowThatIsNotInOrderOrTooLongIsRefused() {
        var car = fleet.car(fleet.dealer());

        assertThat(invalidFields(() -> entries(car, hour(1), hour(1)))).containsExactly("to");
        assertThat(invalidFields(() -> entries(car, hour(0), hour(0).plus(ReadSchedule.MAX_WINDOW).plusMillis(1))))
                .containsExactly("to");
        assertThat(entries(car, hour(0), hour(0).plus(ReadSchedule.MAX_WINDOW))).isEmpty();
    }

    private List<Entry> entries(Car car, Instant from, Instant to) {
        return ofCar(car.id(), from, to).items().getFirst().entries();
    }

    private Page<CarSchedule> ofCar(CarId id, Instant from, Instant to) {
        return fleet.useCase(ReadSchedule.class).read(new Query(all(), Optional.of(id), from, to, false), first());
    }

    private Page<CarSchedule> read(Optional<DealerId> dealerId, Optional<CarId> carId) {
        var filter = new ListCars.Filter(dealerId, Optional.empty(), Optional.empty());
        return fleet.useCase(ReadSchedule.class).read(new Query(filter, carId, hour(0), hour(24), false), first());
    }

    private static ListCars.Filter all() {
        return new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PageRequest<CarId> first() {
        return new PageRequest<>(Optional.empty(), 100);
    }
}
