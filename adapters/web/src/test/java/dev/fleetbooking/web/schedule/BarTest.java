package dev.fleetbooking.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    private static final Days DAYS = new Days(LocalDate.parse("2027-03-01"), 7, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-01T00:00:00Z | 2027-03-02T00:00:00Z | 0 | 0 | x d1
            2027-03-02T06:00:00Z | 2027-03-04T09:15:00Z | 1 | 3 | x l24 d2 q13
            2027-03-03T23:45:00Z | 2027-03-04T00:00:00Z | 2 | 2 | x l95 q1
            2027-02-20T00:00:00Z | 2027-03-01T12:00:00Z | 0 | 0 | x before q48
            2027-03-07T12:00:00Z | 2027-04-01T00:00:00Z | 6 | 6 | x after l48 q48
            2027-02-20T00:00:00Z | 2027-04-01T00:00:00Z | 0 | 6 | x before after d7
            2027-03-01T10:00:00Z | 2027-03-01T10:01:00Z | 0 | 0 | x l40 q1
            2027-03-07T23:59:00Z | 2027-03-08T00:00:00Z | 6 | 6 | x l95 q1
            """)
    void itCoversItsTimeToAQuarterOfAnHour(Instant from, Instant to, int first, int last, String classes) {
        assertThat(Bar.of(DAYS, from, to, "x", "label", List.of(), ""))
                .isEqualTo(Optional.of(new Bar(first, last, classes, "label", List.of(), "")));
    }

    @Test
    void whatCannotBeSeenHasNone() {
        assertThat(Bar.of(DAYS, DAYS.end(), DAYS.end().plusSeconds(60), "x", "", List.of(), "")).isEmpty();
        assertThat(Bar.of(DAYS, DAYS.start().minusSeconds(60), DAYS.start(), "x", "", List.of(), "")).isEmpty();
        assertThat(Bar.of(DAYS, DAYS.start(), DAYS.start(), "x", "", List.of(), "")).isEmpty();
    }
}
