package dev.fleetbooking.rest.calendar;

import dev.fleetbooking.domain.calendar.CalendarEntry;
import java.time.Instant;
import java.util.List;

/** When a car is busy, and why; it does not reveal the customer. */
public record CalendarEntryResponse(Instant start, Instant end, CalendarEntry.Kind kind) {

    public static List<CalendarEntryResponse> of(List<CalendarEntry> entries) {
        return entries.stream()
                .map(entry -> new CalendarEntryResponse(entry.period().start(), entry.period().end(), entry.kind()))
                .toList();
    }
}
