package dev.fleetbooking.security;

import dev.fleetbooking.domain.access.AccountId;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Makes the caller from the claims of a valid token. A claim of the wrong shape makes the token invalid. */
record CallerOfToken(SecurityProperties properties) implements Converter<ClaimAccessor, CallerAuthentication> {

    /** RFC 9562, section 4. {@link UUID#fromString} takes shorter texts as well. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public CallerAuthentication convert(ClaimAccessor token) {
        try {
            var account = new AccountId(text(token, "sub").orElseThrow(() -> new InvalidValueException("is required")));
            var dealer = text(token, properties.dealerClaim()).map(CallerOfToken::dealer);
            return role(roles(token))
                    .flatMap(role -> caller(role, account, dealer))
                    .map(CallerAuthentication::of)
                    .orElseGet(() -> CallerAuthentication.withoutRole(account));
        } catch (InvalidValueException wrongShape) {
            throw new InvalidBearerTokenException("A claim has the wrong shape", wrongShape);
        }
    }

    /** Staff without a dealer could see all dealers or none, so it gets no role. */
    private static Optional<Caller> caller(Role role, AccountId account, Optional<DealerId> dealer) {
        return switch (role) {
            case FLEET_ADMIN -> Optional.of(new Caller.Admin(account));
            case DEALER_STAFF -> dealer.map(id -> new Caller.DealerStaff(account, id));
            case CUSTOMER -> Optional.of(new Caller.Customer(account));
        };
    }

    private static Optional<Role> role(List<?> roles) {
        return List.of(Role.values()).stream().filter(role -> roles.contains(role.label())).findFirst();
    }

    private List<?> roles(ClaimAccessor token) {
        return switch (token.getClaims().get(properties.rolesClaim())) {
            case null -> List.of();
            case List<?> roles when roles.stream().allMatch(String.class::isInstance) -> roles;
            default -> throw new InvalidValueException("must be an array of strings");
        };
    }

    private static Optional<String> text(ClaimAccessor token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw new InvalidValueException("must be a string");
        };
    }

    private static DealerId dealer(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new InvalidValueException("must be a UUID");
        }
        return new DealerId(UUID.fromString(text));
    }
}
