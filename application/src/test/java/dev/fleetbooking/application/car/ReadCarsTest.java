package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.car.CarId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadCarsTest {

    private final Fleet fleet = new Fleet();

    @Test
    void anUnknownCarIsRefused() {
        var id = new CarId(new UUID(0, 0));

        assertThat(refusal(Refusal.NotFound.class, () -> fleet.useCase(GetCar.class).get(id)))
                .isEqualTo(new Refusal.NotFound("car", id.value()));
    }

    @Test
    void carsThatPassTheFilterAreListedPageByPage() {
        var dealer = fleet.dealer();
        var first = fleet.car(dealer);
        fleet.car(fleet.dealer());
        var second = fleet.car(dealer);
        var filter = new CarRepository.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());
        var list = fleet.useCase(ListCars.class);

        assertThat(list.list(filter, new PageRequest<>(Optional.empty(), 1)))
                .isEqualTo(new Page<>(List.of(first), true));
        assertThat(list.list(filter, new PageRequest<>(Optional.of(first.id()), 1)))
                .isEqualTo(new Page<>(List.of(second), false));
    }
}
