package dev.fleetbooking.web.period;

import dev.fleetbooking.web.kit.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The period that a form for one begins with. */
public final class FirstPeriod {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private FirstPeriod() {
    }

    /**
     * Completes what the address of the form says. A day becomes a time of it, in the morning but not in the past. The end is the
     * next day if it is absent, or a day on which the period would end before it starts.
     */
    public static void complete(Form form, ZoneId zone, Instant now) {
        form.setIfAbsent("start", LocalDate.ofInstant(now, zone).toString());
        read(form, "start", zone).ifPresent(given -> {
            var soonest = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
            var start = isDay(form, "start") && given.isBefore(soonest) ? soonest : given;
            var end = read(form, "end", zone).filter(time -> !isDay(form, "end") || start.isBefore(time));
            show(form, "start", start);
            if (form.text("end").isEmpty() || form.temporal("end").isPresent()) {
                show(form, "end", end.orElse(start.plusDays(1)));
            }
        });
    }

    private static Optional<ZonedDateTime> read(Form form, String field, ZoneId zone) {
        return form.temporal(field).map(given -> switch (given) {
            case LocalDate day -> day.atTime(MORNING).atZone(zone);
            case LocalDateTime local -> local.atZone(zone);
            default -> Instant.from(given).atZone(zone);
        });
    }

    private static boolean isDay(Form form, String field) {
        return form.temporal(field).filter(LocalDate.class::isInstance).isPresent();
    }

    /** A local time stays as it was given, because it may be one that does not exist. */
    private static void show(Form form, String field, ZonedDateTime time) {
        if (form.temporal(field).filter(LocalDateTime.class::isInstance).isEmpty()) {
            form.setTime(field, time.toInstant(), time.getZone());
        }
    }
}
