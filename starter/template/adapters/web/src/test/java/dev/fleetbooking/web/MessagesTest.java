package dev.fleetbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class MessagesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path FAILURES = MAIN.resolve("java/dev/fleetbooking/web/kit/PageFailures.java");

    @Test
    void everyTextThatThePagesNameExists() throws IOException {
        var messages = new Properties();
        messages.load(getClass().getResourceAsStream("messages.properties"));

        var used = Stream.of(
                        named(MAIN, "#\\{([\\w.]+)"), named(MAIN, "(?:[mM]essage|format)\\(\\s*\"([\\w.]+)\"[,)]"),
                        named(MAIN, "field\\('([\\w.]+)'").map("label."::concat),
                        named(FAILURES, "HttpStatus\\.([A-Z_]+);").map(status -> "error." + HttpStatus.valueOf(status).value()))
                .flatMap(names -> names).toList();

        assertThat(used).hasSizeGreaterThan(20).isSubsetOf(messages.stringPropertyNames());
    }

    private static Stream<String> named(Path path, String pattern) throws IOException {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                    .map(found -> found.group(1)).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
