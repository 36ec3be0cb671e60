package dev.fleetbooking.bootstrap.recipes;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page below {@code docs/recipes}, as far as it can be replayed. Its section "Read" lists files and their size; its fenced blocks
 * are steps, by their info string:
 * <ul>
 *   <li>{@code java file=…}, or any other language: a new file;
 *   <li>{@code diff file=…}: hunks of a file, separated by {@code @@}; the lines that go, with as many of the lines around them as
 *       fit, occur exactly once in it;
 *   <li>{@code sh}: a command that succeeds;
 *   <li>{@code text fails}, after a command: it fails, and each of these lines is in its output.
 * </ul>
 * {@code {next}} is the number of the next migration.
 */
record Recipe(Path page, int kilobytes, List<Path> filesToRead, List<Step> steps) {

    static final Path ROOT = Path.of("..");

    private static final Pattern READ = Pattern.compile("(?ms)^## Read \\((\\d+) kB\\)$(.*?)^## ");
    private static final Pattern FILE = Pattern.compile("(?m)^- `(.*?)`");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: file=(\\S+)| (fails))?\n(.*?)^```$");

    sealed interface Step {
    }

    record NewFile(String file, String text) implements Step {
    }

    record Change(String file, List<Hunk> hunks) implements Step {
    }

    /** Lines as in the page, with the character in front that says whether they stay. */
    record Hunk(List<String> lines) {

        /** Whole lines, each with its end. */
        String before() {
            return without("+");
        }

        String after() {
            return without("-");
        }

        /** The hunk, then with fewer and fewer of the lines around what changes: these change for other reasons. */
        Stream<Hunk> withLessAround() {
            var head = (int) lines.stream().takeWhile(Hunk::stays).count();
            var tail = (int) lines.reversed().stream().takeWhile(Hunk::stays).count();
            return IntStream.rangeClosed(0, head + tail).boxed().flatMap(less -> IntStream.rangeClosed(0, less)
                    .filter(above -> above <= head && less - above <= tail)
                    .mapToObj(above -> new Hunk(lines.subList(above, lines.size() - (less - above)))));
        }

        private static boolean stays(String line) {
            return line.isEmpty() || line.startsWith(" ");
        }

        private String without(String mark) {
            return lines.stream().filter(line -> !line.startsWith(mark))
                    .map(line -> (line.isEmpty() ? "" : line.substring(1)) + "\n").collect(joining());
        }
    }

    /** @param failure what its output contains if it fails; nothing if it succeeds */
    record Command(String line, List<String> failure) implements Step {
    }

    static List<Recipe> all() {
        try (var pages = Files.list(ROOT.resolve("docs/recipes"))) {
            return pages.sorted().map(Recipe::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe read(Path page) {
        try {
            return of(page, Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recipe of(Path page, String markdown) {
        var read = READ.matcher(markdown);
        if (!read.find()) {
            throw new AssertionError(page + " has no section \"## Read (… kB)\"");
        }
        var files = FILE.matcher(read.group(2)).results().map(file -> Path.of(file.group(1))).toList();
        var steps = new ArrayList<Step>();
        BLOCK.matcher(markdown).results().forEach(block -> {
            var file = block.group(2);
            var text = block.group(4);
            if (block.group(3) != null) {
                var command = (Command) steps.removeLast();
                steps.add(new Command(command.line(), text.lines().toList()));
            } else if (block.group(1).equals("sh")) {
                steps.add(new Command(text.strip(), List.of()));
            } else if (file != null) {
                steps.add(block.group(1).equals("diff") ? new Change(file, hunks(text)) : new NewFile(file, text));
            }
        });
        return new Recipe(page, Integer.parseInt(read.group(1)), files, steps);
    }

    private static List<Hunk> hunks(String diff) {
        return Pattern.compile("(?m)^@@\n").splitAsStream(diff)
                .map(hunk -> new Hunk(hunk.lines().toList()))
                .toList();
    }

    @Override
    public String toString() {
        return "docs/recipes/" + page.getFileName();
    }
}
