package dev.fleetbooking.postgres.access;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hides from a transaction the rows that its caller may not know of, even from a query that forgets to leave them out. */
@Component
public class RowLevelSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(RowLevelSecurity.class);

    private final AtomicBoolean reported = new AtomicBoolean();
    private final JdbcClient jdbc;

    RowLevelSecurity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Applies to the running transaction, until its end. It takes a round trip for callers who may not know of everything, and
     * none for others. A customer's booking has to end lapsed holds of other customers, so changes hide nothing from customers.
     * If the policies do not apply to the service's role, the first call that they should restrict logs a warning.
     *
     * @param readOnly whether the call changes nothing
     */
    public void apply(Caller caller, boolean readOnly) {
        var dealer = caller.onlyDealer().map(DealerId::value);
        var owner = caller.onlyOwner().filter(_ -> readOnly).map(AccountId::value);
        if (dealer.isPresent() || owner.isPresent()) {
            var restricted = jdbc.sql("""
                            SELECT set_config('fleet.dealer', :dealer, true), set_config('fleet.owner', :owner, true),
                                row_security_active('booking') AS restricted
                            """)
                    .param("dealer", dealer.map(Object::toString).orElse(""))
                    .param("owner", owner.orElse(""))
                    .query((row, _) -> row.getBoolean("restricted"))
                    .single();
            if (!restricted && !reported.getAndSet(true)) {
                LOG.warn("The role of the service is a superuser or has BYPASSRLS: row-level security does not restrict it");
            }
        }
    }
}
