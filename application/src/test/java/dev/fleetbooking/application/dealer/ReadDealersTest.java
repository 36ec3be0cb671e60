package dev.fleetbooking.application.dealer;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadDealersTest {

    private final Fleet fleet = new Fleet();

    @Test
    void anUnknownDealerIsRefused() {
        var id = new DealerId(new UUID(0, 0));

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetDealer.class).get(id)))
                .isEqualTo(new CommonRefusal.NotFound("dealer", id.value()));
    }

    @Test
    void dealersAreListedPageByPageInTheOrderOfTheirRegistration() {
        var first = fleet.dealer();
        var second = fleet.dealer();
        var list = fleet.useCase(ListDealers.class);

        assertThat(list.list(new PageRequest<>(Optional.empty(), 1))).isEqualTo(new Page<>(List.of(first), true));
        assertThat(list.list(new PageRequest<>(Optional.of(first.id()), 1))).isEqualTo(new Page<>(List.of(second), false));
    }
}
