package dev.fleetbooking.postgres;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;
import org.slf4j.LoggerFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of a test JVM: the one named in the environment, else a container, else an embedded one. */
record TestDatabaseServer(String jdbcUrl, String username, String password, boolean outlivesJvm) {

    private static final String IMAGE = "postgres:18-alpine";

    static TestDatabaseServer ofThisJvm() {
        return Holder.SERVER;
    }

    /** Starts the server when it is first asked for, once. */
    private static final class Holder {
        private static final TestDatabaseServer SERVER = choose();
    }

    private static TestDatabaseServer choose() {
        quieten("org.testcontainers", "tc", "com.github.dockerjava", "io.zonky.test");
        String url = System.getenv("FLEET_TEST_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            announce("the one at " + url.replaceFirst("\\?.*", ""));
            return external(url, System.getenv("FLEET_TEST_DATABASE_USER"), System.getenv("FLEET_TEST_DATABASE_PASSWORD"));
        }
        return DockerEngine.answers() ? container() : embedded();
    }

    /** Credentials stand in the URL's parameters or beside it; the parameters win, as they do in the driver. */
    static TestDatabaseServer external(String url, String username, String password) {
        Properties parsed = Driver.parseURL(url, null);
        if (parsed == null) {
            throw new IllegalStateException("FLEET_TEST_DATABASE_URL is no PostgreSQL JDBC URL");
        }
        return new TestDatabaseServer(url, parsed.getProperty("user", username), parsed.getProperty("password", password), true);
    }

    private static TestDatabaseServer container() {
        announce("a container of " + IMAGE);
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        // Testcontainers leaves this to its Ryuk container, which is often switched off in CI.
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new TestDatabaseServer(container.getJdbcUrl(), container.getUsername(), container.getPassword(), false);
    }

    /** Left as fast as the library makes it (no fsync): nothing in it outlives the JVM, which stops and deletes it. */
    private static TestDatabaseServer embedded() {
        announce("embedded, as no Docker engine answers and FLEET_TEST_DATABASE_URL is not set");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new TestDatabaseServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void announce(String server) {
        System.out.println("PostgreSQL for tests: " + server);
    }

    /** Without a Spring context Logback prints everything down to DEBUG. */
    private static void quieten(String... loggers) {
        List.of(loggers).forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR));
    }

    TestDatabase createDatabase() {
        String name = "fleet_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        if (outlivesJvm) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> execute("DROP DATABASE " + name + " WITH (FORCE)")));
        }
        return new TestDatabase(jdbcUrl.replaceFirst("(//[^/]*/)[^?]*", "$1" + name), username, password);
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl, username, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run \"" + sql + "\"", e);
        }
    }
}
