package dev.fleetbooking.bootstrap.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system that is soon full: a tmpfs that is only visible to the processes started through {@link #launcher}. User
 * namespaces of Linux let everybody mount it; where they are forbidden, as in most containers, the test fails.
 */
final class SmallDisk implements AutoCloseable {

    private final Path path;
    private final Process keeper;

    private SmallDisk(Path path, Process keeper) {
        this.path = path;
        this.keeper = keeper;
    }

    static SmallDisk mount(Path path, int megabytes) throws IOException {
        var keeper = new ProcessBuilder(
                        "unshare", "-rm", "sh", "-c",
                        "mount -t tmpfs -o size=%dm tmpfs %s && echo mounted && exec cat".formatted(megabytes, path))
                .redirectErrorStream(true).start();
        var said = keeper.inputReader().readLine();
        if (!"mounted".equals(said)) {
            throw new IOException("No small disk, as this machine lets nobody mount one in a user namespace: " + said);
        }
        return new SmallDisk(path, keeper);
    }

    /** The prefix of a command that uses the disk. */
    List<String> launcher() {
        return List.of("nsenter", "-t", String.valueOf(keeper.pid()), "-U", "-m", "--preserve-credentials");
    }

    Path path() {
        return path;
    }

    /** Runs a shell command that uses the disk. */
    void run(String command) throws IOException {
        var words = new ArrayList<>(launcher());
        words.addAll(List.of("sh", "-c", command));
        PostgresServer.run(words.toArray(String[]::new));
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        run("cat /dev/zero > %1$s/filler 2> /dev/null; test -s %1$s/filler".formatted(path));
    }

    void free() throws IOException {
        run("rm %s/filler".formatted(path));
    }

    /** The disk disappears with the last process that uses it. */
    @Override
    public void close() {
        keeper.destroyForcibly().onExit().join();
    }
}
