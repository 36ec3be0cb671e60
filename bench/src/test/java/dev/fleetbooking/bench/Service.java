package dev.fleetbooking.bench;

import dev.fleetbooking.bench.peer.PeerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged service, or its peer, as a separate process, and a client that needs little processor time, because it shares the
 * machine.
 */
final class Service implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/docs");
    private static final Pattern TOKEN_OF_A_CUSTOMER = Pattern.compile("CUSTOMER=(\\S+)");
    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final Process process;
    private final String root;
    private final Duration start;
    /** Of each request besides its own. */
    private Map<String, String> headers = Map.of();

    /**
     * Started as the README says, so with the AOT cache if it was built.
     *
     * @param jvm additional options
     * @param log gets what the service prints
     * @param database for the environment: where its database is; empty for an embedded one
     */
    Service(List<String> jvm, Path log, Map<String, String> database, String... arguments) throws IOException {
        this(log, database, Stream.of(jvm, List.of("@fleet.args", "--server.port=0"), List.of(arguments)));
    }

    private Service(Path log, Map<String, String> database, Stream<List<String>> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(Stream.of(java), arguments.flatMap(List::stream)).toList();
        var builder = new ProcessBuilder(command).directory(Path.of("..").toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(database);
        var begin = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        root = await(READY, log);
        start = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The peer, with the JVM options that the service has, except the AOT cache: that is a part of what is compared. */
    static Service peer(List<String> jvm, Path log, Map<String, String> database, int connections) throws IOException {
        var options = Files.readAllLines(Path.of("..", "fleet.args")).stream()
                .filter(option -> option.startsWith("-XX:") && !option.contains("AOT"))
                .toList();
        return new Service(log, database, Stream.of(jvm, options, List.of(
                "-classpath", System.getProperty("java.class.path"), PeerApplication.class.getName(),
                "--server.port=0", "--spring.datasource.hikari.maximum-pool-size=" + connections)));
    }

    /** The service, whose callers need tokens; it gets one of a customer with each request. */
    static Service withTokens(List<String> jvm, Path log, Map<String, String> database, String argument) throws IOException {
        var service = new Service(jvm, log, database, "--spring.profiles.active=tokens", argument);
        service.headers = Map.of("Authorization", "Bearer " + service.await(TOKEN_OF_A_CUSTOMER, log));
        return service;
    }

    /** @return the first group of the pattern, once the log has it */
    private String await(Pattern pattern, Path log) throws IOException {
        while (process.isAlive()) {
            var found = pattern.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new IllegalStateException("the service did not start: see " + log);
    }

    /** @param body read completely, as a client would */
    record Answer(int status, String body) {
    }

    Answer get(String path) {
        return send(path, null, Map.of());
    }

    Answer post(String path, String body, Map<String, String> headers) {
        return send(path, body, headers);
    }

    private Answer send(String path, String body, Map<String, String> headers) {
        try {
            var connection = (HttpURLConnection) URI.create(root + "/api/v1" + path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_MILLISECONDS);
            this.headers.forEach(connection::setRequestProperty);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            var status = connection.getResponseCode();
            try (var content = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the command until it was ready. */
    Duration start() {
        return start;
    }

    /** The JVM ignores a cache that does not fit; one in use is mapped into its memory. */
    boolean usesAotCache() throws IOException {
        return Files.readString(Path.of("/proc/%d/maps".formatted(process.pid()))).contains(".aot");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Resident memory in MiB. */
    long residentMemory() throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        // Longer than a graceful shutdown may take. A service that ran out of memory does not end by itself.
        process.onExit().completeOnTimeout(process, 40, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
