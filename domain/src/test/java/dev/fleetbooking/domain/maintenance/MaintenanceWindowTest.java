package dev.fleetbooking.domain.maintenance;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static dev.fleetbooking.domain.Fixtures.window;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.PeriodLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaintenanceWindowTest {

    private static final Reason BRAKES = new Reason("brakes");

    /** From 10:00 to 12:00. */
    private final MaintenanceWindow planned = window(MaintenanceStatus.PLANNED);
    private final MaintenanceWindow inProgress = window(MaintenanceStatus.IN_PROGRESS);
    private final MaintenanceWindow completed = window(MaintenanceStatus.COMPLETED);
    private final MaintenanceWindow cancelled = window(MaintenanceStatus.CANCELLED);

    @Test
    void aNewWindowIsPlanned() {
        var window = MaintenanceWindow.plan(new MaintenanceWindowId(uuid(4)), CAR, period("10:00", "12:00"), BRAKES, NOW);

        assertThat(window.status()).isEqualTo(MaintenanceStatus.PLANNED);
        assertThat(window.carId()).isEqualTo(CAR.id());
        assertThat(window.dealerId()).isEqualTo(CAR.dealerId());
        assertThat(window.createdAt()).isEqualTo(NOW);
        assertThat(window.version()).isZero();
    }

    @Test
    void maintenanceLastsAQuarterOfAnHourToAYearAndMayHaveStartedAnHourAgo() {
        assertThat(MaintenanceWindow.LIMITS).isEqualTo(new PeriodLimits(
                Duration.ofMinutes(15), Duration.ofDays(365), Duration.ofHours(1), Instant.parse("9999-12-31T23:59:00Z")));
    }

    @Nested
    class Start {

        @Test
        void aPlannedWindowStartsAndNothingElseChanges() {
            assertThat(planned.start()).isEqualTo(inProgress);
        }

        @Test
        void startingAgainChangesNothing() {
            assertThat(inProgress.start()).isSameAs(inProgress);
        }

        @ParameterizedTest
        @EnumSource(names = {"COMPLETED", "CANCELLED"})
        void aWindowThatIsOverDoesNotStart(MaintenanceStatus status) {
            assertInvalid(status, () -> window(status).start(), "start");
        }
    }

    @Nested
    class Completion {

        @Test
        void aWindowInProgressIsCompletedAndNothingElseChanges() {
            assertThat(inProgress.complete()).isEqualTo(completed);
        }

        @Test
        void completingAgainChangesNothing() {
            assertThat(completed.complete()).isSameAs(completed);
        }

        @Test
        void onlyAWindowInProgressIsCompleted() {
            assertInvalid(MaintenanceStatus.PLANNED, planned::complete, "completion", "start", "cancellation");
            assertInvalid(MaintenanceStatus.CANCELLED, cancelled::complete, "completion");
        }
    }

    @Nested
    class Cancellation {

        @Test
        void aPlannedWindowIsCancelledAndNothingElseChanges() {
            assertThat(planned.cancel()).isEqualTo(cancelled);
        }

        @Test
        void cancellingAgainChangesNothing() {
            assertThat(cancelled.cancel()).isSameAs(cancelled);
        }

        @Test
        void onlyAPlannedWindowIsCancelled() {
            assertInvalid(MaintenanceStatus.IN_PROGRESS, inProgress::cancel, "cancellation", "completion");
            assertInvalid(MaintenanceStatus.COMPLETED, completed::cancel, "cancellation");
        }
    }

    @Nested
    class Change {

        @ParameterizedTest
        @EnumSource(names = {"PLANNED", "IN_PROGRESS"})
        void periodAndReasonOfALiveWindowChangeAlone(MaintenanceStatus status) {
            var changed = window(status).change(period("11:00", "13:00"), new Reason("tyres"));
            assertThat(changed.period()).isEqualTo(period("11:00", "13:00"));
            assertThat(changed.reason()).isEqualTo(new Reason("tyres"));
            assertThat(changed.change(period("10:00", "12:00"), BRAKES)).isEqualTo(window(status));
        }

        @ParameterizedTest
        @EnumSource(names = {"COMPLETED", "CANCELLED"})
        void aWindowThatIsOverStaysAsItIs(MaintenanceStatus status) {
            assertInvalid(status, () -> window(status).change(period("11:00", "13:00"), BRAKES), "reschedule");
        }
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, false", "IN_PROGRESS, true"})
    void noTurnaroundFollowsMaintenance(MaintenanceStatus status, boolean inUse) {
        assertThat(window(status).occupancy()).isEqualTo(new Occupancy(
                Occupancy.Kind.MAINTENANCE, uuid(4), period("10:00", "12:00"), at("12:00"), Optional.empty(), inUse));
    }

    @Test
    void aCarThatTheWorkshopGotEarlyIsBlockedFromThen() {
        assertThat(inProgress.occupancy(at("07:10")).blocked()).isEqualTo(period("07:10", "12:00"));
    }

    @Test
    void aCarInTheWorkshopIsOverdueOnceTheWindowHasEnded() {
        assertThat(inProgress.isOverdue(at("12:00"))).isFalse();
        assertThat(inProgress.isOverdue(at("12:00:00.001"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "IN_PROGRESS", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsEverOverdue(MaintenanceStatus status) {
        assertThat(window(status).isOverdue(Instant.MAX)).isFalse();
    }

    @Test
    void theTransitionsOfferedFollowFromTheStatus() {
        assertThat(planned.allowedTransitions())
                .containsExactly(MaintenanceTransition.START, MaintenanceTransition.CANCELLATION);
    }

    @Test
    void theRevisionIsTheVersionAndTheFieldsThatDependOnTime() {
        assertThat(MaintenanceWindowView.of(inProgress, at("12:00")).revision()).isEqualTo(new Revision("7"));
        assertThat(MaintenanceWindowView.of(inProgress, at("12:01")).revision()).isEqualTo(new Revision("7-overdue"));
    }

    private static void assertInvalid(
            MaintenanceStatus status, ThrowingCallable call, String requested, String... allowed) {
        assertRefused(call, new CommonRefusal.InvalidTransition(status.name(), requested, List.of(allowed)));
    }

    private static void assertRefused(ThrowingCallable call, Refusal refusal) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }
}
