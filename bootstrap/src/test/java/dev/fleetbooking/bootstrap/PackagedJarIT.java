package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started by the exact command in the README. */
class PackagedJarIT {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("^java (.*-jar .*)$", Pattern.MULTILINE);
    private static final Pattern ARCHIVE = Pattern.compile("-XX:SharedArchiveFile=(\\S+)");

    @TempDir
    private Path directory;

    private String command;
    private Path archive;

    @BeforeEach
    void readTheCommand() throws Exception {
        var readme = COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        command = readme.group(1);
        var file = ARCHIVE.matcher(command);
        assertThat(file.find()).isTrue();
        archive = ROOT.resolve(file.group(1));
        Files.deleteIfExists(archive);
    }

    @Test
    void theFirstStartWritesAClassArchiveThatTheNextStartUses() throws Exception {
        serve(command);
        assertThat(archive).isNotEmptyFile();

        // "on": the JVM exits at once if it cannot use the archive.
        serve("-Xshare:on " + command.replace("-XX:+AutoCreateSharedArchive ", ""));
    }

    /** Starts the service, lists its cars, and stops it. */
    private void serve(String command) throws Exception {
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(Arrays.asList(
                "--server.port=0", "--fleet.embedded-postgres.data-directory=" + directory.resolve("postgres")));
        try (var service = JavaProcess.start(ROOT, Map.of(), arguments)) {
            var port = service.awaitPort();

            var cars = new Api(port).get("/cars").expect(200);

            assertThat(cars.body().requiredAt("/items")).isNotEmpty();
            service.terminate();
            service.awaitEnd();
        }
    }
}
