package dev.fleetbooking.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.postgres.TestTables;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A superuser would see all rows, and nobody would notice that the second wall is missing. */
@ExtendWith(OutputCaptureExtension.class)
class BypassedRowLevelSecurityIT {

    private static final Caller STAFF = new Caller.DealerStaff(new AccountId("grace"), new DealerId(UUID.randomUUID()));

    @Test
    void aRoleThatThePoliciesDoNotRestrictIsReportedOnce(CapturedOutput output) {
        var tables = TestTables.create();
        var rows = new RowLevelSecurity(tables.jdbc());

        tables.rollBack(() -> rows.apply(STAFF, false));
        assertThat(output).doesNotContain("row-level security");

        // Like BYPASSRLS, which only a superuser could give to the role of the test.
        tables.jdbc().sql("ALTER TABLE booking NO FORCE ROW LEVEL SECURITY").update();
        for (var i = 0; i < 2; i++) {
            tables.rollBack(() -> rows.apply(STAFF, false));
        }
        assertThat(output.getAll().split("row-level security does not restrict")).hasSize(2);
    }
}
