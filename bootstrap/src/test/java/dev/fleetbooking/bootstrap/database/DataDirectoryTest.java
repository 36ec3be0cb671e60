package dev.fleetbooking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DataDirectoryTest {

    private static final String EVERYBODY_MAY_ENTER = "rwxr-xr-x";
    private static final String NOBODY_ELSE_MAY_ENTER = "rwx------";

    @TempDir
    private Path temporary;

    @Test
    void aDirectoryThatItCreatesIsClosedToOthers() throws IOException {
        var created = temporary.resolve("data");

        DataDirectory.claim(created).close();

        assertThat(permissions(created)).isEqualTo(NOBODY_ELSE_MAY_ENTER);
    }

    @Test
    void aDirectoryThatExistsStaysAsItIsAndOthersAreKeptFromTheExecutablesInIt() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(EVERYBODY_MAY_ENTER));

        try (var claimed = DataDirectory.claim(temporary)) {
            assertThat(permissions(temporary)).isEqualTo(EVERYBODY_MAY_ENTER);
            assertThat(permissions(claimed.binaries().getParent())).isEqualTo(NOBODY_ELSE_MAY_ENTER);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
