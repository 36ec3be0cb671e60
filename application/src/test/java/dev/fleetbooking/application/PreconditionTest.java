package dev.fleetbooking.application;

import static dev.fleetbooking.application.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Revision;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionTest {

    private static final Revision CURRENT = new Revision("3");

    @Test
    void noDemandIsMetByEveryRevision() {
        assertThatCode(() -> Precondition.NONE.verify(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void aMissingDemandIsRefused() {
        assertThat(refusal(Refusal.RevisionRequired.class, () -> Precondition.MISSING.verify(CURRENT))).isNotNull();
    }

    @Test
    void oneOfSeveralRevisionsMustBeTheCurrentOne() {
        var precondition = Precondition.oneOf(Set.of(new Revision("2"), CURRENT));

        assertThatCode(() -> precondition.verify(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void anotherRevisionIsRefused() {
        var precondition = Precondition.oneOf(Set.of(new Revision("2")));

        refusal(Refusal.RevisionMismatch.class, () -> precondition.verify(CURRENT));
    }

    @Test
    void noRevisionAtAllIsNeverTheCurrentOne() {
        refusal(Refusal.RevisionMismatch.class, () -> Precondition.oneOf(Set.of()).verify(CURRENT));
    }
}
