package dev.fleetbooking.bootstrap.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server of the service's own: durable, kept over restarts, and used by one instance at a time.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "postgres";
    /** Recovery after a crash comes before the first connection. */
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);

    private final DataDirectory directory;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts the server on this directory, which is created and filled if need be. A server that a killed instance left
     * running there is stopped first.
     *
     * @throws EmbeddedDatabaseException if the directory cannot be written or belongs to another running instance, or
     *     if PostgreSQL does not start
     */
    public static EmbeddedDatabase start(Path path) {
        var directory = DataDirectory.claim(path);
        try {
            directory.stopOrphanedServer();
            return new EmbeddedDatabase(directory, startServer(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e instanceof EmbeddedDatabaseException known ? known : new EmbeddedDatabaseException(
                    "The embedded PostgreSQL in " + directory + " did not start.",
                    "Read the end of " + directory.serverLog() + " for the reason.", e);
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory directory) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(directory.serverLog().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                // Beside the data rather than in the temporary directory, which is shared by all users and cleaned up
                // under a server that runs for weeks.
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                // The library trades durability for speed; a committed booking must survive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Text sorts and compares the same on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The application context closes the server, after the last request; a hook would not wait for that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_TIMEOUT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl(SUPERUSER, DATABASE);
    }

    @Override
    public String getUsername() {
        return SUPERUSER;
    }

    /** The server listens on the loopback address only and asks for no password. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            server.close();
        }
    }
}
