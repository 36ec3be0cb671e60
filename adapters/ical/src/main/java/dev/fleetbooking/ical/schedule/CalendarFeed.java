package dev.fleetbooking.ical.schedule;

import static java.util.Comparator.naturalOrder;

import dev.fleetbooking.application.schedule.ReadSchedule.CarSchedule;
import dev.fleetbooking.application.schedule.ReadSchedule.Details;
import dev.fleetbooking.application.schedule.ReadSchedule.Entry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.kit.time.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes what occupies cars as an iCalendar object (RFC 5545), without anything about customers.
 *
 * @param zone      the zone in which times are written
 * @param from      the zone is described from here on
 * @param to        the zone is described up to here
 * @param now       when the object is created
 * @param lateUntil until when a car that is overdue now counts as not returned
 */
record CalendarFeed(String name, ZoneId zone, Instant from, Instant to, Instant now, Instant lateUntil) {

    private static final Duration REFRESH = Duration.ofMinutes(15);
    private static final int MAX_OCTETS = 75;

    static {
        // The library adds 1,800 zones of its own to those of the JVM. Dealers must not have them.
        TimeZones.of("UTC");
    }

    String write(List<CarSchedule> schedules) {
        // At once, because the library copies its list with each element that is added.
        var components = new ArrayList<CalendarComponent>();
        components.add(timeZone(schedules.stream().flatMap(schedule -> schedule.entries().stream()).toList()));
        components.addAll(events(schedules));
        var calendar = new Calendar(new ComponentList<>(components));
        calendar.add(new ProdId("-//Fleet Booking//Calendars//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        // Not standard, but what calendar programs take the name from.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        return fold(calendar.toString());
    }

    /** RFC 5545, section 3.1, counts octets; the library would count characters. */
    private static String fold(String text) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : text.codePoints().toArray()) {
            var length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (octets + length > MAX_OCTETS && character != '\r' && character != '\n') {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = character == '\n' ? 0 : octets + length;
        }
        return folded.toString();
    }

    /** Of a use that moved to another car while the schedules were read, only what is newer. */
    private Collection<VEvent> events(List<CarSchedule> schedules) {
        var events = new LinkedHashMap<UUID, VEvent>();
        schedules.forEach(schedule -> schedule.entries().forEach(entry -> events.merge(
                entry.occupancy().ownerId(), event(schedule.car(), entry),
                BinaryOperator.maxBy(Comparator.comparingInt(CalendarFeed::sequenceOf)))));
        return events.values();
    }

    private static int sequenceOf(VEvent event) {
        return event.<Sequence>getProperty(Property.SEQUENCE).orElseThrow().getSequenceNo();
    }

    private VEvent event(Car car, Entry entry) {
        var occupancy = entry.occupancy();
        var event = new VEvent(false);
        event.add(new Uid(occupancy.ownerId() + "@fleet-booking"));
        event.add(new DtStamp(now));
        event.add(new Sequence(sequence(entry)));
        event.add(status(entry));
        event.add(entry.isCalledOff() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(new Summary(car.registrationPlate().value() + ": " + what(occupancy) + (entry.overdue() ? ", overdue" : "")));
        event.add(time(occupancy.use().start(), DtStart::new));
        event.add(time(end(entry), DtEnd::new));
        return event;
    }

    /**
     * Of a late car, until when bookings of it are refused; rounded up to the hour, or the feed would change each minute.
     */
    private Instant end(Entry entry) {
        var blockedUntil = entry.occupancy().blockedUntil();
        var late = lateUntil.plus(Duration.ofMinutes(59)).truncatedTo(ChronoUnit.HOURS);
        return entry.overdue() && late.isAfter(blockedUntil) ? late : blockedUntil;
    }

    /**
     * As local time, given as such: the library would convert a zoned one by rules of its own, which err in some zones. In UTC if
     * clocks show that local time for the second time, since it would mean the first (RFC 5545, section 3.3.5).
     */
    private DateProperty<Temporal> time(Instant instant, Function<Temporal, DateProperty<Temporal>> property) {
        var zoned = instant.atZone(zone);
        if (!zoned.equals(zoned.withEarlierOffsetAtOverlap())) {
            return property.apply(instant);
        }
        var local = property.apply(zoned.toLocalDateTime());
        local.add(new net.fortuna.ical4j.model.parameter.TzId(zone.getId()));
        return local;
    }

    /** Grows with each change. The lapse of a hold is one before it is stored, and then has to precede the next. */
    private static int sequence(Entry entry) {
        return 2 * entry.details().map(Details::version).orElseThrow().intValue() + (entry.isCalledOff() ? 1 : 0);
    }

    private static Status status(Entry entry) {
        if (entry.isCalledOff()) {
            return ImmutableStatus.VEVENT_CANCELLED;
        }
        return entry.occupancy().kind() == Occupancy.Kind.HOLD
                ? ImmutableStatus.VEVENT_TENTATIVE
                : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static String what(Occupancy occupancy) {
        return switch (occupancy.kind()) {
            case BOOKING -> "booked";
            case HOLD -> "on hold";
            case MAINTENANCE -> "maintenance";
        };
    }

    /** From the rules by which times are computed here, and not from those of the library, which may be of another year. */
    private VTimeZone timeZone(List<Entry> entries) {
        var rules = zone.getRules();
        var starts = entries.stream().map(entry -> entry.occupancy().use().start());
        var first = Stream.concat(Stream.of(from), starts).min(naturalOrder()).orElseThrow();
        var ends = entries.stream().map(this::end);
        var last = Stream.concat(Stream.of(to), ends).max(naturalOrder()).orElseThrow();
        var described = new VTimeZone();
        described.add(new TzId(zone.getId()));
        var change = rules.previousTransition(first.plusMillis(1));
        if (change == null) {
            var offset = rules.getOffset(first);
            described.add(observance(LocalDate.EPOCH.atStartOfDay(), offset, offset, false));
            change = rules.nextTransition(first);
        }
        for (; change != null && change.getInstant().isBefore(last); change = rules.nextTransition(change.getInstant())) {
            described.add(observance(
                    change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(),
                    rules.isDaylightSavings(change.getInstant())));
        }
        return described;
    }

    private static Observance observance(LocalDateTime begin, ZoneOffset before, ZoneOffset after, boolean daylight) {
        var observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(begin));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
