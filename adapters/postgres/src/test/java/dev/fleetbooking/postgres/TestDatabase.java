package dev.fleetbooking.postgres;

/**
 * An empty database of its own for one test class, on the one PostgreSQL server of the test JVM. No two classes share
 * a database, so none depends on what another left behind or on the order in which they run.
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** Creates a fresh database; the server behind it is chosen and started by the first call. */
    public static TestDatabase createDatabase() {
        return TestDatabaseServer.ofThisJvm().createDatabase();
    }
}
