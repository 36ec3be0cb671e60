package dev.fleetbooking.bootstrap.kit.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes data directories that share the executables of PostgreSQL with the server of the tests, because unpacking them takes
 * seconds. {@code PackagedJarIT} unpacks them as users do.
 */
public final class UnpackedPostgres implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        // Where the library unpacks them by default.
        var shared = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"));
        var directory = Files.createTempDirectory("junit-");
        try {
            Files.createSymbolicLink(directory.resolve("binaries"), shared);
        } catch (FileSystemException | UnsupportedOperationException _) {
            // Where links are not allowed, the server unpacks its own executables.
        }
        return directory;
    }
}
