package dev.fleetbooking.postgres;

import dev.fleetbooking.postgres.kit.TestDatabase;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of a separate database, written by plain SQL, without the adapters. */
public final class TestTables {

    private static final Map<String, String> DEALER = Map.of(
            "id", "gen_random_uuid()", "name", "'City Cars'", "time_zone", "'Europe/Berlin'", "currency", "'EUR'",
            "turnaround_minutes", "0", "version", "0");
    private static final Map<String, String> CAR = Map.of(
            "id", "gen_random_uuid()", "registration_plate", "upper(left(gen_random_uuid()::text, 16))", "make", "'VW'",
            "model", "'Golf'", "model_year", "2024", "category", "'COMPACT'", "daily_price", "50", "currency", "'EUR'",
            "status", "'IN_SERVICE'", "version", "0");
    private static final Map<String, String> BOOKING = Map.ofEntries(
            Map.entry("id", "gen_random_uuid()"), Map.entry("customer_name", "'Ada Lovelace'"),
            Map.entry("customer_email", "'ada@example.org'"), Map.entry("starts_at", "'2027-03-01T09:00Z'"),
            Map.entry("ends_at", "'2027-03-03T09:00Z'"), Map.entry("turnaround_minutes", "0"),
            Map.entry("time_zone", "'Europe/Berlin'"), Map.entry("days", "2"), Map.entry("daily_price", "50"),
            Map.entry("total", "100"), Map.entry("currency", "'EUR'"), Map.entry("status", "'CONFIRMED'"),
            Map.entry("created_at", "'2027-01-01T00:00Z'"), Map.entry("version", "0"));
    private static final Map<String, String> MAINTENANCE_WINDOW = Map.of(
            "id", "gen_random_uuid()", "starts_at", "'2027-03-01T09:00Z'", "ends_at", "'2027-03-03T09:00Z'",
            "reason", "'brakes'", "status", "'PLANNED'", "created_at", "'2027-01-01T00:00Z'", "version", "0");
    private static final Map<String, String> CAR_OCCUPANCY = Map.of(
            "kind", "'BOOKING'", "during", "'[2027-03-01T09:00Z,2027-03-03T09:00Z)'", "used_until", "'2027-03-03T09:00Z'");

    private final FluentConfiguration flyway;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private TestTables(TestDatabase database) {
        var dataSource =
                new SingleConnectionDataSource(database.jdbcUrl(), database.username(), database.password(), true);
        flyway = Flyway.configure().dataSource(dataSource);
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public static TestTables create() {
        return createAt("latest");
    }

    /** The tables after this migration. */
    public static TestTables createAt(String version) {
        var tables = new TestTables(TestDatabase.createDatabase());
        tables.migrateTo(version);
        return tables;
    }

    public void migrateTo(String version) {
        flyway.target(version).load().migrate();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public void commit(Runnable change) {
        transaction.executeWithoutResult(status -> change.run());
    }

    public void rollBack(Runnable change) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            change.run();
        });
    }

    public UUID dealer(Map<String, String> columns) {
        return insert("dealer", "id", DEALER, columns);
    }

    public UUID car(UUID dealer, Map<String, String> columns) {
        return insert("car", "id", CAR, Map.of("dealer_id", quoted(dealer)), columns);
    }

    public UUID booking(UUID car, Map<String, String> columns) {
        return insert("booking", "id", BOOKING, ofCar(car), columns);
    }

    public UUID maintenanceWindow(UUID car, Map<String, String> columns) {
        return insert("maintenance_window", "id", MAINTENANCE_WINDOW, ofCar(car), columns);
    }

    public UUID occupancy(UUID owner, UUID car, Map<String, String> columns) {
        return insert("car_occupancy", "owner_id", CAR_OCCUPANCY,
                Map.of("owner_id", quoted(owner), "car_id", quoted(car)), columns);
    }

    public static String quoted(Object value) {
        return "'" + value + "'";
    }

    private Map<String, String> ofCar(UUID car) {
        return Map.of(
                "car_id", quoted(car), "dealer_id", "(SELECT dealer_id FROM car WHERE id = %s)".formatted(quoted(car)));
    }

    /** Later columns replace earlier ones; all values are SQL. */
    @SafeVarargs
    private UUID insert(String table, String key, Map<String, String>... columns) {
        var merged = new TreeMap<String, String>();
        for (var some : columns) {
            merged.putAll(some);
        }
        return jdbc.sql("INSERT INTO %s (%s) VALUES (%s) RETURNING %s".formatted(
                        table, String.join(", ", merged.keySet()), String.join(", ", merged.values()), key))
                .query(UUID.class)
                .single();
    }
}
