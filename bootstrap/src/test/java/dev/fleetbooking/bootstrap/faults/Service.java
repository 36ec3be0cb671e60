package dev.fleetbooking.bootstrap.faults;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.fleetbooking.bootstrap.kit.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The packaged service as a separate process, but with holds that lapse during the test. */
final class Service implements AutoCloseable {

    static final Duration HOLD_DURATION = Duration.ofSeconds(10);

    private final Map<String, String> database;
    private final List<String> settings;
    private JavaProcess process;
    private CompletableFuture<String> log;
    private int port;

    private Service(Map<String, String> database, List<String> settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Starts it; each setting is {@code --name=value}. */
    static Service start(PostgresServer database, String... settings) throws IOException {
        var service = new Service(
                Map.of("SPRING_DATASOURCE_URL", database.jdbcUrl(), "SPRING_DATASOURCE_PASSWORD", database.password()),
                Stream.concat(Stream.of("--fleet.policy.hold-duration=" + HOLD_DURATION), Stream.of(settings)).toList());
        service.start();
        return service;
    }

    /** Starts it, on the same port as before if it was started before, and waits until it is ready. */
    void start() throws IOException {
        process = JavaProcess.startService(
                database, Stream.concat(settings.stream(), Stream.of("--server.port=" + port)).toArray(String[]::new));
        port = process.awaitPort();
        // A process whose output is not read blocks when the pipe is full.
        log = CompletableFuture.supplyAsync(process::awaitEnd, Thread::startVirtualThread);
    }

    void kill() {
        process.kill();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Stops it, and keeps its output. */
    @Override
    public void close() throws IOException {
        process.kill();
        Files.writeString(Path.of("target", "faults-service.log"), log.join(), CREATE, APPEND);
    }
}
