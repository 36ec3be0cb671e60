package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.kit.Choices;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.Property.Generator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A text value accepts or refuses any input; what it accepts can be stored, and read as the same value. */
class TextPropertyTest {

    private static final String LETTERS = range('a', 'z') + range('A', 'Z');

    private static final Generator<String> TEXTS = choices -> switch (choices.between(1, 5)) {
        case 1 -> text(choices, 1, 600, LETTERS);
        case 2 -> text(choices, 1, 30, LETTERS).transform(label -> label + "@" + label + ".org");
        case 3 -> text(choices, 0, 40, range('0', '9') + "+- A_");
        case 4 -> text(choices, 0, 40, range('!', '~') + " \t\u3000ß");
        default -> String.join("", choices.listOf(
                0, 20, some -> Character.toString(some.between(Character.MIN_VALUE, Character.MAX_VALUE))));
    };

    @Test
    void aNameIsCleanOrRefused() {
        assertCleanOrRefused(Name.MAX_LENGTH, given -> new Name(given).value());
    }

    @Test
    void aReasonIsCleanOrRefused() {
        assertCleanOrRefused(Reason.MAX_LENGTH, given -> new Reason(given).value());
    }

    @Test
    void aRegistrationPlateIsCleanOrRefused() {
        assertCleanOrRefused(RegistrationPlate.MAX_LENGTH, given -> new RegistrationPlate(given).value());
    }

    @Test
    void aCategoryIsCleanOrRefused() {
        assertCleanOrRefused(32, given -> new Category(given).value());
    }

    @Test
    void anEmailAddressIsCleanOrRefused() {
        assertCleanOrRefused(EmailAddress.MAX_LENGTH, given -> new EmailAddress(given).value());
    }

    @Test
    void aPhoneNumberIsCleanOrRefused() {
        assertCleanOrRefused(PhoneNumber.MAX_LENGTH, given -> new PhoneNumber(given).value());
    }

    private static void assertCleanOrRefused(int maxLength, UnaryOperator<String> value) {
        forAll(1000, TEXTS, text -> taken(text, value).ifPresent(taken -> {
            assertThat(taken).isNotBlank().isEqualTo(taken.strip());
            assertThat(taken.codePoints().noneMatch(Character::isISOControl)).isTrue();
            assertThat(taken.codePointCount(0, taken.length())).isLessThanOrEqualTo(maxLength);
            assertThat(new String(taken.getBytes(UTF_8), UTF_8)).isEqualTo(taken);
            assertThat(value.apply(taken)).isEqualTo(taken);
        }));
    }

    private static String text(Choices choices, int minLength, int maxLength, String characters) {
        var each = List.of(characters.split(""));
        return String.join("", choices.listOf(minLength, maxLength, some -> some.of(each)));
    }

    private static String range(char from, char to) {
        return IntStream.rangeClosed(from, to).mapToObj(Character::toString).collect(joining());
    }

    private static Optional<String> taken(String text, UnaryOperator<String> value) {
        try {
            return Optional.of(value.apply(text));
        } catch (InvalidValueException refused) {
            assertThat(refused).hasMessageStartingWith("must ");
            return Optional.empty();
        }
    }
}
