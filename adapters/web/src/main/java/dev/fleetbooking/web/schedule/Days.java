package dev.fleetbooking.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a timeline: days of a zone, equally wide whether they have 23, 24 or 25 hours. */
record Days(LocalDate first, int count, ZoneId zone) {

    /** Into so many parts the style sheet can divide a day. */
    static final int PARTS = 96;

    Instant start() {
        return startOf(first);
    }

    Instant end() {
        return startOf(first.plusDays(count));
    }

    List<LocalDate> dates() {
        return IntStream.range(0, count).mapToObj(first::plusDays).toList();
    }

    long hours(LocalDate date) {
        return length(date).toHours();
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    /** How far an instant is from the left, in parts of a day; what lies outside is moved to the edge. */
    int position(Instant instant) {
        if (instant.isBefore(start())) {
            return 0;
        }
        if (!instant.isBefore(end())) {
            return count * PARTS;
        }
        var date = instant.atZone(zone).toLocalDate();
        var elapsed = Duration.between(startOf(date), instant).toSeconds();
        var partOfDay = Math.round((double) PARTS * elapsed / length(date).toSeconds());
        return (int) (ChronoUnit.DAYS.between(first, date) * PARTS + partOfDay);
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Duration length(LocalDate date) {
        return Duration.between(startOf(date), startOf(date.plusDays(1)));
    }
}
