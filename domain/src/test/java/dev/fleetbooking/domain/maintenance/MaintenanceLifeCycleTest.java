package dev.fleetbooking.domain.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A window from which no transition leads on is over, and blocks nothing. */
    @ParameterizedTest
    @CsvSource({
        "PLANNED, 'start, cancellation', false",
        "IN_PROGRESS, completion, false",
        "COMPLETED, '', true",
        "CANCELLED, '', true"
    })
    void theseTransitionsAreOffered(MaintenanceStatus status, String labels, boolean over) {
        assertThat(MaintenanceLifeCycle.TABLE.allowedFrom(status))
                .extracting(MaintenanceTransition::label)
                .isEqualTo(labels.isEmpty() ? List.of() : List.of(labels.split(", ")));
        assertThat(MaintenanceLifeCycle.TABLE.isTerminal(status)).isEqualTo(over);
    }
}
