package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.text.Texts.assigned;
import static dev.fleetbooking.domain.kit.text.Texts.escaped;
import static dev.fleetbooking.domain.kit.text.Texts.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalFormTest {

    private static final UnaryOperator<String> NAME = text -> new Name(text).value();

    @Test
    void aTextIsInNormalFormC() {
        Texts.assertNormal(Form.NFC, NAME);
    }

    /** Why a text that is four times too long is refused before it is normalised. */
    @Test
    void noCharacterIsComposedOfMoreThanFour() {
        assertThat(assigned().map(text -> Normalizer.normalize(text, Form.NFD)))
                .allMatch(parts -> parts.codePointCount(0, parts.length()) <= 4);
    }

    /**
     * Unicode, DerivedCoreProperties.txt, Default_Ignorable_Code_Point. The property is written out here and derived in the
     * code, so that one checks the other.
     */
    @Test
    void defaultIgnorableCharactersCountAsInvisible() {
        int[][] ignorable = {
            {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x200b, 0x200f},
            {0x2060, 0x2064}, {0x206a, 0x206f}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0},
            {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0001, 0xe0001}, {0xe0020, 0xe007f}, {0xe0100, 0xe01ef}};
        for (var range : ignorable) {
            IntStream.rangeClosed(range[0], range[1]).mapToObj(Character::toString).forEach(character -> {
                assertThat(taken(character, NAME)).as(escaped(character)).isEmpty();
                assertThat(taken("A" + character, NAME)).as(escaped(character)).isPresent();
                assertThat(taken("A" + character, visible -> Text.visible(visible, 10))).as(escaped(character)).isEmpty();
            });
        }
    }
}
