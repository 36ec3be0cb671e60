package dev.fleetbooking.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingLifeCycleTest {

    @Test
    void theTableHasTheseRowsAndNoOther() {
        assertThat(BookingLifeCycle.TABLE.rows())
                .extracting(row -> "%s | %s | %s".formatted(
                        row.from().map(Enum::name).orElse("(new)"), row.by().label(), row.to()))
                .containsExactlyInAnyOrder(
                        "(new) | book | CONFIRMED",
                        "(new) | hold | HELD",
                        "HELD | confirmation | CONFIRMED",
                        "HELD | lapse | EXPIRED",
                        "HELD | cancellation | CANCELLED",
                        "CONFIRMED | cancellation | CANCELLED",
                        "CONFIRMED | hand-over | ACTIVE",
                        "CONFIRMED | no-show | NO_SHOW",
                        "ACTIVE | return | COMPLETED",
                        "HELD | reschedule | HELD",
                        "CONFIRMED | reschedule | CONFIRMED",
                        "ACTIVE | reschedule | ACTIVE");
    }

    /** A booking from which no transition leads on is over, and blocks nothing. */
    @ParameterizedTest
    @CsvSource({
        "HELD, 'confirmation, cancellation'",
        "CONFIRMED, 'cancellation, hand-over, no-show'",
        "ACTIVE, return",
        "COMPLETED, ''",
        "CANCELLED, ''",
        "EXPIRED, ''",
        "NO_SHOW, ''"
    })
    void theseTransitionsAreOffered(BookingStatus status, String labels) {
        assertThat(BookingLifeCycle.TABLE.allowedFrom(status))
                .extracting(BookingTransition::label)
                .isEqualTo(labels.isEmpty() ? List.of() : List.of(labels.split(", ")));
        assertThat(status.isLive()).isEqualTo(!labels.isEmpty());
    }
}
