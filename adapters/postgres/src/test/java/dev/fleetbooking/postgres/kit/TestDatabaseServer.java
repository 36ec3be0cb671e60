package dev.fleetbooking.postgres.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;
import org.postgresql.util.PasswordUtil;
import org.slf4j.LoggerFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of a test JVM: the one named in the environment, else a container, else an embedded one. */
record TestDatabaseServer(String jdbcUrl, String username, String password, boolean outlivesJvm) {

    private static final String IMAGE = "postgres:18-alpine";

    static TestDatabaseServer ofThisJvm() {
        return Holder.SERVER;
    }

    /** One for the whole JVM, whoever asks for it first. */
    static TestDatabaseServer embedded() {
        return Embedded.SERVER;
    }

    /** Starts the server once, at the first use. */
    private static final class Holder {
        private static final TestDatabaseServer SERVER = choose();
    }

    private static final class Embedded {
        private static final TestDatabaseServer SERVER = start();
    }

    private static TestDatabaseServer choose() {
        quieten("org.testcontainers", "tc", "com.github.dockerjava", "io.zonky.test");
        String url = System.getenv("FLEET_TEST_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            announce("the one at " + url.replaceFirst("\\?.*", ""));
            return external(url, System.getenv("FLEET_TEST_DATABASE_USER"), System.getenv("FLEET_TEST_DATABASE_PASSWORD"));
        }
        if (DockerEngine.answers()) {
            return container();
        }
        announce("embedded, as no Docker engine answers and FLEET_TEST_DATABASE_URL is not set");
        return embedded();
    }

    /** Credentials are in the URL's parameters or separate; the parameters take precedence, as in the driver. */
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
        // Testcontainers leaves the clean-up to its Ryuk container, which is often switched off in CI.
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new TestDatabaseServer(container.getJdbcUrl(), container.getUsername(), container.getPassword(), false);
    }

    /** Without fsync, the library's default: its data is not needed after the JVM, which stops the server and deletes it. */
    private static TestDatabaseServer start() {
        String password = UUID.randomUUID().toString();
        try {
            Path passwordFile = Files.writeString(Files.createTempFile("password", null), password);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    // Options of initdb; by default the library requires no password.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("set", "scram_iterations=1")
                    .setConnectConfig("password", password)
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            Files.delete(passwordFile);
            return new TestDatabaseServer(
                    "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres", password, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void announce(String server) {
        System.out.println("PostgreSQL for tests: " + server);
    }

    /**
     * Without a Spring context Logback's level is DEBUG. A thread that initialises SLF4J holds this lock; until it has finished,
     * other threads would get loggers that are not Logback's.
     */
    private static void quieten(String... loggers) {
        synchronized (LoggerFactory.class) {
            List.of(loggers).forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR));
        }
    }

    /** A superuser creates a role that owns the database and is not a superuser. Any other user owns the database itself. */
    TestDatabase createDatabase(String options) {
        String name = "fleet_test_" + UUID.randomUUID().toString().replace("-", "");
        String url = jdbcUrl.replaceFirst("(//[^/]*/)[^?]*", "$1" + name);
        if (execute("SHOW is_superuser").equals("off")) {
            create("CREATE DATABASE %s %s".formatted(name, options), "DROP DATABASE " + name + " WITH (FORCE)");
            return new TestDatabase(url, username, password);
        }
        String ownPassword = UUID.randomUUID().toString();
        // Hashed here, because the server may log its statements; once, because each of hundreds of connections hashes it again.
        byte[] salt = UUID.randomUUID().toString().getBytes(UTF_8);
        String verifier = PasswordUtil.encodeScramSha256(ownPassword.toCharArray(), 1, salt);
        execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, verifier));
        create("CREATE DATABASE %1$s OWNER %1$s %2$s".formatted(name, options), "DROP DATABASE " + name + " WITH (FORCE)", "DROP ROLE " + name);
        String withoutCredentials = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceFirst("[?&]$", "");
        return new TestDatabase(withoutCredentials, name, ownPassword);
    }

    private void create(String sql, String... undo) {
        execute(sql);
        if (outlivesJvm) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> List.of(undo).forEach(this::execute)));
        }
    }

    /** @return the first value of the first row, if there is a row */
    String execute(String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl, username, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run \"" + sql + "\"", e);
        }
    }
}
