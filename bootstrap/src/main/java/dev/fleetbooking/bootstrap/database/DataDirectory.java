package dev.fleetbooking.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the embedded PostgreSQL, claimed by this instance until it is closed.
 *
 * <p>The claim is a file lock, which the operating system drops when the process ends, however it ends. So whoever holds
 * it knows that a server found running here has lost its owner.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
    private static final int STOP_TIMEOUT_SECONDS = 30;

    private final Path root;
    private final FileChannel claim;

    private DataDirectory(Path root, FileChannel claim) {
        this.root = root;
        this.claim = claim;
    }

    /** @throws EmbeddedDatabaseException if the directory cannot be written or another running instance has claimed it */
    static DataDirectory claim(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            keepOthersOut(root);
            FileChannel claim =
                    FileChannel.open(root.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /** The library lets everybody write to the directory of the executables. */
    private static void keepOthersOut(Path root) throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
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
        return root.resolve("binaries");
    }

    /** What PostgreSQL reports about itself. */
    Path serverLog() {
        return root.resolve("postgres.log");
    }

    /** Stops the server that a killed instance left running on this directory, if there is one. */
    void stopOrphanedServer() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
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
        log.info("Stopping the PostgreSQL (process {}) that a killed instance left running", server.pid());
        // SIGINT is a fast shutdown: it ends all sessions. Java itself can send SIGTERM only, which waits for them.
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        try {
            server.onExit().get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
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
