package dev.fleetbooking.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers should be able to read all of the code, on a screen of usual width. */
@WhatToDo("take out what the change makes superfluous, and what is written twice; give a capability that not every service needs "
        + "a package or module that can be left out, and name it in this test; raise MAX_LINES (and the number in AGENTS.md and the "
        + "decision) by the lines of a feature that every service needs; see docs/adr/0011-what-was-left-out.md")
class MainCodeSizeTest {

    private static final Path ROOT = Path.of("..");

    /** What can be left out is not counted. */
    private static final List<String> MODULES = List.of("domain", "application", "adapters/rest", "adapters/postgres", "bootstrap");
    private static final Pattern OPTIONAL_PACKAGES = Pattern.compile(".*/dev/fleetbooking/\\w+/(schedule|demo|pages)/.*");

    /** Only a feature that every service needs raises it, by the lines that it adds. */
    private static final int MAX_LINES = 5_744;
    private static final int MAX_COLUMNS = 130;

    /** Lines that are not code, with comments in the layout of this project. */
    private static final Pattern REST = Pattern.compile("\\s*|\\s*(//|/?\\*).*|(import|package) .*");

    @Test
    void allModulesTogetherStaySmall() {
        var counted = files(MODULES).filter(file -> !OPTIONAL_PACKAGES.matcher(file.toString()).matches());

        assertThat(linesOfCode(counted.flatMap(MainCodeSizeTest::linesOf)))
                .as("lines of code in what every service needs")
                .isLessThan(MAX_LINES);
    }

    @Test
    @WhatToDo("break each of these lines")
    void noLineIsWiderThanAScreen() throws Exception {
        var sources = files(ModuleDependenciesTest.everyModule()).toList();

        assertThat(sources).isNotEmpty();
        assertThat(sources.stream().flatMap(MainCodeSizeTest::wideLines)).isEmpty();
    }

    @Test
    void blankLinesCommentsAndImportsAreNotCounted() {
        var lines = Stream.of(
                "package dev.fleetbooking;", "", "import java.util.List;", "/** A list.", " * Of names. */", "record Names(",
                "        // Sorted.", "        List<String> names) {", "}");

        assertThat(linesOfCode(lines)).isEqualTo(3);
    }

    private static long linesOfCode(Stream<String> lines) {
        return lines.filter(line -> !REST.matcher(line).matches()).count();
    }

    private static Stream<String> wideLines(Path file) {
        return linesOf(file).filter(line -> line.length() > MAX_COLUMNS).map(line -> file + ": " + line.strip());
    }

    private static Stream<Path> files(List<String> modules) {
        return modules.stream().map(module -> ROOT.resolve(module).resolve("src/main/java")).filter(Files::isDirectory)
                .flatMap(MainCodeSizeTest::read);
    }

    private static Stream<Path> read(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
