package dev.fleetbooking.postgres.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An empty database for one test class, on the only PostgreSQL server of the test JVM. No two classes share a database, so
 * none depends on the data of another or on the order in which they run.
 *
 * <p>The user owns the database and is not a superuser, so a migration that only a superuser can run fails here.
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** Creates a fresh database; the server behind it is chosen and started by the first call. */
    public static TestDatabase createDatabase() {
        return createDatabase("");
    }

    /** @param options those of CREATE DATABASE */
    public static TestDatabase createDatabase(String options) {
        return TestDatabaseServer.ofThisJvm().createDatabase(options);
    }

    /** Makes a service in this process use it. */
    public void configure(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", this::jdbcUrl);
        properties.add("spring.datasource.username", this::username);
        properties.add("spring.datasource.password", this::password);
    }

    /** A transaction that has run this statement with its parameter, and is rolled back when the connection is closed. */
    public Connection uncommitted(String sql, String parameter) throws SQLException {
        var connection = DriverManager.getConnection(jdbcUrl, username, password);
        connection.setAutoCommit(false);
        var statement = connection.prepareStatement(sql);
        statement.setString(1, parameter);
        statement.execute();
        return connection;
    }

    /** The environment of a service process that uses it. Every account of the machine could read a command line. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", jdbcUrl, "SPRING_DATASOURCE_USERNAME", username, "SPRING_DATASOURCE_PASSWORD", password);
    }
}
