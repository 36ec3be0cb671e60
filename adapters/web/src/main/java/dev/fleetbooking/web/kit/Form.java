package dev.fleetbooking.web.kit;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffsetId()
            .toFormatter(Locale.ROOT);

    /** Ends the name of the hidden field with the instant that a field for a time shows. */
    private static final String SHOWN = ".at";

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

    /** What the page shows, whatever was given. */
    public void set(String field, String value) {
        values.put(field, value);
    }

    /** What the page shows if nothing was given. */
    public void setIfAbsent(String field, String value) {
        if (text(field).isEmpty()) {
            set(field, value);
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

    /** Takes back what was given, so that the page shows what is true now. */
    public void forget(String... fields) {
        Stream.of(fields).forEach(values::remove);
    }

    /** A day, a local time or a time with its offset; absent if it is nothing of these, or too far away to compute with. */
    public Optional<TemporalAccessor> temporal(String field) {
        try {
            return text(field)
                    .map(text -> TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from))
                    .filter(time -> time.get(ChronoField.YEAR) > 0 && time.get(ChronoField.YEAR) < MAX_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * The instant of a local time, or of a time with its offset; absent and noted as a fault if there is none. A local time that
     * exists twice when clocks change is the one that the page showed, or else the first.
     */
    public Optional<Instant> time(String field, ZoneId zone) {
        var time = temporal(field).filter(given -> !(given instanceof LocalDate));
        if (time.isEmpty()) {
            refuse(field, messages.getMessage("fault.time", null, locale), false);
            return Optional.empty();
        }
        if (time.get() instanceof LocalDateTime local && zone.getRules().getValidOffsets(local).isEmpty()) {
            refuse(field, messages.getMessage("fault.skipped", null, locale), false);
            return Optional.empty();
        }
        var instant = time.get() instanceof LocalDateTime local
                ? shown(field).filter(shown -> local.equals(LocalDateTime.ofInstant(shown, zone)))
                        .orElseGet(() -> local.atZone(zone).toInstant())
                : Instant.from(time.get());
        setTime(field, instant, zone);
        return Optional.of(instant);
    }

    private Optional<Instant> shown(String field) {
        return temporal(field + SHOWN).filter(OffsetDateTime.class::isInstance).map(Instant::from);
    }

    /** What the field shows; a hidden field beside it says which instant it is. */
    public void setTime(String field, Instant instant, ZoneId zone) {
        values.put(field, LocalDateTime.ofInstant(instant, zone).toString());
        values.put(field + SHOWN, instant.toString());
    }

    /**
     * The version that the sender saw. What only time has changed since is nobody's change, so the rules decide about it: a
     * revision says it behind the version, or without a version if it is final.
     */
    public Precondition precondition() {
        return text("revision").map(Form::version).<Precondition>map(seen -> current -> {
            var version = version(current.value());
            if (Character.isDigit(version.charAt(0)) && !version.equals(seen)) {
                throw new CommonRefusal.RevisionMismatch().asException();
            }
        }).orElse(Precondition.MISSING);
    }

    private static String version(String revision) {
        return revision.split("-", 2)[0];
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
