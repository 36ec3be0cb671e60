package dev.fleetbooking.domain.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaintenanceLifeCycleTest {

    @Test
    void theTableHasTheseRowsAndNoOther() {
        assertThat(MaintenanceLifeCycle.TABLE.rows())
                .extracting(row -> "%s | %s | %s".formatted(
                        row.from().map(Enum::name).orElse("(new)"), row.by().label(), row.to()))
                .containsExactlyInAnyOrder(
                        "(new) | plan | PLANNED",
                        "PLANNED | start | IN_PROGRESS",
                        "IN_PROGRESS | completion | COMPLETED",
                        "PLANNED | cancellation | CANCELLED",
                        "PLANNED | reschedule | PLANNED",
                        "IN_PROGRESS | reschedule | IN_PROGRESS");
    }

    @Test
    void aPlannedWindowCanStartOrBeCancelled() {
        assertThat(MaintenanceLifeCycle.TABLE.allowedFrom(MaintenanceStatus.PLANNED))
                .containsExactly(MaintenanceTransition.START, MaintenanceTransition.CANCELLATION);
    }

    @Test
    void aWindowInProgressCanOnlyBeCompleted() {
        assertThat(MaintenanceLifeCycle.TABLE.allowedFrom(MaintenanceStatus.IN_PROGRESS))
                .containsExactly(MaintenanceTransition.COMPLETION);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED"})
    void aWindowThatIsOverBlocksNothingAndOffersNothing(MaintenanceStatus status) {
        assertThat(MaintenanceLifeCycle.TABLE.isTerminal(status)).isTrue();
        assertThat(MaintenanceLifeCycle.TABLE.allowedFrom(status)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "IN_PROGRESS"})
    void aWindowThatIsNotOverBlocksItsCar(MaintenanceStatus status) {
        assertThat(MaintenanceLifeCycle.TABLE.isTerminal(status)).isFalse();
    }
}
