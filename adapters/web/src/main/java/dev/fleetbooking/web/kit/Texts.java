package dev.fleetbooking.web.kit;

import dev.fleetbooking.domain.kit.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** Writes values in the language of the reader, and times in one time zone. */
public record Texts(MessageSource messages, Locale locale, ZoneId zone) {

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A day and a time. */
    public String moment(Instant instant) {
        return format("format.moment", instant.atZone(zone));
    }

    /** From one instant to another, with the offset of the zone. */
    public String span(Instant from, Instant to) {
        return message("fromTo", moment(from), moment(to), offset(from, to));
    }

    /** The offset of the zone, such as GMT+1; at both instants if clocks change between them. */
    public String offset(Instant from, Instant to) {
        return Stream.of(from, to).map(instant -> format("format.offset", instant.atZone(zone))).distinct()
                .collect(Collectors.joining(" – "));
    }

    /** A time with its day if that is another one. */
    public String timeOrMoment(Instant instant, Instant other) {
        var time = instant.atZone(zone);
        return format(time.toLocalDate().equals(other.atZone(zone).toLocalDate()) ? "format.time" : "format.moment", time);
    }

    public String format(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(message(key), locale).format(time);
    }

    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
