package dev.fleetbooking.bootstrap.kit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the embedded PostgreSQL, claimed by this instance until it is closed.
 *
 * <p>The claim is a file lock, which the operating system releases when the process ends, however it ends. So an instance
 * that has the lock knows that a server which still runs here has lost its owner.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final int STOP_TIMEOUT_SECONDS = 30;
    private static final String CLAIM = "instance.lock";

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
            // An existing directory is not changed, since it may be somebody's home. The service's own files are protected below.
            if (!Files.exists(root)) {
                closeToOthers(Files.createDirectories(root));
            }
            var claim = FileChannel.open(root.resolve(CLAIM), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLockable(claim)) {
                claim.close();
                throw new EmbeddedDatabaseException(
                        "The data directory " + root + " is used by another running instance of this service.",
                        "Stop that instance, or set fleet.embedded-postgres.data-directory to another directory.", null);
            }
            var claimed = new DataDirectory(root, claim);
            claimed.closeAllToOthers();
            return claimed;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The data directory " + root + " cannot be written (" + e + ").",
                    "Make it writable, or set fleet.embedded-postgres.data-directory to a directory that is.", e);
        }
    }

    /** Earlier versions left most modes to the umask. */
    private void closeAllToOthers() throws IOException {
        closeToOthers(Files.createDirectories(cluster()));
        closeToOthers(Files.createDirectories(binaries().getParent()));
        Files.write(serverLog(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        for (var file : List.of(root.resolve(CLAIM), serverLog(), password())) {
            if (Files.exists(file)) {
                closeToOthers(file);
            }
        }
    }

    private static void closeToOthers(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var mode = PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------");
            Files.setPosixFilePermissions(path, mode);
        }
    }

    private static boolean isLockable(FileChannel claim) throws IOException {
        try {
            return claim.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /** PostgreSQL's own data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** For the executables of PostgreSQL. The library makes them writable for everybody, so the directory is closed to others. */
    Path binaries() {
        return root.resolve("binaries").resolve("unpacked");
    }

    /** The executable of the server: the newest, if several versions were unpacked. */
    Path postgres() throws IOException {
        try (var found = Files.find(binaries(), 3, (path, _) -> path.toString().matches(".*\\bbin.postgres(\\.exe)?"))) {
            return found.max(Comparator.comparing(path -> path.toFile().lastModified())).orElseThrow();
        }
    }

    /** PostgreSQL's log. */
    Path serverLog() {
        return root.resolve("postgres.log");
    }

    /** Contains the password of the service's role, once that role can log in. */
    Path password() {
        return root.resolve("password");
    }

    /** Written atomically: after a crash the file is complete or absent. */
    void keepPassword(String password) throws IOException {
        // Such a file is inaccessible to others from the beginning.
        var unfinished = Files.createTempFile(root, "password", null);
        Files.writeString(unfinished, password, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(unfinished, password(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops the server that a killed instance left running on this directory, if there is one. */
    void stopOrphanedServer() throws IOException {
        var pidFile = cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            // Left by a crash at the start. PostgreSQL would take it for a server that is starting.
            Files.delete(pidFile);
            return;
        }
        // Negative in single-user mode.
        var pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
        var process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return;
        }
        if (isServerOfThisDirectory(process)) {
            stop(process);
        } else if (!isPostgres(process)) {
            // Another process has this id now, as is usual in a restarted container. PostgreSQL only checks that such a
            // process runs, and would refuse to start.
            Files.delete(pidFile);
        }
    }

    private boolean isServerOfThisDirectory(ProcessHandle process) {
        return isPostgres(process) && process.info().commandLine().orElse("").contains(cluster().toString());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres");
    }

    private static void stop(ProcessHandle server) throws IOException {
        LOG.info("Stopping the PostgreSQL (process {}) that a killed instance left running", server.pid());
        // SIGINT is a fast shutdown: it ends all sessions. Java can only send SIGTERM, which waits for them.
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
