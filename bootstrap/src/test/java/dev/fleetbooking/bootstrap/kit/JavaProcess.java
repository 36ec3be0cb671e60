package dev.fleetbooking.bootstrap.kit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another JVM with the packaged service and the tests, for what cannot be tried within this one: exits, kills, rivals. */
public final class JavaProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(".*http://127\\.0\\.0\\.1:(\\d+)/docs.*");

    /** Options that make a short-lived process start faster. */
    public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts the packaged service. */
    public static JavaProcess startService(Map<String, String> environment, String... arguments) {
        return start(environment, Stream.of("-jar", jar()), arguments);
    }

    public static JavaProcess start(Class<?> main, String... arguments) {
        return start(Map.of(), main, arguments);
    }

    /**
     * Starts a class on the class path of the tests.
     *
     * @param environment added to that of this process; every account of the machine can read the arguments
     */
    public static JavaProcess start(Map<String, String> environment, Class<?> main, String... arguments) {
        return start(environment, Stream.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    private static JavaProcess start(Map<String, String> environment, Stream<String> main, String... arguments) {
        var all = Stream.of(QUICK.stream(), main, Stream.of(arguments)).flatMap(identity()).toList();
        return start(Path.of(""), environment, all);
    }

    private static String jar() {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "bootstrap-*.jar")) {
            return jars.iterator().next().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code java} in this directory. */
    public static JavaProcess start(Path directory, Map<String, String> environment, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(Stream.of(java), arguments.stream()).toList();
        try {
            var builder = new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new JavaProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has printed this line. */
    public void awaitLine(String line) throws IOException {
        awaitLine(Pattern.compile(Pattern.quote(line)));
    }

    /** Waits until the process has printed a line of this form. */
    public MatchResult awaitLine(Pattern form) throws IOException {
        var before = new StringBuilder();
        while (true) {
            var printed = output.readLine();
            if (printed == null) {
                throw new IllegalStateException("The process ended before it printed: %s%n%s".formatted(form, before));
            }
            before.append(printed).append('\n');
            var line = form.matcher(printed);
            if (line.matches()) {
                return line;
            }
        }
    }

    /** Waits until the service in the process has logged that it is ready, and where. */
    public int awaitPort() throws IOException {
        return Integer.parseInt(awaitLine(READY).group(1));
    }

    /** Waits for the end of the process and returns its output since the last line that a test waited for. */
    public String awaitEnd() {
        var rest = output.lines().collect(joining("\n"));
        awaitExit();
        return rest;
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Terminates the process as {@code kill} does, so that it can clean up. */
    public void terminate() {
        // Process.destroy() would also close its output.
        process.toHandle().destroy();
    }

    /** Ends the process as {@code kill -9} does, so that it cannot clean up. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Does not use {@code onExit()}, which needs a thread of the common pool that a test may have blocked. */
    private void awaitExit() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
