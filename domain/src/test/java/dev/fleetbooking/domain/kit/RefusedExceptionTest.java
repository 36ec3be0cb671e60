package dev.fleetbooking.domain.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedExceptionTest {

    private final Refusal refusal = new CommonRefusal.RevisionMismatch();

    @Test
    void itCarriesTheRefusal() {
        assertThat(refusal.asException().refusal()).isSameAs(refusal);
    }

    @Test
    void itHasNoStackTraceBecauseARefusalIsNotAFault() {
        assertThat(refusal.asException().getStackTrace()).isEmpty();
    }
}
