package dev.fleetbooking.domain.kit;

import static dev.fleetbooking.domain.kit.LifeCycle.Row.creating;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.of;
import static dev.fleetbooking.domain.kit.LifeCycle.Row.unrequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private enum Door {
        OPEN, SHUT, GONE
    }

    private enum Move implements LifeCycle.Transition {
        BUILD, SHUTTING, PAINTING, ROTTING
    }

    private final LifeCycle<Door, Move> table = new LifeCycle<>(List.of(
            creating(Move.BUILD, Door.OPEN),
            of(Door.OPEN, Move.SHUTTING, Door.SHUT),
            of(Door.OPEN, Move.PAINTING, Door.OPEN),
            unrequested(Door.OPEN, Move.ROTTING, Door.GONE)));

    @Test
    void aTransitionLeadsToTheStatusOfItsRow() {
        assertThat(table.next(Door.OPEN, Move.SHUTTING)).isEqualTo(Door.SHUT);
    }

    @Test
    void aTransitionWithoutARowIsRefusedWithTheStatusAndWhatIsAllowed() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> table.next(Door.OPEN, Move.BUILD))
                .extracting(RefusedException::refusal)
                .isEqualTo(new CommonRefusal.InvalidTransition("OPEN", "build", List.of("shutting", "painting")));
    }

    @Test
    void onlyTransitionsForCallersAreOfferedInTheOrderOfTheRows() {
        assertThat(table.allowedFrom(Door.OPEN)).containsExactly(Move.SHUTTING, Move.PAINTING);
    }

    @Test
    void aStatusWithoutOutgoingTransitionsIsFinal() {
        assertThat(table.isTerminal(Door.SHUT)).isTrue();
        assertThat(table.isTerminal(Door.OPEN)).isFalse();
    }

    @Test
    void aTransitionIsDoneInTheStatusThatItLeadsTo() {
        assertThat(table.isDone(Door.SHUT, Move.SHUTTING)).isTrue();
        assertThat(table.isDone(Door.OPEN, Move.SHUTTING)).isFalse();
        assertThat(table.isDone(Door.GONE, Move.SHUTTING)).isFalse();
    }

    @Test
    void aTransitionToTheSameStatusIsNeverDone() {
        assertThat(table.isDone(Door.OPEN, Move.PAINTING)).isFalse();
    }
}
