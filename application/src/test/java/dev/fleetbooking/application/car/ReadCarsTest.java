package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadCarsTest {

    private final Fleet fleet = new Fleet();

    @Test
    void anUnknownCarIsRefused() {
        var id = new CarId(new UUID(0, 0));

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetCar.class).get(id, Optional.empty())))
                .isEqualTo(new CommonRefusal.NotFound("car", id.value()));
    }

    @Test
    void carsThatPassTheFilterAreListedPageByPage() {
        var dealer = fleet.dealer();
        var first = fleet.car(dealer);
        fleet.car(fleet.dealer());
        var second = fleet.car(dealer);
        var filter = new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());
        var list = fleet.useCase(ListCars.class);

        assertThat(list.list(filter, Optional.empty(), new PageRequest<>(Optional.empty(), 1)))
                .isEqualTo(new Page<>(List.of(new CarView(first, Optional.empty())), true));
        assertThat(list.list(filter, Optional.empty(), new PageRequest<>(Optional.of(first.id()), 1)))
                .isEqualTo(new Page<>(List.of(new CarView(second, Optional.empty())), false));
    }

    @Test
    void whatOccupiedOrWillOccupyACarIsShownForAnInstant() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        var car = fleet.car(dealer);
        var other = fleet.car(dealer);
        var booking = fleet.bring(fleet.book(car, hours(1, 10)), BookingStatus.ACTIVE);
        var window = fleet.plan(car, hours(20, 30));
        fleet.setTime(hour(3));
        fleet.takeBack(booking);
        fleet.setTime(hour(40));

        assertThat(at(car, hour(2))).contains(booking.id().value());
        // The early return freed the rest of the period.
        assertThat(at(car, hour(5))).isEmpty();
        assertThat(at(car, hour(25))).contains(window.id().value());
        assertThat(at(other, hour(25))).isEmpty();
        var filter = new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());
        assertThat(fleet.useCase(ListCars.class).list(filter, Optional.of(hour(25)), new PageRequest<>(Optional.empty(), 20)))
                .isEqualTo(new Page<>(List.of(
                        new CarView(car, Optional.of(window.occupancy())), new CarView(other, Optional.empty())), false));
    }

    @Test
    void whatIsOverdueOccupiesItsCarUntilADayFromNow() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var late = fleet.bring(fleet.book(car, hours(1, 10)), BookingStatus.ACTIVE);
        fleet.setTime(hour(15));
        var filter = new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());

        assertThat(at(car, hour(39).minusMillis(1))).contains(late.id().value());
        assertThat(at(car, hour(39))).isEmpty();
        var listed = fleet.useCase(ListCars.class).list(filter, Optional.of(hour(38)), new PageRequest<>(Optional.empty(), 20));
        assertThat(listed.items())
                .extracting(view -> view.occupiedBy().map(Occupancy::ownerId))
                .containsExactly(Optional.of(late.id().value()));
    }

    @Test
    void aLapsedHoldOccupiesNoInstant() {
        var car = fleet.car(fleet.dealer());
        var hold = fleet.hold(car, hours(1, 2));

        assertThat(at(car, hour(1))).contains(hold.id().value());
        fleet.setTime(hour(1));
        assertThat(at(car, hour(1))).isEmpty();
    }

    @Test
    void noOccupancyIsShownUnlessRequested() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, hours(0, 1));

        assertThat(fleet.useCase(GetCar.class).get(car.id(), Optional.empty()).occupiedBy()).isEmpty();
    }

    private Optional<UUID> at(Car car, Instant instant) {
        return fleet.useCase(GetCar.class).get(car.id(), Optional.of(instant)).occupiedBy().map(Occupancy::ownerId);
    }
}
