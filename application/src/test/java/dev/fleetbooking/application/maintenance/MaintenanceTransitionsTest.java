package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceTransition;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life cycle of a window after it was planned. */
class MaintenanceTransitionsTest {

    private static final MaintenanceWindowId UNKNOWN = new MaintenanceWindowId(new UUID(0, 0));
    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 30);
    private final Car car = fleet.car(dealer);
    private final MaintenanceWindow window = fleet.plan(car, hours(10, 14));

    static Stream<MaintenanceTransition> requestableTransitions() {
        return MaintenanceLifeCycle.TABLE.rows().stream().filter(LifeCycle.Row::requestable).map(LifeCycle.Row::by).distinct();
    }

    static Stream<Arguments> everyStatusAndTransition() {
        return Stream.of(MaintenanceStatus.values())
                .flatMap(status -> requestableTransitions().map(transition -> Arguments.of(status, transition)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndTransition")
    void theTableDecidesWhichTransitionsArePossible(MaintenanceStatus status, MaintenanceTransition transition) {
        var before = bring(status);
        var events = fleet.events(window.id().value());
        var table = MaintenanceLifeCycle.TABLE;

        if (table.allowedFrom(status).contains(transition)) {
            assertThat(request(window.id(), transition, Precondition.NONE).status()).isEqualTo(table.next(status, transition));
            assertThat(fleet.events(window.id().value()))
                    .as("one event more; none is recorded if the transition changes nothing")
                    .hasSize(events.size() + 1);
        } else if (table.isDone(status, transition)) {
            assertThat(request(window.id(), transition, Precondition.NONE)).isEqualTo(before);
            assertThat(fleet.events(window.id().value())).isEqualTo(events);
        } else {
            assertThat(refusal(
                    CommonRefusal.InvalidTransition.class, () -> request(window.id(), transition, Precondition.NONE)))
                    .isEqualTo(new CommonRefusal.InvalidTransition(
                            status.name(), transition.label(),
                            table.allowedFrom(status).stream().map(MaintenanceTransition::label).toList()));
            assertThat(fleet.view(window).window()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("requestableTransitions")
    void anUnknownWindowIsRefusedBeforeTheRevisionAndThatBeforeTheStatus(MaintenanceTransition transition) {
        bring(MaintenanceStatus.CANCELLED);

        refusal(CommonRefusal.NotFound.class, () -> request(UNKNOWN, transition, OUTDATED));
        refusal(CommonRefusal.RevisionMismatch.class, () -> request(window.id(), transition, OUTDATED));
    }

    @Test
    void thePreconditionMayBeTheCurrentRevision() {
        var current = Precondition.oneOf(Set.of(fleet.view(window).revision()));

        assertThat(request(window.id(), MaintenanceTransition.CANCELLATION, current).version()).isEqualTo(1);
        refusal(CommonRefusal.RevisionMismatch.class, () -> request(window.id(), MaintenanceTransition.CANCELLATION, current));
    }

    @Test
    void aWindowStartedOnTimeOrLateBlocksTheCarFromItsStart() {
        fleet.setTime(hour(12));

        assertThat(fleet.start(window).status()).isEqualTo(MaintenanceStatus.IN_PROGRESS);
        assertThat(fleet.occupancies(car)).containsExactly(occupancy(hour(10), hour(14), true));
    }

    @Test
    void aWindowStartedEarlyClaimsTheCarFromThatMinuteOn() {
        fleet.setTime(minute(90).plusSeconds(59));

        assertThat(fleet.start(window).period()).isEqualTo(window.period());
        assertThat(fleet.occupancies(car)).containsExactly(occupancy(minute(90), hour(14), true));
    }

    @Test
    void anEarlyStartIsRefusedIfItConflicts() {
        fleet.car(dealer);
        fleet.book(car, hours(2, 4));
        fleet.setTime(hour(1));

        var refused = refusal(FleetRefusal.CarUnavailable.class, () -> fleet.start(window));

        assertThat(refused.reasons()).containsExactly(UnavailabilityReason.BOOKED);
        assertThat(refused.conflicts()).hasSize(2);
        assertThat(refused.alternatives()).as("other cars are no answer").isEmpty();
        fleet.setTime(minute(270));
        assertThat(fleet.start(window).status()).isEqualTo(MaintenanceStatus.IN_PROGRESS);
    }

    @Test
    void aMissedWindowOfARetiredCarIsNeitherMovedNorStarted() {
        fleet.setTime(hour(14));
        fleet.setStatus(car, CarStatus.RETIRED);

        refusal(FleetRefusal.CarRetired.class, () -> fleet.move(window, hours(20, 24)));
        refusal(FleetRefusal.CarRetired.class, () -> fleet.start(window));
        assertThat(fleet.cancel(window).status()).isEqualTo(MaintenanceStatus.CANCELLED);
    }

    @Test
    void aWindowIsNotStartedWhileACustomerHasTheCarOrAnotherWindowRuns() {
        var out = fleet.bring(fleet.book(car, hours(1, 9)), BookingStatus.ACTIVE);
        fleet.setTime(hour(11));

        refusal(FleetRefusal.CarNotReturned.class, () -> fleet.start(window));
        fleet.takeBack(out);
        fleet.start(window);
        var next = fleet.plan(car, hours(14, 15));
        refusal(FleetRefusal.CarNotReturned.class, () -> fleet.start(next));
    }

    @Test
    void anEarlyCompletionFreesTheRestFromTheNextMinuteOn() {
        fleet.setTime(hour(10));
        fleet.start(window);
        fleet.setTime(hour(11).plusSeconds(1));

        var completed = fleet.complete(window);

        assertThat(completed.period()).isEqualTo(window.period());
        assertThat(fleet.occupancies(car)).containsExactly(occupancy(hour(10), minute(661), false));
        assertThat(fleet.search(minutes(661, 760))).hasSize(1);
    }

    @Test
    void aMovedWindowBlocksOnlyTheNewPeriod() {
        var moved = fleet.move(window, hours(12, 20));

        assertThat(moved.period()).isEqualTo(hours(12, 20));
        assertThat(moved.version()).isEqualTo(1);
        assertThat(fleet.occupancies(car)).containsExactly(moved.occupancy());
    }

    @Test
    void aCorrectionOfTheReasonDoesNotCheckTheCalendar() {
        fleet.setTime(hour(20));

        assertThat(change(Optional.empty(), Optional.empty(), Optional.of(" tyres ")).reason()).isEqualTo(new Reason("tyres"));
    }

    @Test
    void aChangeOfAnUnknownWindowIsRefusedBeforeThePreconditionAndThatBeforeTheValues() {
        var change = fleet.useCase(ChangeMaintenance.class);

        refusal(CommonRefusal.NotFound.class, () -> change.change(withReason(UNKNOWN, Precondition.MISSING, " ")));
        refusal(CommonRefusal.RevisionRequired.class, () -> change.change(withReason(window.id(), Precondition.MISSING, " ")));
        refusal(CommonRefusal.RevisionMismatch.class, () -> change.change(withReason(window.id(), OUTDATED, " ")));
        assertThat(invalidFields(() -> change.change(withReason(window.id(), Precondition.NONE, " ")))).containsExactly("reason");
    }

    private static ChangeMaintenance.Command withReason(MaintenanceWindowId id, Precondition precondition, String reason) {
        return new ChangeMaintenance.Command(id, precondition, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    @Test
    void aChangeOfNothingKeepsTheVersion() {
        assertThat(change(Optional.of(hour(10)), Optional.empty(), Optional.of("brakes"))).isEqualTo(window);
        assertThat(fleet.events(window.id().value())).hasSize(1);
    }

    @Test
    void aMoveIntoABookingIsRefusedWithConflictsAndSuggestions() {
        fleet.book(car, hours(20, 24));

        var refused = refusal(FleetRefusal.MaintenanceConflict.class, () -> fleet.move(window, hours(18, 22)));

        assertThat(refused.conflicts()).extracting(FleetRefusal.MaintenanceConflict.Conflict::status).containsExactly("CONFIRMED");
        // The window's own time counts as free.
        assertThat(refused.suggestions()).first().isEqualTo(hours(16, 20));
        assertThat(fleet.view(window).window()).isEqualTo(window);
    }

    @Test
    void aWindowInProgressKeepsItsStartAndIsExtendedEvenWhenItIsLate() {
        fleet.setTime(hour(9));
        fleet.start(window);
        fleet.setTime(hour(15));

        assertThat(invalidFields(() -> fleet.move(window, hours(16, 20)))).containsExactly("start");
        assertThat(invalidFields(() -> fleet.move(window, hours(10, 15)))).containsExactly("end");
        assertThat(fleet.move(window, hours(10, 20)).status()).isEqualTo(MaintenanceStatus.IN_PROGRESS);
        assertThat(fleet.view(window).overdue()).isFalse();
        assertThat(fleet.occupancies(car)).containsExactly(occupancy(hour(9), hour(20), true));
    }

    @Test
    void everythingWrongWithAMoveIsRefusedAtOnceAndBeforeTheStatus() {
        bring(MaintenanceStatus.COMPLETED);

        assertThat(invalidFields(() -> change(
                Optional.of(hour(-2).plusSeconds(1)), Optional.of(hour(-3)), Optional.of(" "))))
                .containsExactly("end", "start", "start", "end", "reason");
    }

    private MaintenanceWindow bring(MaintenanceStatus status) {
        return switch (status) {
            case PLANNED -> window;
            case IN_PROGRESS -> fleet.start(window);
            case COMPLETED -> fleet.complete(fleet.start(window));
            case CANCELLED -> fleet.cancel(window);
        };
    }

    private MaintenanceWindow request(MaintenanceWindowId id, MaintenanceTransition transition, Precondition precondition) {
        return switch (transition) {
            case START -> fleet.useCase(StartMaintenance.class).start(id, precondition).window();
            case COMPLETION -> fleet.useCase(CompleteMaintenance.class).complete(id, precondition).window();
            case CANCELLATION -> fleet.useCase(CancelMaintenance.class).cancel(id, precondition).window();
            case PLAN, RESCHEDULE -> throw new IllegalArgumentException("not requestable: " + transition);
        };
    }

    private MaintenanceWindow change(Optional<Instant> start, Optional<Instant> end, Optional<String> reason) {
        return fleet.useCase(ChangeMaintenance.class)
                .change(new ChangeMaintenance.Command(window.id(), Precondition.NONE, start, end, reason)).window();
    }

    private Occupancy occupancy(Instant start, Instant end, boolean inUse) {
        return new Occupancy(
                Occupancy.Kind.MAINTENANCE, window.id().value(), new Period(start, end), end, Optional.empty(), inUse);
    }
}
