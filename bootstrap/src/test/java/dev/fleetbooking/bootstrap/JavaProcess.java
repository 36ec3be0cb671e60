package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.joining;

import dev.fleetbooking.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
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

    /** Options with which a process starts faster that lives for seconds. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static JavaProcess start(Class<?> main, String... arguments) {
        return start(Map.of(), main, arguments);
    }

    /** @param environment added to that of this process; every account of the machine can read the arguments */
    public static JavaProcess start(Map<String, String> environment, Class<?> main, String... arguments) {
        var options = Stream.of("-XX:SharedArchiveFile=" + ClassArchive.FILE, "-cp", ClassArchive.CLASS_PATH, main.getName());
        return start(environment, options, arguments);
    }

    private static JavaProcess start(Map<String, String> environment, Stream<String> options, String... arguments) {
        // Without the log of the virtual machine, which mentions each class that it finds elsewhere than in the archive.
        var quick = Stream.concat(Stream.concat(QUICK.stream(), Stream.of("-Xlog:disable")), options);
        return start(Path.of(""), environment, Stream.concat(quick, Stream.of(arguments)).toList());
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

    /** The jar of the service, with its libraries beside it. */
    static String packagedJar() {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "bootstrap-*.jar")) {
            return jars.iterator().next().toString();
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
        while (true) {
            var printed = output.readLine();
            if (printed == null) {
                throw new IllegalStateException("The process ended before it printed: " + form);
            }
            var line = form.matcher(printed);
            if (line.matches()) {
                return line;
            }
        }
    }

    /** Waits until the service in the process has said that it is ready, and where. */
    public int awaitPort() throws IOException {
        return Integer.parseInt(awaitLine(READY).group(1));
    }

    /** Waits for the end of the process and returns what it printed since the last line that was waited for. */
    public String awaitEnd() {
        var rest = output.lines().collect(joining("\n"));
        awaitExit();
        return rest;
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Asks the process to end, as {@code kill} does: it can tidy up. */
    public void terminate() {
        // Process.destroy() would close its output, too.
        process.toHandle().destroy();
    }

    /** Ends the process as {@code kill -9} does: it cannot tidy up. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Not by {@code onExit()}: that needs a thread of the common pool, which a test may have blocked. */
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

    /** The classes of the packaged service as the virtual machine loads them, written once: then it starts in half the time. */
    private static final class ClassArchive {

        /** The path that the archive has comes first; behind it is only what tests add. */
        static final String CLASS_PATH = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(Pattern.compile("test-classes$|-tests\\.jar$|spring-boot-test-[^/\\\\]*$").asPredicate())
                .collect(joining(File.pathSeparator, packagedJar() + File.pathSeparator, ""));
        static final Path FILE = write();

        /** Starts the service and ends it, which is when the archive is written. */
        private static Path write() {
            var file = Path.of("target", "tests.jsa");
            var options = Stream.of("-XX:ArchiveClassesAtExit=" + file, "-jar", packagedJar());
            try (var service = start(
                    TestDatabase.createDatabase().environment(), options, "--server.port=0", "--fleet.demo-data=false")) {
                service.awaitPort();
                service.terminate();
                service.awaitEnd();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        }
    }
}
