package dev.fleetbooking.postgres;

import java.util.Map;

/**
 * An empty database of its own for one test class, on the one PostgreSQL server of the test JVM. No two classes share
 * a database, so none depends on what another left behind or on the order in which they run.
 *
 * <p>The user owns the database and is no superuser, so a migration that only a superuser can run fails here.
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** Creates a fresh database; the server behind it is chosen and started by the first call. */
    public static TestDatabase createDatabase() {
        return createDatabase("");
    }

    /** @param options those of CREATE DATABASE */
    static TestDatabase createDatabase(String options) {
        return TestDatabaseServer.ofThisJvm().createDatabase(options);
    }

    /** The settings of a service process that uses it. On its command line every account of the machine could read them. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", jdbcUrl, "SPRING_DATASOURCE_USERNAME", username, "SPRING_DATASOURCE_PASSWORD", password);
    }
}
