package dev.fleetbooking.domain.dealer;

import static dev.fleetbooking.domain.Fixtures.DEALER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Name;
import org.junit.jupiter.api.Test;

class DealerTest {

    @Test
    void aDealerIsRegisteredInItsFirstVersion() {
        assertThat(Dealer.register(DEALER.id(), DEALER.name(), DEALER.timeZone(), DEALER.currency(), Turnaround.NONE))
                .isEqualTo(new Dealer(
                        DEALER.id(), DEALER.name(), DEALER.timeZone(), DEALER.currency(), Turnaround.NONE, 0));
    }

    @Test
    void onlyTheNameChanges() {
        var changed = DEALER.renamed(new Name("Town Cars"));
        assertThat(changed.name()).isEqualTo(new Name("Town Cars"));
        assertThat(changed.renamed(DEALER.name())).isEqualTo(DEALER);
    }

    @Test
    void onlyTheTurnaroundChanges() {
        var changed = DEALER.withTurnaround(new Turnaround(30));
        assertThat(changed.turnaround()).isEqualTo(new Turnaround(30));
        assertThat(changed.withTurnaround(DEALER.turnaround())).isEqualTo(DEALER);
    }

    @Test
    void theRevisionIsTheVersion() {
        assertThat(DEALER.revision()).isEqualTo(new Revision("0"));
    }
}
