package dev.fleetbooking.security;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.security.kit.CallerAuthentication;
import dev.fleetbooking.security.kit.Callers;
import dev.fleetbooking.security.kit.Claims;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The callers of the fleet.
 *
 * @param dealerClaim the claim with the id of the dealer that staff works for
 */
record FleetCallers(String dealerClaim) implements Callers {

    /** RFC 9562, section 4. {@link UUID#fromString} takes shorter texts as well. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public CallerAuthentication of(Claims claims) {
        var account = claims.account();
        var dealer = claims.text(dealerClaim).map(FleetCallers::dealer);
        return Stream.of(Role.values()).filter(role -> claims.roles().contains(role.label())).findFirst()
                .flatMap(role -> caller(role, account, dealer))
                .map(FleetCallers::authentication)
                .orElseGet(() -> new CallerAuthentication(Optional.empty(), account, account.value()));
    }

    /** Staff without a dealer could see all dealers or none, so it gets no role. */
    private static Optional<Caller> caller(Role role, AccountId account, Optional<DealerId> dealer) {
        return switch (role) {
            case FLEET_ADMIN -> Optional.of(new Caller.Admin(account));
            case DEALER_STAFF -> dealer.map(id -> new Caller.DealerStaff(account, id));
            case CUSTOMER -> Optional.of(new Caller.Customer(account));
        };
    }

    /** Role, dealer and account are the name. */
    private static CallerAuthentication authentication(Caller caller) {
        var actor = caller.actor().orElseThrow();
        var role = actor.role().label();
        var dealer = caller.onlyDealer().map(id -> id.value() + " ").orElse("");
        return new CallerAuthentication(Optional.of(role), caller, "%s %s%s".formatted(role, dealer, actor.account().value()));
    }

    private static DealerId dealer(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new InvalidValueException("must be a UUID");
        }
        return new DealerId(UUID.fromString(text));
    }
}
