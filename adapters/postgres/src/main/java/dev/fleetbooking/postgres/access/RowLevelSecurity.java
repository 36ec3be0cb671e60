package dev.fleetbooking.postgres.access;

import dev.fleetbooking.domain.access.AccountId;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.DealerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hides from a transaction the rows that its caller may not know of, even from a query that forgets to leave them out. */
@Component
public class RowLevelSecurity {

    private final JdbcClient jdbc;

    RowLevelSecurity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Applies to the running transaction, until its end. It takes a round trip for callers who may not know of everything, and
     * none for others. A customer's booking has to end lapsed holds of other customers, so changes hide nothing from customers.
     *
     * @param readOnly whether the call changes nothing
     */
    public void apply(Caller caller, boolean readOnly) {
        var dealer = caller.onlyDealer().map(DealerId::value);
        var owner = caller.onlyOwner().filter(_ -> readOnly).map(AccountId::value);
        if (dealer.isPresent() || owner.isPresent()) {
            jdbc.sql("SELECT set_config('fleet.dealer', :dealer, true), set_config('fleet.owner', :owner, true)")
                    .param("dealer", dealer.map(Object::toString).orElse(""))
                    .param("owner", owner.orElse(""))
                    .query()
                    .singleRow();
        }
    }
}
