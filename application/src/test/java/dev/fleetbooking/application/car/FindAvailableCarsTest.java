package dev.fleetbooking.application.car;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindAvailableCarsTest {

    private final Fleet fleet = new Fleet();

    @Test
    void withoutDealersNothingIsFound() {
        assertThat(find(hour(24), hour(48))).isEmpty();
    }

    @Test
    void eachCarIsOfferedForTheDaysOnTheClockOfItsDealer() {
        var berlin = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 0), "COMPACT", "49.90");
        var utc = fleet.car(fleet.dealer("UTC", "EUR", 0), "COMPACT", "49.90");

        // The clock in Berlin is set back within these 25 hours.
        assertThat(find(Instant.parse("2027-10-30T10:00:00Z"), Instant.parse("2027-10-31T11:00:00Z"))).containsExactly(
                new Offer(berlin, Quote.of(1, berlin.dailyPrice())),
                new Offer(utc, Quote.of(2, utc.dailyPrice())));
    }

    @Test
    void anOfferCanBeBookedAtItsPriceAndIsNotOfferedAfterwards() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 60));
        var offer = find(hour(24), hour(48)).getFirst();

        assertThat(fleet.book(car, hours(24, 48)).price()).isEqualTo(offer.quote());
        assertThat(find(hour(24), hour(48))).isEmpty();
        assertThat(find(hour(49), hour(72))).hasSize(1);
    }

    @Test
    void filtersAndPagesAreThoseOfTheCaller() {
        var dealer = fleet.dealer();
        var first = fleet.car(dealer, "VAN", "50");
        var second = fleet.car(dealer, "VAN", "50");
        fleet.car(dealer, "VAN", "50.01");
        fleet.car(dealer, "COMPACT", "50");
        fleet.car(fleet.dealer(), "VAN", "50");
        var query = new FindAvailableCars.Query(
                hour(24), hour(48), Optional.of(dealer.id()), Optional.of(new Category("VAN")),
                Optional.of("EUR"), Optional.of(new BigDecimal("50")));
        var find = fleet.useCase(FindAvailableCars.class);

        assertThat(find.find(query, new PageRequest<>(Optional.empty(), 1)))
                .isEqualTo(new Page<>(List.of(offer(first)), true));
        assertThat(find.find(query, new PageRequest<>(Optional.of(FindAvailableCars.Key.of(offer(first))), 1)))
                .isEqualTo(new Page<>(List.of(offer(second)), false));
    }

    @Test
    void everythingWrongIsRefusedAtOnce() {
        assertThat(invalidFields(() -> find(hour(-1).plusSeconds(1), hour(-2)))).containsExactly("from", "from", "to");
    }

    private List<Offer> find(Instant from, Instant to) {
        var query = new FindAvailableCars.Query(
                from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return fleet.useCase(FindAvailableCars.class).find(query, new PageRequest<>(Optional.empty(), 20)).items();
    }

    private static Offer offer(Car car) {
        return new Offer(car, Quote.of(1, car.dailyPrice()));
    }
}
