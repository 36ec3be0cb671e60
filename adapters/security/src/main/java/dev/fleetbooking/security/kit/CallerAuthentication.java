package dev.fleetbooking.security.kit;

import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller with a valid token. Its only authority is its role; a caller without a role has none. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Object caller;
    private final String name;

    /**
     * @param role   its name in tokens
     * @param caller what the service knows of the caller
     * @param name   different for everybody who may see something else
     */
    public CallerAuthentication(Optional<String> role, Object caller, String name) {
        super(role.map(SimpleGrantedAuthority::new).stream().toList());
        this.caller = caller;
        this.name = name;
        setAuthenticated(true);
    }

    /**
     * What is kept for one caller (answers by their idempotency key, cursors, limits) is kept under this name, see
     * {@code HttpServletRequest.getRemoteUser()}.
     */
    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    /** The token is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
