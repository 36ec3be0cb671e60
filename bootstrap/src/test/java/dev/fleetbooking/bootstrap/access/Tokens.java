package dev.fleetbooking.bootstrap.access;

import dev.fleetbooking.bootstrap.kit.SignedTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tokens of the fleet's callers. */
final class Tokens extends SignedTokens {

    /** @param now the time of the service */
    Tokens(Instant now) {
        super(now);
    }

    String admin(String account) {
        return signed(claims(account, Map.of("roles", List.of("fleet-admin"))));
    }

    String customer(String account) {
        return signed(claims(account, Map.of("roles", List.of("customer"))));
    }

    String staff(String dealer) {
        return staff("staff", dealer);
    }

    String staff(String account, String dealer) {
        return signed(claims(account, Map.of("roles", List.of("dealer-staff"), "dealer_id", dealer)));
    }
}
