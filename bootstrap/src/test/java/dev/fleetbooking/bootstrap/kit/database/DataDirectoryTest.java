package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DataDirectoryTest {

    private static final String EVERYBODY_MAY_ENTER = "rwxr-xr-x";
    private static final String NOBODY_ELSE_MAY_ENTER = "rwx------";
    private static final List<String> NOBODY_ELSE = List.of(NOBODY_ELSE_MAY_ENTER, "rw-------");

    @TempDir
    private Path temporary;

    @Test
    void aDirectoryThatItCreatesIsInaccessibleToOthers() throws IOException {
        var created = temporary.resolve("data");

        DataDirectory.claim(created).close();

        assertThat(permissions(created)).isEqualTo(NOBODY_ELSE_MAY_ENTER);
    }

    @Test
    void anExistingDirectoryIsNotChangedButItsFilesBecomeInaccessibleToOthers() throws IOException {
        open(temporary);
        for (var directory : List.of("binaries", "cluster")) {
            open(Files.createDirectory(temporary.resolve(directory)));
        }
        for (var file : List.of("instance.lock", "postgres.log", "password")) {
            open(Files.createFile(temporary.resolve(file)));
        }

        DataDirectory.claim(temporary).close();

        assertThat(permissions(temporary)).isEqualTo(EVERYBODY_MAY_ENTER);
        try (var entries = Files.list(temporary)) {
            assertThat(entries).hasSize(5).allMatch(entry -> NOBODY_ELSE.contains(permissions(entry)));
        }
    }

    @Test
    void filesThatItCreatesInAnExistingDirectoryAreInaccessibleToOthers() throws IOException {
        open(temporary);

        try (var claimed = DataDirectory.claim(temporary)) {
            claimed.keepPassword("hush");
        }

        try (var entries = Files.list(temporary)) {
            assertThat(entries).hasSize(5).allMatch(entry -> NOBODY_ELSE.contains(permissions(entry)));
        }
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(EVERYBODY_MAY_ENTER));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
