package dev.fleetbooking.web.kit;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What somebody sent in a form, and what is wrong with it. Fields have the names of the components of the command. */
public final class Form {

    /** The field of buttons that replace other fields: {@code name=value}, joined by {@code &}. */
    private static final String TAKE = "take";

    private static final int MAX_YEAR = 2200;
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Map<String, String> values;
    private final String submission;
    private final MessageSource messages;
    private final Locale locale;
    private final List<Fault> faults = new ArrayList<>();

    /** @param values by the name of the field */
    Form(String sender, String path, Map<String, String> values, MessageSource messages, Locale locale) {
        this.values = new TreeMap<>(values);
        Stream.of(this.values.getOrDefault(TAKE, "").split("&")).map(field -> field.split("=", 2))
                .filter(field -> field.length == 2).forEach(field -> this.values.put(field[0], field[1]));
        this.messages = messages;
        this.locale = locale;
        submission = this.values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", "%s\n%s\n".formatted(sender, path), ""));
    }

    /**
     * What is wrong with one field.
     *
     * @param label   what the page calls the field
     * @param english whether the text is English in every language, because it is that of the rule
     */
    public record Fault(String field, String label, String text, boolean english) {
    }

    /** What was given, without white space around it; empty if nothing was. */
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    public Optional<String> text(String field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty());
    }

    /** What the page shows if nothing was given. */
    public void setIfAbsent(String field, String value) {
        if (text(field).isEmpty()) {
            values.put(field, value);
        }
    }

    /** The id in a hidden field. */
    public Optional<UUID> id(String field) {
        try {
            return text(field).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The instant of a local time; absent and noted as a fault if there is none. A time that does not exist, or exists twice,
     * when clocks change is the one that java.time takes.
     */
    public Optional<Instant> time(String field, ZoneId zone) {
        try {
            var time = text(field).map(LocalDateTime::parse).filter(local -> local.getYear() > 0 && local.getYear() < MAX_YEAR);
            if (time.isPresent()) {
                return time.map(local -> local.atZone(zone).toInstant());
            }
        } catch (DateTimeException _) {
            // Refused below.
        }
        refuse(field, messages.getMessage("fault.time", null, locale), false);
        return Optional.empty();
    }

    /** The instant that is meant by a local time, if it is another one than that of the current value. */
    public Optional<Instant> changedTime(String field, ZoneId zone, Instant current) {
        return text(field).filter(text -> text.equals(local(current, zone))).isPresent() ? Optional.empty() : time(field, zone);
    }

    /**
     * Completes what the address of an empty form says: a day becomes a time of it, in the morning but not in the past, and an
     * absent or earlier end the next day.
     */
    public void complete(ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var start = day("start").map(day -> day.atTime(MORNING))
                .or(() -> text("start").isPresent() ? Optional.empty() : Optional.of(today.atTime(MORNING)));
        var soonest = now.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS).plusHours(1);
        start.map(time -> time.isBefore(soonest) ? soonest : time).ifPresent(time -> {
            values.put("start", time.toString());
            var end = day("end").map(day -> day.atTime(MORNING)).filter(time::isBefore).orElse(time.plusDays(1));
            values.put("end", end.toString());
        });
    }

    private Optional<LocalDate> day(String field) {
        try {
            return text(field).map(LocalDate::parse).filter(day -> day.getYear() > 0 && day.getYear() < MAX_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** As fields for times show it and send it. */
    public static String local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().withSecond(0).withNano(0).toString();
    }

    /** The state that the sender saw. */
    public Precondition precondition() {
        return text("revision").map(seen -> Precondition.oneOf(Set.of(new Revision(seen)))).orElse(Precondition.MISSING);
    }

    /** Notes broken rules as faults. */
    public void refuse(List<Violation> violations) {
        violations.forEach(violation -> refuse(violation.field(), violation.message(), true));
    }

    private void refuse(String field, String text, boolean english) {
        faults.add(new Fault(field, messages.getMessage("label." + field, null, field, locale), text, english));
    }

    /** Refuses what could not be read. */
    public void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new CommonRefusal.ValidationFailed(List.of()).asException();
        }
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The first fault of a field, or null, for templates. */
    public Fault fault(String field) {
        return faults.stream().filter(fault -> fault.field.equals(field)).findFirst().orElse(null);
    }

    /** Equal for the same sender, page and content, and else different. */
    public String submission() {
        return submission;
    }

    /** The language of the reader. */
    public Locale locale() {
        return locale;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
