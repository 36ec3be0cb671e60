package dev.fleetbooking.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets which processors a process may use, by taskset of util-linux, so on Linux only. */
final class Processors implements AutoCloseable {

    private final List<ProcessHandle> others;
    private final String before;

    private Processors(List<ProcessHandle> others) throws IOException {
        this.others = others;
        this.before = taskset("--cpu-list", "--pid", pid(ProcessHandle.current())).replaceAll("(?s).*: |\\s", "");
    }

    /** Until closed, this process, the client, uses the last processor, and the others and their children all other ones. */
    static Processors split(ProcessHandle... others) throws IOException {
        var processors = new Processors(List.of(others));
        var numbers = processors.numbers();
        try {
            processors.assignOthers(String.join(",", numbers.subList(0, numbers.size() - 1)));
            assign(ProcessHandle.current(), numbers.getLast());
            return processors;
        } catch (RuntimeException failed) {
            processors.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        assignOthers(before);
        assign(ProcessHandle.current(), before);
    }

    private void assignOthers(String processors) {
        others.stream().flatMap(other -> Stream.concat(Stream.of(other), other.descendants()))
                .forEach(process -> assign(process, processors));
    }

    /** In the form 0-3,6. */
    private List<String> numbers() {
        var numbers = new ArrayList<String>();
        for (var range : before.split(",")) {
            var bounds = range.split("-");
            IntStream.rangeClosed(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]))
                    .mapToObj(String::valueOf).forEach(numbers::add);
        }
        if (numbers.size() < 2) {
            throw new IllegalStateException("one processor cannot be split");
        }
        return numbers;
    }

    private static void assign(ProcessHandle process, String processors) {
        try {
            taskset("--all-tasks", "--cpu-list", "--pid", processors, pid(process));
        } catch (IOException failed) {
            // A process of the database may have ended meanwhile.
            if (process.isAlive()) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static String taskset(String... arguments) throws IOException {
        var command = Stream.concat(Stream.of("taskset"), Stream.of(arguments)).toList();
        var taskset = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(taskset.getInputStream().readAllBytes());
        if (taskset.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private static String pid(ProcessHandle process) {
        return String.valueOf(process.pid());
    }
}
