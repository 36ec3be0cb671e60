package dev.fleetbooking.bootstrap.faults;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.awaitility.Awaitility.await;

import dev.fleetbooking.bootstrap.kit.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that can be killed and restarted on the same data and port. It is durable, as PostgreSQL is by default.
 */
final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProcessBuilder.Redirect LOG =
            ProcessBuilder.Redirect.appendTo(Path.of("target", "faults-postgres.log").toFile());

    private final Path postgres;
    private final Path data;
    private final List<String> launcher;
    private final String password;
    private final int port = freePort();
    private Process postmaster;

    private PostgresServer(Path postgres, Path data, List<String> launcher, String password) {
        this.postgres = postgres;
        this.data = data;
        this.launcher = launcher;
        this.password = password;
    }

    /** Initialises this directory as the service initialises its own, without starting the server. */
    static PostgresServer create(Path directory) throws IOException {
        String password;
        try (var template = EmbeddedDatabase.start(directory)) {
            password = template.getPassword();
        }
        try (var found = Files.find(directory.resolve("binaries"), 4, (path, _) -> path.endsWith("bin/postgres"))) {
            var created = new PostgresServer(
                    found.findFirst().orElseThrow(), directory.resolve("cluster"), asUser(), password);
            created.allowWhatFaultsNeed();
            return created;
        }
    }

    /** The service's role lacks these rights. They are granted in the same way in which that role is created. */
    private void allowWhatFaultsNeed() throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), "host replication fleet 127.0.0.1/32 scram-sha-256\n", APPEND);
        var command = Stream.concat(launcher.stream(), Stream.of(
                postgres.toString(), "--single", "-j", "-D", data.toString(), "-c", "exit_on_error=on", "postgres"));
        var process = new ProcessBuilder(command.toList()).redirectOutput(LOG).redirectError(LOG).start();
        try (var input = process.outputWriter()) {
            input.write("ALTER ROLE fleet REPLICATION; GRANT pg_monitor TO fleet;"
                    + " GRANT EXECUTE ON FUNCTION pg_promote, pg_switch_wal TO fleet");
        }
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("The rights could not be granted.");
        }
    }

    /** A copy of this server, which must not be running. */
    PostgresServer copyTo(Path directory) throws IOException {
        run("cp", "-a", data.toString(), directory.toString());
        return new PostgresServer(postgres, directory, launcher, password);
    }

    /** Makes it follow the primary once it is started; both must have started with the same data. */
    void follow(PostgresServer primary) throws IOException {
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(data.resolve("postgresql.auto.conf"), "primary_conninfo='host=127.0.0.1 port=%d user=fleet password=%s'\n"
                .formatted(primary.port, primary.password), APPEND);
    }

    /** A copy of this server, which must not be running, on a separate disk. */
    PostgresServer copyTo(SmallDisk disk) throws IOException {
        disk.run("cp -a %s %s".formatted(data, disk.path()));
        return new PostgresServer(
                postgres, disk.path().resolve(data.getFileName()),
                Stream.concat(disk.launcher().stream(), Stream.of("unshare", "-U")).toList(), password);
    }

    /** PostgreSQL refuses to run as root; this is how the embedded library starts it. */
    private static List<String> asUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    /** Starts it unless it is running, and waits until it is ready; each setting is {@code name=value}. */
    void start(String... settings) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptionsInstanceOf(SQLException.class).until(() -> {
            if (!isRunning()) {
                launch(settings);
            }
            return query("SHOW fsync").equals("on") && query("SHOW synchronous_commit").equals("on");
        });
    }

    private void launch(String... settings) throws IOException {
        var command = Stream.of(
                launcher.stream(),
                Stream.of(
                        postgres.toString(), "-D", data.toString(), "-p", String.valueOf(port),
                        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                        // As in the embedded library; a standby must have at least its primary's value.
                        "-c", "max_connections=300"),
                Stream.of(settings).flatMap(setting -> Stream.of("-c", setting)));
        postmaster = new ProcessBuilder(command.flatMap(words -> words).toList()).redirectOutput(LOG).redirectError(LOG).start();
    }

    private boolean isRunning() {
        return postmaster != null && postmaster.isAlive();
    }

    /** Kills all of its processes. The first is suspended before, so that it starts no others meanwhile. */
    void kill() throws IOException {
        run("sh", "-c", "kill -STOP " + postmaster.pid());
        var processes = Stream.concat(Stream.of(postmaster.toHandle()), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Host and port, as in a URL. */
    String address() {
        return "127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + address() + "/postgres?user=fleet";
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "fleet", password);
    }

    /** The first value of the first row. */
    String query(String sql) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = process.inputReader().readAllAsString();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (isRunning()) {
            kill();
        }
    }
}
