package dev.fleetbooking.application.kit;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionTest {

    private static final Revision CURRENT = new Revision("3");

    @Test
    void everyRevisionFulfilsTheEmptyPrecondition() {
        assertThatCode(() -> Precondition.NONE.verify(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void aMissingPreconditionIsRefused() {
        assertThat(refusal(CommonRefusal.RevisionRequired.class, () -> Precondition.MISSING.verify(CURRENT))).isNotNull();
    }

    @Test
    void oneOfSeveralRevisionsMustBeTheCurrentOne() {
        var precondition = Precondition.oneOf(Set.of(new Revision("2"), CURRENT));

        assertThatCode(() -> precondition.verify(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void anotherRevisionIsRefused() {
        var precondition = Precondition.oneOf(Set.of(new Revision("2")));

        refusal(CommonRefusal.RevisionMismatch.class, () -> precondition.verify(CURRENT));
    }

    @Test
    void noRevisionAtAllIsNeverTheCurrentOne() {
        refusal(CommonRefusal.RevisionMismatch.class, () -> Precondition.oneOf(Set.of()).verify(CURRENT));
    }
}
