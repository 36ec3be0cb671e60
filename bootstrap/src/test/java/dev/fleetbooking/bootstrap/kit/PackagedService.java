package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged service, started by the README's line as it stands there. */
final class PackagedService {

    /** Where the README's line is typed. */
    static final Path ROOT = Path.of("..");

    private static final Pattern LINE = Pattern.compile("^java (.*-XX:SharedArchiveFile=(\\S+) .*-jar (\\S+))$", Pattern.MULTILINE);

    static final String ARGUMENTS;

    /** From {@link #ROOT}. The archive fits the jar by this very path alone, since one of the libraries is sealed. */
    static final String JAR;

    /** The classes of the service as the virtual machine loads them, which the first start leaves: others take half the time. */
    static final Path ARCHIVE;

    static {
        try {
            var line = LINE.matcher(Files.readString(ROOT.resolve("README.md")));
            assertThat(line.find()).isTrue();
            ARGUMENTS = line.group(1);
            ARCHIVE = ROOT.resolve(line.group(2));
            JAR = line.group(3);
            Files.deleteIfExists(ARCHIVE);
            serve(ARGUMENTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackagedService() {
    }

    /** Starts the service on a new data directory, asks it for its cars, and ends it. */
    static void serve(String command) throws IOException {
        var directory = Files.createTempDirectory("packaged");
        var arguments = new ArrayList<>(JavaProcess.QUICK);
        arguments.addAll(List.of(command.split(" ")));
        arguments.addAll(List.of("--server.port=0", "--fleet.embedded-postgres.data-directory=" + directory));
        try (var service = JavaProcess.start(ROOT, Map.of(), arguments)) {
            var cars = new Api(service.awaitPort()).get("/cars").expect(200);

            assertThat(cars.body().requiredAt("/items")).isNotEmpty();
            service.terminate();
            service.awaitEnd();
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}
