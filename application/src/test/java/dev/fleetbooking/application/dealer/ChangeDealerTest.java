package dev.fleetbooking.application.dealer;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Name;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeDealerTest {

    private static final DealerId UNKNOWN = new DealerId(new UUID(0, 0));
    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();

    @Test
    void givenFieldsChangeAndTheVersionGrows() {
        var changed = change(dealer.id(), Precondition.NONE, Optional.of("Other Cars"), Optional.of(30));

        assertThat(changed).isEqualTo(new Dealer(
                dealer.id(), new Name("Other Cars"), dealer.timeZone(), dealer.currency(), new Turnaround(30), 1));
        assertThat(found()).isEqualTo(changed);
    }

    @Test
    void absentFieldsStayUnchanged() {
        assertThat(change(dealer.id(), Precondition.NONE, Optional.of("Other Cars"), Optional.empty()).turnaround())
                .isEqualTo(dealer.turnaround());
        assertThat(change(dealer.id(), Precondition.NONE, Optional.empty(), Optional.of(30)).name())
                .isEqualTo(new Name("Other Cars"));
    }

    @Test
    void aChangeOfNothingKeepsTheVersion() {
        assertThat(change(dealer.id(), Precondition.NONE, Optional.empty(), Optional.empty())).isEqualTo(dealer);
        assertThat(change(dealer.id(), Precondition.NONE, Optional.of(" City Cars "), Optional.of(0))).isEqualTo(dealer);
        assertThat(found()).isEqualTo(dealer);
    }

    @Test
    void aBookingKeepsTheTurnaroundThatItWasMadeWith() {
        var booking = fleet.book(fleet.car(dealer), hours(24, 48));

        change(dealer.id(), Precondition.NONE, Optional.empty(), Optional.of(30));

        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
    }

    @Test
    void thePreconditionMayBeTheCurrentRevision() {
        var precondition = Precondition.oneOf(Set.of(dealer.revision()));

        assertThat(change(dealer.id(), precondition, Optional.of("Other Cars"), Optional.empty()).version()).isEqualTo(1);
    }

    @Test
    void anUnknownDealerIsRefusedBeforeThePreconditionAndThatBeforeTheValues() {
        assertThat(refusal(CommonRefusal.NotFound.class, () -> changeBadly(UNKNOWN, Precondition.MISSING)))
                .isEqualTo(new CommonRefusal.NotFound("dealer", UNKNOWN.value()));
        refusal(CommonRefusal.RevisionRequired.class, () -> changeBadly(dealer.id(), Precondition.MISSING));
        refusal(CommonRefusal.RevisionMismatch.class, () -> changeBadly(dealer.id(), OUTDATED));
    }

    @Test
    void everythingWrongIsRefusedAtOnceAndNothingChanges() {
        assertThat(invalidFields(() -> change(dealer.id(), Precondition.NONE, Optional.of(""), Optional.of(1441))))
                .containsExactly("name", "turnaroundMinutes");
        assertThat(invalidFields(() -> change(dealer.id(), Precondition.NONE, Optional.of("Other"), Optional.of(1441))))
                .containsExactly("turnaroundMinutes");
        assertThat(found()).isEqualTo(dealer);
    }

    private Dealer change(
            DealerId id, Precondition precondition, Optional<String> name, Optional<Integer> turnaroundMinutes) {
        return fleet.useCase(ChangeDealer.class)
                .change(new ChangeDealer.Command(id, precondition, name, turnaroundMinutes));
    }

    private Dealer changeBadly(DealerId id, Precondition precondition) {
        return change(id, precondition, Optional.of(""), Optional.of(-1));
    }

    private Dealer found() {
        return fleet.useCase(GetDealer.class).get(dealer.id());
    }
}
