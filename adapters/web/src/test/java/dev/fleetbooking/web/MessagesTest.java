package dev.fleetbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/dev/fleetbooking/web/templates");

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
        var keys = Stream.of(
                        names("kind.", CalendarEntry.Kind.values()), names("status.", BookingStatus.values()),
                        names("status.", MaintenanceStatus.values()), names("car.", CarStatus.values()))
                .flatMap(names -> names);

        assertThat(english.stringPropertyNames()).containsAll(keys.toList());
    }

    @Test
    void templatesUseOnlyMessagesThatExist() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.list(TEMPLATES)) {
            for (var file : files.toList()) {
                Pattern.compile("#\\{([\\w.]+)").matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(english.stringPropertyNames());
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
