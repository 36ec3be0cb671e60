package dev.fleetbooking.domain;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.booking.BookingLifeCycle;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingTransition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.Property;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Random walks through the life cycles, compared at each step with a model: what each status allows, and where it leads. */
class LifeCyclePropertyTest {

    private record Step<S, T>(T by, S to) {
    }

    private static final Map<BookingStatus, List<Step<BookingStatus, BookingTransition>>> BOOKING = Map.of(
            BookingStatus.HELD, List.of(
                    new Step<>(BookingTransition.CONFIRMATION, BookingStatus.CONFIRMED),
                    new Step<>(BookingTransition.LAPSE, BookingStatus.EXPIRED),
                    new Step<>(BookingTransition.CANCELLATION, BookingStatus.CANCELLED),
                    new Step<>(BookingTransition.RESCHEDULE, BookingStatus.HELD)),
            BookingStatus.CONFIRMED, List.of(
                    new Step<>(BookingTransition.CANCELLATION, BookingStatus.CANCELLED),
                    new Step<>(BookingTransition.HAND_OVER, BookingStatus.ACTIVE),
                    new Step<>(BookingTransition.NO_SHOW, BookingStatus.NO_SHOW),
                    new Step<>(BookingTransition.RESCHEDULE, BookingStatus.CONFIRMED)),
            BookingStatus.ACTIVE, List.of(
                    new Step<>(BookingTransition.RETURN, BookingStatus.COMPLETED),
                    new Step<>(BookingTransition.RESCHEDULE, BookingStatus.ACTIVE)));

    private static final Map<MaintenanceStatus, List<Step<MaintenanceStatus, MaintenanceTransition>>> MAINTENANCE = Map.of(
            MaintenanceStatus.PLANNED, List.of(
                    new Step<>(MaintenanceTransition.START, MaintenanceStatus.IN_PROGRESS),
                    new Step<>(MaintenanceTransition.CANCELLATION, MaintenanceStatus.CANCELLED),
                    new Step<>(MaintenanceTransition.RESCHEDULE, MaintenanceStatus.PLANNED)),
            MaintenanceStatus.IN_PROGRESS, List.of(
                    new Step<>(MaintenanceTransition.COMPLETION, MaintenanceStatus.COMPLETED),
                    new Step<>(MaintenanceTransition.RESCHEDULE, MaintenanceStatus.IN_PROGRESS)));

    @Test
    void aBookingBehavesLikeTheModel() {
        forAll(1000, some -> some.of(BookingStatus.CONFIRMED, BookingStatus.HELD), walks(BookingTransition.values()),
                (start, walk) -> walk(BookingLifeCycle.TABLE, BOOKING, start, walk));
    }

    @Test
    void aMaintenanceWindowBehavesLikeTheModel() {
        forAll(1000, walks(MaintenanceTransition.values()),
                walk -> walk(MaintenanceLifeCycle.TABLE, MAINTENANCE, MaintenanceStatus.PLANNED, walk));
    }

    private static <T> Property.Generator<List<T>> walks(T[] transitions) {
        return choices -> choices.listOf(0, 20, some -> some.of(transitions));
    }

    private static <S extends Enum<S>, T extends Enum<T> & LifeCycle.Transition> void walk(
            LifeCycle<S, T> table, Map<S, List<Step<S, T>>> model, S start, List<T> walk) {
        var status = start;
        Optional<T> last = Optional.empty();
        for (var transition : walk) {
            var steps = model.getOrDefault(status, List.of());
            var requestable = steps.stream().map(Step::by).filter(LifeCycle.Transition::requestable).toList();
            assertThat(table.allowedFrom(status)).isEqualTo(requestable);
            assertThat(table.isTerminal(status)).isEqualTo(steps.isEmpty());

            var step = steps.stream().filter(found -> found.by() == transition).findFirst();
            if (step.isPresent()) {
                assertThat(table.isDone(status, transition)).isFalse();
                assertThat(table.next(status, transition)).isEqualTo(step.get().to());
                status = step.get().to();
                last = Optional.of(transition).filter(LifeCycle.Transition::requestable);
            } else {
                assertRefused(table, status, transition, requestable);
            }
            // A transition that is requested again at once changes nothing.
            if (last.isPresent()) {
                assertThat(table.isDone(status, last.get())).isTrue();
            }
        }
    }

    private static <S extends Enum<S>, T extends Enum<T> & LifeCycle.Transition> void assertRefused(
            LifeCycle<S, T> table, S status, T transition, List<T> requestable) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> table.next(status, transition))
                .extracting(RefusedException::refusal)
                .isEqualTo(new CommonRefusal.InvalidTransition(
                        status.name(), transition.label(), requestable.stream().map(LifeCycle.Transition::label).toList()));
    }
}
