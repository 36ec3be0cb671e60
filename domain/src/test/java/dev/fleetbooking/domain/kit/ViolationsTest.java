package dev.fleetbooking.domain.kit;

import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.fleetbooking.domain.kit.text.Name;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = new Violations();

    @Test
    void aValidValueIsReturned() {
        assertThat(violations.check("name", () -> new Name("Ada"))).isEqualTo(new Name("Ada"));
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void aValueThatBreaksItsRuleIsNotedUnderTheField() {
        assertThat(violations.check("contact.name", () -> new Name(""))).isNull();
        assertThat(violations.found()).containsExactly(new Violation("contact.name", "must have 1 to 100 characters"));
    }

    @Test
    void aBugInAValueIsNotAViolation() {
        assertThatIllegalStateException().isThrownBy(() -> violations.check("name", () -> {
            throw new IllegalStateException();
        }));
    }

    @Test
    void allBrokenRulesAreRefusedAtOnceInTheOrderOfTheChecks() {
        violations.check("title", () -> new Name(" "));
        violations.add("id", "must name an existing one");
        violations.check("name", () -> new Name(""));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(violations::refuseIfAny)
                .extracting(RefusedException::refusal)
                .asInstanceOf(InstanceOfAssertFactories.type(CommonRefusal.ValidationFailed.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field)
                        .containsExactly("title", "id", "name"));
    }

    @Test
    void aRuleIsNotedUnderTheFieldUnlessItIsKept() {
        violations.require(true, "name", "must be kept");
        violations.require(false, "name", "must be %d or more", 2);
        violations.require(false, "share", "must be below 100 %");

        assertThat(violations.found()).containsExactly(
                new Violation("name", "must be 2 or more"), new Violation("share", "must be below 100 %"));
    }

    @Test
    void nothingIsRefusedIfNoRuleIsBroken() {
        assertThatCode(violations::refuseIfAny).doesNotThrowAnyException();
    }

    @Test
    void aBoundThatLiesAfterTheOtherIsInOrder() {
        violations.requireOrder("from", Optional.of(at("10:00")), "to", Optional.of(at("10:00:01")));
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void equalBoundsAreOutOfOrder() {
        violations.requireOrder("from", Optional.of(at("10:00")), "to", Optional.of(at("10:00")));
        assertThat(violations.found()).containsExactly(new Violation("to", "must be after from"));
    }

    @Test
    void anAbsentBoundIsInOrderWithAnyOther() {
        violations.requireOrder("from", Optional.empty(), "to", Optional.of(at("10:00")));
        violations.requireOrder("from", Optional.of(at("10:00")), "to", Optional.empty());
        assertThat(violations.found()).isEmpty();
    }

    @Test
    void foundViolationsDoNotChangeLater() {
        var found = violations.found();
        violations.add("name", "must be short");
        assertThat(found).isEmpty();
    }
}
