package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** The jar, started by the exact command in the README. */
@Execution(CONCURRENT)
class PackagedJarIT {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("^java (.*-XX:SharedArchiveFile=(\\S+) .*-jar .*)$", Pattern.MULTILINE);

    @TempDir
    private Path directory;

    /** The archive takes several seconds, so that it is written and used with {@code -Dthorough} only. */
    @Test
    void servesAndLeavesAClassArchiveThatTheNextStartUses() throws Exception {
        var readme = COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        var command = readme.group(1);
        var archive = ROOT.resolve(readme.group(2));
        Files.deleteIfExists(archive);

        var withoutArchive = command.replace("-XX:+AutoCreateSharedArchive ", "");
        if (!Boolean.getBoolean("thorough")) {
            serve(withoutArchive);
            return;
        }
        serve(command);
        assertThat(archive).isNotEmptyFile();
        // "on": the virtual machine exits at once if it cannot use the archive.
        serve("-Xshare:on " + withoutArchive);
    }

    /** Starts the service, lists its cars, and stops it. */
    private void serve(String command) throws Exception {
        var arguments = Stream.of(
                JavaProcess.QUICK,
                List.of(command.split(" ")),
                List.of("--server.port=0", "--fleet.embedded-postgres.data-directory=" + directory.resolve("postgres")));
        try (var service = JavaProcess.start(ROOT, Map.of(), arguments.flatMap(List::stream).toList())) {
            var cars = new Api(service.awaitPort()).get("/cars").expect(200);

            assertThat(cars.body().requiredAt("/items")).isNotEmpty();
            service.terminate();
            service.awaitEnd();
        }
    }
}
