package dev.fleetbooking.bootstrap.kit.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server of the service's own: durable, kept over restarts, and used by one instance at a time.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    /**
     * While PostgreSQL does not run, another account may listen at its port. The driver would tell it the password if it
     * asked; by SCRAM a server learns nothing, and has to prove that it knows the password, too.
     */
    private static final String REQUIRED_AUTH = "scram-sha-256";
    /** Recovery after a crash comes before the first connection. */
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
     * Starts the server on this directory, which is created and filled if need be. A server that a killed instance left
     * running there is stopped first. A directory of a version in which everybody was superuser is taken over.
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
                // Beside the data rather than in the temporary directory, which is shared by all users and cleaned up
                // under a server that runs for weeks.
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                // For each resolver the library unpacks once in a JVM. One of our own, so that it is done here.
                .setPgBinaryResolver(DefaultPostgresBinaryResolver.INSTANCE::getPgBinary)
                // Called when the cluster is there and before the server starts.
                .setDataDirectoryCustomizer(_ -> role.establish())
                // For the library's own connections, by which it learns that the server is ready.
                .setConnectConfig("user", ServiceRole.NAME)
                .setConnectConfig("password", role.password())
                .setConnectConfig("requireAuth", REQUIRED_AUTH)
                // The default is a socket in the temporary directory.
                .setServerConfig("unix_socket_directories", "")
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
