package dev.fleetbooking.web.schedule;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of a row.
 *
 * @param day     the column that it begins in
 * @param classes those of the style sheet: what it is, where it begins within the day, and how many days and parts it is long
 * @param label   what it says
 * @param lines   what it says when one looks closer; none if it says nothing
 * @param link    the address of the page about it; empty if there is none
 */
record Bar(int day, int lastDay, String classes, String label, List<String> lines, String link) {

    /** The bar from one instant to another, if any of it can be seen. */
    static Optional<Bar> of(
            Days days, Instant from, Instant to, String classes, String label, List<String> lines, String link) {
        if (!to.isAfter(days.start()) || !from.isBefore(days.end()) || !to.isAfter(from)) {
            return Optional.empty();
        }
        var start = Math.min(days.position(from), days.count() * Days.PARTS - 1);
        var length = Math.max(1, days.position(to) - start);
        var all = Stream.of(
                        classes, from.isBefore(days.start()) ? "before" : "", to.isAfter(days.end()) ? "after" : "",
                        part("l", start % Days.PARTS), part("d", length / Days.PARTS), part("q", length % Days.PARTS))
                .filter(name -> !name.isEmpty())
                .collect(joining(" "));
        return Optional.of(new Bar(
                start / Days.PARTS, (start + length - 1) / Days.PARTS, all, label, lines, link));
    }

    private static String part(String name, int parts) {
        return parts == 0 ? "" : name + parts;
    }
}
