package dev.fleetbooking.security;

import dev.fleetbooking.domain.access.AccountId;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller with a valid token. Its only authority is its role; a caller without a role has none. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Optional<Caller> caller;
    private final String name;

    private CallerAuthentication(Collection<GrantedAuthority> authorities, Optional<Caller> caller, String name) {
        super(authorities);
        this.caller = caller;
        this.name = name;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Caller caller) {
        var actor = caller.actor().orElseThrow();
        var dealer = caller.onlyDealer().map(id -> id.value() + " ").orElse("");
        return new CallerAuthentication(
                List.of(authority(actor.role())), Optional.of(caller),
                "%s %s%s".formatted(actor.role().label(), dealer, actor.account().value()));
    }

    static CallerAuthentication withoutRole(AccountId account) {
        return new CallerAuthentication(List.of(), Optional.empty(), account.value());
    }

    static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority(role.label());
    }

    Optional<Caller> caller() {
        return caller;
    }

    /**
     * Role, dealer and account, and so different for everybody who may see something else. What is kept for one caller (answers
     * by their idempotency key, cursors, limits) is kept under this name, see {@code HttpServletRequest.getRemoteUser()}.
     */
    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    /** The token is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
