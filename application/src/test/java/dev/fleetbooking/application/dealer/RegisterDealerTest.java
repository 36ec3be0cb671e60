package dev.fleetbooking.application.dealer;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class RegisterDealerTest {

    private final Fleet fleet = new Fleet();

    @Test
    void aDealerIsRegisteredAndFound() {
        var dealer = register(" City Cars ", "Europe/Berlin", "EUR", 90);

        assertThat(dealer).isEqualTo(new Dealer(
                dealer.id(), new Name("City Cars"), ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"),
                new Turnaround(90), 0));
        assertThat(fleet.useCase(GetDealer.class).get(dealer.id())).isEqualTo(dealer);
    }

    @Test
    void twoDealersMayHaveTheSameName() {
        assertThat(register("City Cars", "UTC", "EUR", 0).id()).isNotEqualTo(register("City Cars", "UTC", "EUR", 0).id());
    }

    @Test
    void everythingWrongIsRefusedAtOnce() {
        assertThat(invalidFields(() -> register(" ", "Mars/Olympus", "XXX", -1)))
                .containsExactly("name", "timeZone", "currency", "turnaroundMinutes");
    }

    private Dealer register(String name, String timeZone, String currency, int turnaroundMinutes) {
        return fleet.useCase(RegisterDealer.class)
                .register(new RegisterDealer.Command(name, timeZone, currency, turnaroundMinutes));
    }
}
