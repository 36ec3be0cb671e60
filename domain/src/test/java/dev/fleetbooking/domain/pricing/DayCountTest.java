package dev.fleetbooking.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {

    private static final Duration GRACE = Duration.ofMinutes(29);

    /** Local times in the zone; the earlier of two if the clock is turned back. */
    private static int days(String zone, String start, String end) {
        return DayCount.of(new Period(local(zone, start), local(zone, end)), ZoneId.of(zone), GRACE);
    }

    private static Instant local(String zone, String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T11:00, 1",
        "2027-03-02T10:00, 1",
        "2027-03-02T10:29, 1",
        "2027-03-02T10:30, 2",
        "2027-03-03T10:29, 2",
        "2027-03-03T10:30, 3",
        "2027-03-28T10:29, 27",
        "2027-05-30T10:00, 90"
    })
    void aDayIsChargedOnceTheGraceIsExceeded(String end, int days) {
        assertThat(days("Europe/Berlin", "2027-03-01T10:00", end)).isEqualTo(days);
    }

    @Test
    void withoutAGraceAMinuteMoreCostsAnotherDay() {
        var start = local("UTC", "2027-03-01T10:00");
        var period = new Period(start, start.plus(Duration.ofMinutes(24 * 60 + 1)));
        assertThat(DayCount.of(period, ZoneId.of("UTC"), Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void aGraceLongerThanThePeriodStillCostsADay() {
        var start = local("UTC", "2027-03-01T10:00");
        var period = new Period(start, start.plus(Duration.ofHours(1)));
        assertThat(DayCount.of(period, ZoneId.of("UTC"), Duration.ofDays(2))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // 23 hours are one day when the clock is turned forward on it, and 25 when it is turned back.
        "Europe/Berlin, 2027-03-27T12:00, 2027-03-28T12:29, 1",
        "Europe/Berlin, 2027-03-27T12:00, 2027-03-28T12:30, 2",
        "Europe/Berlin, 2027-10-30T12:00, 2027-10-31T12:29, 1",
        "Europe/Berlin, 2027-10-30T12:00, 2027-10-31T12:30, 2",
        "America/New_York, 2027-03-13T09:00, 2027-03-14T09:29, 1",
        "America/New_York, 2027-11-06T09:00, 2027-11-07T09:29, 1",
        "America/New_York, 2027-11-06T09:00, 2027-11-07T09:30, 2",
        // Half an hour only.
        "Australia/Lord_Howe, 2027-04-03T12:00, 2027-04-04T12:29, 1",
        "Australia/Lord_Howe, 2027-04-03T12:00, 2027-04-04T12:30, 2",
        "Australia/Lord_Howe, 2027-10-02T12:00, 2027-10-03T12:29, 1",
        "Australia/Lord_Howe, 2027-10-02T12:00, 2027-10-03T12:30, 2",
        // Back for Ramadan, and forward after it.
        "Africa/Casablanca, 2027-02-06T12:00, 2027-02-07T12:29, 1",
        "Africa/Casablanca, 2027-02-06T12:00, 2027-02-07T12:30, 2",
        "Africa/Casablanca, 2027-03-13T12:00, 2027-03-14T12:29, 1",
        "Africa/Casablanca, 2027-03-13T12:00, 2027-03-14T12:30, 2",
        // No clock change, 5 h 45 min from UTC.
        "Asia/Kathmandu, 2027-03-01T00:00, 2027-03-02T00:29, 1",
        "Asia/Kathmandu, 2027-03-01T00:00, 2027-03-02T00:30, 2"
    })
    void aDayWithAClockChangeIsOneDay(String zone, String start, String end, int days) {
        assertThat(days(zone, start, end)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        // Half past two is skipped on the 28th, so that day ends at half past three.
        "2027-03-28T03:59, 1",
        "2027-03-28T04:00, 2",
        // Days are counted from the start and not from the previous day, so the next one ends at half past two again.
        "2027-03-29T02:59, 2",
        "2027-03-29T03:00, 3"
    })
    void aLocalTimeThatIsSkippedIsMovedByTheGapOnThatDayAlone(String end, int days) {
        assertThat(days("Europe/Berlin", "2027-03-27T02:30", end)).isEqualTo(days);
    }

    @Test
    void aLocalTimeThatIsRepeatedKeepsTheOffsetOfTheStart() {
        var zone = ZoneId.of("Europe/Berlin");
        var start = LocalDateTime.parse("2027-10-30T02:30").atZone(zone);
        var summer = ZonedDateTime.ofLocal(LocalDateTime.parse("2027-10-31T02:30"), zone, start.getOffset());
        var endOfDay = summer.toInstant();
        assertThat(DayCount.of(new Period(start.toInstant(), endOfDay.plus(GRACE)), zone, GRACE)).isEqualTo(1);
        assertThat(DayCount.of(new Period(start.toInstant(), endOfDay.plus(GRACE).plusSeconds(60)), zone, GRACE))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // The clock goes from midnight to one o'clock: the day before has no 24:00.
        "Africa/Cairo, 2027-04-29T00:00, 2027-04-30T01:29, 1",
        "Africa/Cairo, 2027-04-29T00:00, 2027-04-30T01:30, 2",
        "Asia/Beirut, 2027-03-27T00:00, 2027-03-28T01:29, 1",
        "Asia/Beirut, 2027-03-27T00:00, 2027-03-28T01:30, 2",
        // The clock goes back from midnight to eleven: 23:30 comes twice.
        "Asia/Beirut, 2027-10-29T23:30, 2027-10-30T23:59, 1",
        "Asia/Beirut, 2027-10-29T23:30, 2027-10-31T00:00, 2"
    })
    void aClockChangeAtMidnightMakesNoDayMoreOrLess(String zone, String start, String end, int days) {
        assertThat(days(zone, start, end)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        // 30 December 2011 did not happen, so it is not charged: the 29th and the 31st are neighbours.
        "2011-12-29T10:00, 2011-12-31T10:29, 1",
        "2011-12-29T10:00, 2012-01-01T10:29, 3",
        "2011-12-28T10:00, 2012-01-01T10:29, 4"
    })
    void aDayThatTheCalendarSkips(String start, String end, int days) {
        assertThat(days("Pacific/Apia", start, end)).isEqualTo(days);
    }
}
