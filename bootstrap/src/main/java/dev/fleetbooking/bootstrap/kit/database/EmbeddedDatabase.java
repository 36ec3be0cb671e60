package dev.fleetbooking.bootstrap.kit.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The service's own PostgreSQL server: durable across restarts, and used by one instance at a time.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    /**
     * While PostgreSQL does not run, another account may listen on its port. Without this setting the driver would send the
     * password on request; with SCRAM the server does not get the password, and has to prove that it knows it.
     */
    private static final String REQUIRED_AUTH = "scram-sha-256";
    /** Includes the recovery after a crash, which precedes the first connection. */
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);

    private final DataDirectory directory;
    private final ServiceRole role;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory directory, ServiceRole role, EmbeddedPostgres server) {
        this.directory = directory;
        this.role = role;
        this.server = server;
    }

    /**
     * Starts the server on this directory, which is created and initialised if necessary. A server that a killed instance left
     * running there is stopped first. A directory of an earlier version, in which everybody was superuser, is migrated.
     *
     * @throws EmbeddedDatabaseException if the directory cannot be written or belongs to another running instance, or
     *     if PostgreSQL does not start
     */
    public static EmbeddedDatabase start(Path path) {
        var directory = DataDirectory.claim(path);
        try {
            directory.stopOrphanedServer();
            var role = new ServiceRole(directory);
            return new EmbeddedDatabase(directory, role, startServer(directory, role));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e instanceof EmbeddedDatabaseException known ? known : new EmbeddedDatabaseException(
                    "The embedded PostgreSQL in " + directory + " did not start.",
                    "Read the end of " + directory.serverLog() + " for the reason.", e);
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory directory, ServiceRole role) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(directory.serverLog().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                // Beside the data rather than in the temporary directory, which all users share, and which may be cleaned
                // up while the server runs.
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                // The library unpacks once for each resolver in a JVM. A new resolver makes it unpack into this directory.
                .setPgBinaryResolver(DefaultPostgresBinaryResolver.INSTANCE::getPgBinary)
                // Called after the cluster is created and before the server starts.
                .setDataDirectoryCustomizer(_ -> role.establish())
                // For the library's own connections, by which it checks that the server is ready.
                .setConnectConfig("user", ServiceRole.NAME)
                .setConnectConfig("password", role.password())
                .setConnectConfig("requireAuth", REQUIRED_AUTH)
                // The default is a socket in the temporary directory.
                .setServerConfig("unix_socket_directories", "")
                // The library prefers speed to durability; a committed change must survive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Makes text sort and compare in the same way on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The application context closes the server after the last request; a shutdown hook would not wait for that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_TIMEOUT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl(ServiceRole.NAME, ServiceRole.DATABASE) + "&requireAuth=" + REQUIRED_AUTH;
    }

    @Override
    public String getUsername() {
        return ServiceRole.NAME;
    }

    @Override
    public String getPassword() {
        return role.password();
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            server.close();
        }
    }
}
