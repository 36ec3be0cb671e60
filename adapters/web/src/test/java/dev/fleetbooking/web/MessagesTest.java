package dev.fleetbooking.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.UndisplacedReason;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingTransition;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceTransition;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@WhatToDo("every language has each text that the pages use: docs/adr/0047-a-second-driving-adapter-server-rendered-pages.md")
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/dev/fleetbooking/web/templates");
    private static final Path SOURCES = Path.of("src/main/java/dev/fleetbooking/web");

    private final Properties english = messages("messages.properties");
    private final Properties german = messages("messages_de.properties");

    @Test
    void everyLanguageHasTheSameMessages() {
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void everyLanguageUsesTheSameArguments() {
        for (var key : english.stringPropertyNames()) {
            assertThat(formats(german, key)).as(key).isEqualTo(formats(english, key));
        }
    }

    @Test
    void everyValueThatThePagesNameHasAMessage() {
        assertThat(english.stringPropertyNames()).containsAll(values());
    }

    @Test
    void everyMessageThatCodeAndTemplatesNameExists() {
        var used = named(TEMPLATES, "#\\{([\\w.]+)");
        used.addAll(named(SOURCES, "(?:message|getMessage|format|only)\\(\\s*\"([\\w.]+)\"[,)]"));

        assertThat(used).hasSizeGreaterThan(50).isSubsetOf(english.stringPropertyNames());
    }

    @Test
    void everyFieldAndFactThatThePagesShowHasALabel() {
        var shown = named(TEMPLATES, "field\\('([\\w.]+)'");
        shown.addAll(named(SOURCES, "facts\\.put\\(\"([\\w.]+)\""));

        assertThat(english.stringPropertyNames()).containsAll(shown.stream().map("label."::concat).toList());
    }

    @Test
    void everyMessageIsUsed() {
        var used = named(TEMPLATES, "#\\{([\\w.]+)");
        used.addAll(named(TEMPLATES, "'([\\w.]+)'"));
        used.addAll(named(SOURCES, "\"([\\w.]+)\""));
        used.addAll(values());

        assertThat(english.stringPropertyNames()).filteredOn(key -> !key.startsWith("label.")).isSubsetOf(used);
    }

    /** The keys that are made of a prefix and a value. */
    private static Set<String> values() {
        var weeks = IntStream.of(1, 2, 4).mapToObj(number -> "weeks." + number);
        var errors = named(SOURCES.resolve("kit/PageFailures.java"), "HttpStatus\\.([A-Z_]+)").stream()
                .map(status -> "error." + HttpStatus.valueOf(status).value());
        var fields = named(SOURCES.resolve("schedule/TimelineQuery.java"), "read\\(\"(\\w+)\"").stream().map("field."::concat);
        var steps = Stream.concat(
                        EnumSet.range(BookingTransition.CONFIRMATION, BookingTransition.RESCHEDULE).stream()
                                .filter(step -> step != BookingTransition.LAPSE),
                        EnumSet.complementOf(EnumSet.of(MaintenanceTransition.PLAN)).stream())
                .map(step -> "do." + ((LifeCycle.Transition) step).label());
        return Stream.of(
                        names("kind.", CalendarEntry.Kind.values()), names("status.", BookingStatus.values()),
                        names("status.", MaintenanceStatus.values()), names("car.", CarStatus.values()),
                        names("reason.", UnavailabilityReason.values()), names("undisplaced.", UndisplacedReason.values()),
                        weeks, errors, fields, steps)
                .flatMap(names -> names).collect(toSet());
    }

    private static Set<String> named(Path directory, String pattern) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                    .map(found -> found.group(1)).collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Stream<String> names(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }

    private static int formats(Properties messages, String key) {
        return new MessageFormat(messages.getProperty(key).replace("'", "''")).getFormatsByArgumentIndex().length;
    }

    private static Properties messages(String name) {
        var messages = new Properties();
        try (var file = new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return messages;
    }
}
