package dev.fleetbooking.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM on the class path of the tests, for what cannot be tried within this one: exits, kills, rivals. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static JavaProcess start(Class<?> main, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // Starts faster; these processes live for seconds.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        try {
            return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has printed this line. */
    public void awaitLine(String line) throws IOException {
        String printed;
        do {
            printed = output.readLine();
            if (printed == null) {
                throw new IllegalStateException("The process ended before it printed: " + line);
            }
        } while (!printed.equals(line));
    }

    /** Waits for the end of the process and returns what it printed since the last line that was waited for. */
    public String awaitEnd() {
        String rest = output.lines().collect(Collectors.joining("\n"));
        process.onExit().join();
        return rest;
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Ends the process as {@code kill -9} does: it cannot tidy up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
