package dev.fleetbooking.application.dealer;

import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Registers a new dealer. */
public interface RegisterDealer {

    /**
     * @throws RefusedException with {@link CommonRefusal.ValidationFailed} if a text, the zone, the currency or the
     *                          turnaround breaks a rule
     */
    Dealer register(Command command);

    /**
     * The data of the dealer.
     *
     * @param timeZone          an IANA zone id
     * @param currency          an ISO 4217 code
     * @param turnaroundMinutes 0 to 1440
     */
    record Command(String name, String timeZone, String currency, int turnaroundMinutes) {
    }
}
