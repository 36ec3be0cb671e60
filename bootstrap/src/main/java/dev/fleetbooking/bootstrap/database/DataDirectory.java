package dev.fleetbooking.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the embedded PostgreSQL, claimed by this instance until it is closed.
 *
 * <p>The claim is a file lock, which the operating system drops when the process ends, however it ends. So whoever holds
 * it knows that a server found running here has lost its owner.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final int STOP_TIMEOUT_SECONDS = 30;

    private final Path root;
    private final FileChannel claim;

    private DataDirectory(Path root, FileChannel claim) {
        this.root = root;
        this.claim = claim;
    }

    /** @throws EmbeddedDatabaseException if the directory cannot be written or another running instance has claimed it */
    static DataDirectory claim(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            createPrivate(root);
            // The library lets everybody write to the directory in which it unpacks, so nobody may get there.
            createPrivate(root.resolve("binaries"));
            var claim = FileChannel.open(root.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLockable(claim)) {
                claim.close();
                throw new EmbeddedDatabaseException(
                        "The data directory " + root + " is used by another running instance of this service.",
                        "Stop that instance, or set fleet.embedded-postgres.data-directory to another directory.", null);
            }
            return new DataDirectory(root, claim);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The data directory " + root + " cannot be written (" + e + ").",
                    "Make it writable, or set fleet.embedded-postgres.data-directory to a directory that is.", e);
        }
    }

    /** Leaves a directory that exists as it is: it may be somebody's home. */
    private static void createPrivate(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static boolean isLockable(FileChannel claim) throws IOException {
        try {
            return claim.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /** Where PostgreSQL keeps its data. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** Where the executables of PostgreSQL are unpacked. */
    Path binaries() {
        return root.resolve("binaries").resolve("unpacked");
    }

    /** What PostgreSQL reports about itself. */
    Path serverLog() {
        return root.resolve("postgres.log");
    }

    /** Stops the server that a killed instance left running on this directory, if there is one. */
    void stopOrphanedServer() throws IOException {
        var pidFile = cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            // What a crash at the start left. PostgreSQL would take it for a server that is starting.
            Files.delete(pidFile);
            return;
        }
        var pid = Long.parseLong(lines.getFirst().strip());
        var process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return;
        }
        if (isServerOfThisDirectory(process)) {
            stop(process);
        } else if (!isPostgres(process)) {
            // The number was given to somebody else since, as is usual in a restarted container. PostgreSQL only sees
            // that such a process runs, and would refuse to start.
            Files.delete(pidFile);
        }
    }

    private boolean isServerOfThisDirectory(ProcessHandle process) {
        return isPostgres(process)
                && process.info().commandLine().orElse("").contains(cluster().toString());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres");
    }

    private static void stop(ProcessHandle server) throws IOException {
        LOG.info("Stopping the PostgreSQL (process {}) that a killed instance left running", server.pid());
        // SIGINT is a fast shutdown: it ends all sessions. Java itself can send SIGTERM only, which waits for them.
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        try {
            server.onExit().orTimeout(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new EmbeddedDatabaseException(
                    "The PostgreSQL (process " + server.pid() + ") that a killed instance left running does not stop.",
                    "End that process, then start again.", e);
        }
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
