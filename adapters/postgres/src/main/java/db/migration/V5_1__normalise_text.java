package db.migration;

import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Normalises all text with the domain's values, and adds checks by which the database refuses any other form (ADR 0034). Texts
 * that a value refuses, and cars that would get the same plate, have to be corrected by hand: the migration lists them, fails
 * and changes nothing.
 */
public class V5_1__normalise_text extends BaseJavaMigration {

    private static final UnaryOperator<String> NAME = text -> new Name(text).value();
    private static final UnaryOperator<String> REASON = text -> new Reason(text).value();

    private static final List<Column> COLUMNS = List.of(
            new Column("dealer", "name", NAME),
            new Column("car", "registration_plate", text -> new RegistrationPlate(text).value()),
            new Column("car", "make", NAME),
            new Column("car", "model", NAME),
            new Column("booking", "customer_name", NAME),
            new Column("booking", "customer_email", text -> new EmailAddress(text).value()),
            new Column("booking", "customer_phone", text -> new PhoneNumber(text).value()),
            new Column("booking", "cancellation_reason", REASON),
            new Column("maintenance_window", "reason", REASON),
            new Column("event", "before_reason", REASON),
            new Column("event", "after_reason", REASON));

    private static final String COLLISIONS = """
            SELECT format('dealer %s: cars %s would have the same plate, %s',
                          dealer_id, string_agg(id::text, ' and ' ORDER BY id), registration_plate)
            FROM car GROUP BY dealer_id, registration_plate HAVING count(*) > 1 ORDER BY 1
            """;

    private record Column(String table, String name, UnaryOperator<String> normalForm) {

        String check() {
            return (name.equals("registration_plate") ? "is_normal_plate(%s)" : "is_normal_text(%s)").formatted(name);
        }

        String key() {
            return table.equals("event") ? "serial" : "id";
        }

        /** The text is part of views, so their entity tags must change. */
        String nextVersion() {
            return table.equals("event") ? "" : ", version = version + 1";
        }
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.sql("LOCK TABLE dealer, car, booking, maintenance_window, event").update();
        jdbc.sql("ALTER TABLE car DROP CONSTRAINT car_registration_plate_key").update();
        var faults = new ArrayList<String>();
        COLUMNS.forEach(column -> normalise(column, jdbc, faults));
        faults.addAll(jdbc.sql(COLLISIONS).query(String.class).list());
        if (!faults.isEmpty()) {
            throw new FlywayException("Mend these by hand, then start again; nothing was changed.\n" + String.join("\n", faults));
        }

        // A table cannot be altered while deferred checks of its rows are pending.
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        jdbc.sql("ALTER TABLE car ADD CONSTRAINT car_registration_plate_key UNIQUE (dealer_id, registration_plate)").update();
        COLUMNS.forEach(column -> jdbc.sql("ALTER TABLE %1$s ADD CONSTRAINT %1$s_%2$s_normal CHECK (%3$s)"
                .formatted(column.table, column.name, column.check())).update());
    }

    /** Printable ASCII that passes the check is in normal form. Most text is, so this avoids reading and writing most rows. */
    private static void normalise(Column column, JdbcClient jdbc, List<String> faults) {
        var rows = jdbc.sql("SELECT %1$s, %2$s FROM %3$s WHERE %2$s ~ '[^ -~]' OR NOT %4$s ORDER BY 1"
                        .formatted(column.key(), column.name, column.table, column.check()))
                .query((row, number) -> Map.entry(row.getObject(1), row.getString(2)))
                .list();
        rows.forEach(row -> {
            try {
                var text = column.normalForm.apply(row.getValue());
                if (!text.equals(row.getValue())) {
                    jdbc.sql("UPDATE %s SET %s = :text%s WHERE %s = :key"
                                    .formatted(column.table, column.name, column.nextVersion(), column.key()))
                            .param("text", text)
                            .param("key", row.getKey())
                            .update();
                }
            } catch (InvalidValueException refused) {
                faults.add("%s %s: %s %s".formatted(column.table, row.getKey(), column.name, refused.getMessage()));
            }
        });
    }
}
