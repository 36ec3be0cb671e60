package dev.fleetbooking.domain.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.InvalidValueException;
import dev.fleetbooking.domain.booking.EmailAddress;
import dev.fleetbooking.domain.booking.PhoneNumber;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.RegistrationPlate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes from outside, a text value takes it or refuses it, and what it took can be stored and given again. */
class TextPropertyTest {

    @Property
    void aNameIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, Name.MAX_LENGTH, given -> new Name(given).value());
    }

    @Property
    void aReasonIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, Reason.MAX_LENGTH, given -> new Reason(given).value());
    }

    @Property
    void aRegistrationPlateIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, RegistrationPlate.MAX_LENGTH, given -> new RegistrationPlate(given).value());
    }

    @Property
    void aCategoryIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, 32, given -> new Category(given).value());
    }

    @Property
    void anEmailAddressIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, EmailAddress.MAX_LENGTH, given -> new EmailAddress(given).value());
    }

    @Property
    void aPhoneNumberIsCleanOrRefused(@ForAll("texts") String text) {
        assertCleanOrRefused(text, PhoneNumber.MAX_LENGTH, given -> new PhoneNumber(given).value());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings().withCharRange('!', '~').withChars(' ', '\t', '\u3000', 'ß').ofMaxLength(40),
                Arbitraries.strings().withCharRange('0', '9').withChars("+- A_").ofMaxLength(40),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(600),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(30).map(label -> label + "@" + label + ".org"));
    }

    private static void assertCleanOrRefused(String text, int maxLength, UnaryOperator<String> value) {
        taken(text, value).ifPresent(taken -> {
            assertThat(taken).isNotBlank().isEqualTo(taken.strip());
            assertThat(taken.codePoints().noneMatch(Character::isISOControl)).isTrue();
            assertThat(taken.codePointCount(0, taken.length())).isLessThanOrEqualTo(maxLength);
            assertThat(new String(taken.getBytes(UTF_8), UTF_8)).isEqualTo(taken);
            assertThat(value.apply(taken)).isEqualTo(taken);
        });
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
