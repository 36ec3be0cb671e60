package dev.fleetbooking.bootstrap.kit.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes data directories that share the executables of PostgreSQL, because unpacking them takes seconds. {@code PackagedJarIT}
 * unpacks them as users do.
 */
public final class UnpackedPostgres implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        var shared = Files.createDirectories(Path.of("target", "postgres")).toAbsolutePath();
        var directory = Files.createTempDirectory("junit-");
        try {
            Files.createSymbolicLink(directory.resolve("binaries"), shared);
        } catch (FileSystemException | UnsupportedOperationException _) {
            // Where links are not allowed, the server unpacks its own executables.
        }
        return directory;
    }
}
