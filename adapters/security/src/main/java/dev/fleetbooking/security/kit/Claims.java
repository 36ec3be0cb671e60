package dev.fleetbooking.security.kit;

import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * The claims of a valid token or of a login. A claim of the wrong shape is an {@link InvalidValueException}.
 *
 * @param rolesClaim the claim with the roles
 */
public record Claims(ClaimAccessor token, String rolesClaim) {

    public AccountId account() {
        return new AccountId(text("sub").orElseThrow(() -> new InvalidValueException("is required")));
    }

    /** In the token's order; the service may not know all of them. */
    public List<String> roles() {
        return switch (token.getClaims().get(rolesClaim)) {
            case null -> List.of();
            case List<?> roles when roles.stream().allMatch(String.class::isInstance) ->
                roles.stream().map(String.class::cast).toList();
            default -> throw new InvalidValueException("must be an array of strings");
        };
    }

    public Optional<String> text(String claim) {
        return switch (token.getClaims().get(claim)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw new InvalidValueException("must be a string");
        };
    }
}
