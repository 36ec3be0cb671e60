package dev.fleetbooking.domain.dealer;

import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Owns cars.
 *
 * @param timeZone   the zone in which the days of a price are counted; never changes
 * @param currency   of all its prices; never changes
 * @param turnaround blocks a car after each booking made from now on
 * @param version    how often the dealer was changed
 */
public record Dealer(DealerId id, Name name, ZoneId timeZone, Currency currency, Turnaround turnaround, long version) {

    /** A new dealer. */
    public static Dealer register(DealerId id, Name name, ZoneId timeZone, Currency currency, Turnaround turnaround) {
        return new Dealer(id, name, timeZone, currency, turnaround, 0);
    }

    /** The same dealer by another name. */
    public Dealer renamed(Name newName) {
        return new Dealer(id, newName, timeZone, currency, turnaround, version);
    }

    /** The same dealer with another turnaround; bookings already made keep theirs. */
    public Dealer withTurnaround(Turnaround newTurnaround) {
        return new Dealer(id, name, timeZone, currency, newTurnaround, version);
    }

    /** Identifies this state. */
    public Revision revision() {
        return new Revision(Long.toString(version));
    }
}
