package dev.fleetbooking.bootstrap.recipes;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A copy of the repository to which a recipe is applied. It contains at least the files that were written. */
record WorkingCopy(Path folder) {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*");
    private static final Set<String> NOT_COPIED = Set.of(".git", "target");

    /** A copy in which the commands of a recipe can run. */
    static WorkingCopy complete(Path folder) throws IOException {
        Files.walkFileTree(Recipe.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(Recipe.ROOT.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_COPIED.contains(file.getFileName().toString())) { // In a worktree, .git is a file.
                    Files.copy(file, folder.resolve(Recipe.ROOT.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new WorkingCopy(folder);
    }

    void apply(Recipe recipe, Recipe.Step step) throws IOException {
        switch (step) {
            case Recipe.NewFile(var file, var text) -> {
                var name = numbered(file);
                assertThat(Recipe.ROOT.resolve(name))
                        .as("%s adds a file that the project has by now; choose another example", recipe).doesNotExist();
                write(name, numbered(text));
            }
            case Recipe.Change(var file, var hunks) -> {
                for (var hunk : hunks) {
                    var text = read(file);
                    var found = hunk.withLessAround().filter(part -> isOnce(part.before(), text)).findFirst()
                            .orElseThrow(() -> new AssertionError(unfit(recipe, file, hunk, text)));
                    var start = ("\n" + text).indexOf("\n" + found.before());
                    write(file, text.substring(0, start) + numbered(found.after()) + text.substring(start + found.before().length()));
                }
            }
            case Recipe.Command _ -> {
            }
        }
    }

    private static boolean isOnce(String lines, String text) {
        var found = "\n" + lines;
        var start = ("\n" + text).indexOf(found);
        return lines.chars().anyMatch(Character::isLetterOrDigit) && start >= 0 && ("\n" + text).indexOf(found, start + 1) < 0;
    }

    private static String unfit(Recipe recipe, String file, Recipe.Hunk hunk, String text) {
        var present = text.lines().collect(toSet());
        var missing = hunk.before().lines().filter(line -> !present.contains(line)).map(line -> "  " + line + "\n").collect(joining());
        return """
                %s quotes lines of %s that are not there, together and once:

                %s
                %s
                Copy them into the page as they are now, or others beside them.""".formatted(
                recipe, file, hunk.before(),
                missing.isEmpty() ? "It has all of them, but elsewhere or more than once." : "It has no line\n" + missing);
    }

    void run(Recipe.Command command) throws Exception {
        var output = folder.resolve("output");
        // By configuration, so that the command is the one that the recipe names.
        Files.writeString(folder.resolve(".mvn/maven.config"), Files.readString(Recipe.ROOT.resolve(".mvn/maven.config"))
                + "--batch-mode\n--offline\n-Dmaven.repo.local=%s\n".formatted(System.getProperty("recipes.repository")));
        var builder = new ProcessBuilder("sh", "-c", command.line())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().merge("PATH", System.getProperty("recipes.maven") + "/bin", (path, maven) -> maven + ":" + path);
        var process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(command.line() + " ends").isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        var text = Files.readString(output);
        assertThat(process.exitValue() == 0).as("%s\n%s", command.line(), text).isEqualTo(command.failure().isEmpty());
        for (var expected : command.failure()) {
            assertThat(text).as(command.line()).contains(numbered(expected).strip());
        }
    }

    private String read(String file) throws IOException {
        var written = folder.resolve(file);
        return Files.readString(Files.exists(written) ? written : Recipe.ROOT.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String numbered(String text) throws IOException {
        if (!text.contains("{next}")) {
            return text;
        }
        try (var migrations = Files.list(Recipe.ROOT.resolve("adapters/postgres/src/main/resources/db/migration"))) {
            var last = migrations.map(file -> MIGRATION.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches()).mapToInt(name -> Integer.parseInt(name.group(1))).max().orElseThrow();
            return text.replace("{next}", String.valueOf(last + 1));
        }
    }
}
