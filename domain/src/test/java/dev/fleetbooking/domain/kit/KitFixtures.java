package dev.fleetbooking.domain.kit;

import dev.fleetbooking.domain.kit.money.Currencies;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.time.Period;
import java.math.BigDecimal;
import java.time.Instant;

/** Shared values whose exact values do not matter. */
public final class KitFixtures {

    public static final Instant NOW = at("08:00");

    private KitFixtures() {
    }

    /** A time of day on 1 March 2027, UTC. */
    public static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + (time.length() == 5 ? ":00Z" : "Z"));
    }

    /** A period on 1 March 2027, UTC. */
    public static Period period(String start, String end) {
        return new Period(at(start), at(end));
    }

    public static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currencies.of(currency));
    }
}
