package dev.fleetbooking.ical.schedule;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.TimeZones;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The feeds of a fleet on in-memory adapters, read by another library than the one that writes them. */
class CalendarControllerTest {

    /** Before the library adds its own. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Instant NOW = Instant.parse("2027-03-15T10:20:30.456Z");
    private static final Instant START = Instant.parse("2027-03-27T09:00:00Z");

    /** Over the night in which clocks are set forward in Berlin. */
    private static final Period PERIOD = new Period(START, START.plus(Duration.ofDays(2)));

    private static final List<Instant> YEAR = Stream.iterate(START, start -> start.plus(Duration.ofHours(397))).limit(23).toList();

    private final Fleet fleet = new Fleet();
    private Instant now;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final MockMvcTester http = MockMvcTester.of(new CalendarController(
            fleet.useCase(ReadSchedule.class), fleet.useCase(GetCar.class), fleet.useCase(GetDealer.class), BookingPolicy.DEFAULT,
            clock));

    @BeforeEach
    void setTimeOfTheFleet() {
        setTime(NOW);
    }

    @Test
    void aUseOfACarIsAnEventUntilItsTurnaroundIsOver() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var booking = fleet.book(car, PERIOD);

        var event = read(feed(car)).getEvents().getFirst();

        assertThat(event.getUid().getValue()).isEqualTo(booking.id().value() + "@fleet-booking");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(PERIOD.start());
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(PERIOD.end().plus(Duration.ofMinutes(90)));
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-15T10:20:30Z"));
        assertThat(event.getSummary().getValue()).isEqualTo(car.registrationPlate().value() + ": booked");
    }

    @Test
    void aFeedIsValid() throws Exception {
        var dealer = fleet.dealer();
        fleet.cancel(fleet.book(fleet.car(dealer), PERIOD));
        fleet.plan(fleet.car(dealer), PERIOD);
        fleet.hold(fleet.car(dealer), PERIOD);

        var calendar = new CalendarBuilder().build(new StringReader(feed(dealer)));

        assertThat(calendar.getComponents()).hasSize(4);
        assertThat(calendar.validate(true)).matches(result -> !result.hasErrors());
    }

    @Test
    void timesAreInTheZoneOfTheDealer() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, PERIOD);

        assertThat(feed(car)).contains(
                "DTSTART;TZID=Europe/Berlin:20270327T100000\r\n", "DTEND;TZID=Europe/Berlin:20270329T110000\r\n");
    }

    /** In Berlin clocks show the hour from 2 o'clock on twice, before and after 01:00Z. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"})
    void anHourThatClocksShowTwiceIsToldApart(Instant start) {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, hour(start));

        assertThat(event(car).getDateStart().getValue().toInstant()).isEqualTo(start);
    }

    @Test
    void aFeedNamesNoCustomer() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, PERIOD);
        fleet.cancel(fleet.book(car, next(PERIOD)));

        assertThat(feed(car)).doesNotContainIgnoringCase("Ada", "Lovelace", "example.org");
    }

    @Test
    void aStatusSaysWhetherAUseIsCertain() {
        var dealer = fleet.dealer();
        var booked = fleet.book(fleet.car(dealer), PERIOD);
        var held = fleet.hold(fleet.car(dealer), PERIOD);
        var planned = fleet.plan(fleet.car(dealer), PERIOD);
        var cancelled = fleet.cancel(fleet.book(fleet.car(dealer), PERIOD));

        assertThat(read(feed(dealer)).getEvents())
                .extracting(
                        CalendarControllerTest::id, event -> event.getStatus().getValue(),
                        event -> event.getTransparency().getValue())
                .containsExactlyInAnyOrder(
                        tuple(booked.id().value().toString(), Status.confirmed().getValue(), Transparency.OPAQUE),
                        tuple(held.id().value().toString(), Status.tentative().getValue(), Transparency.OPAQUE),
                        tuple(planned.id().value().toString(), Status.confirmed().getValue(), Transparency.OPAQUE),
                        tuple(cancelled.id().value().toString(), Status.cancelled().getValue(), Transparency.TRANSPARENT));
    }

    @Test
    void theSequenceGrowsWithEachChange() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.hold(car, PERIOD);
        var held = sequence(car);
        fleet.confirm(booking);
        var confirmed = sequence(car);
        fleet.reschedule(booking, new Period(PERIOD.start(), PERIOD.end().plus(Duration.ofDays(1))));
        var rescheduled = sequence(car);
        fleet.cancel(booking);

        assertThat(Stream.of(held, confirmed, rescheduled, sequence(car))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLapsedHoldIsCancelledWithALaterSequenceBeforeThatIsStored() {
        var car = fleet.car(fleet.dealer());
        fleet.hold(car, PERIOD);
        var held = sequence(car);
        setTime(NOW.plus(Duration.ofMinutes(15)));

        assertThat(event(car).getStatus().isCancelled()).isTrue();
        assertThat(sequence(car)).isGreaterThan(held);
    }

    @Test
    void aLateCarIsSaidToBeLate() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, PERIOD);
        setTime(PERIOD.start());
        fleet.handOver(booking);
        setTime(PERIOD.end().plusSeconds(1));

        assertThat(event(car).getSummary().getValue()).endsWith(": booked, overdue");
    }

    /** In full hours, so that the feed does not change each minute. */
    @Test
    void aLateCarIsBusyForAsLongAsBookingsAreRefused() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var booking = fleet.book(car, PERIOD);
        setTime(PERIOD.start());
        fleet.handOver(booking);
        var hour = PERIOD.end().plus(Duration.ofHours(3));

        setTime(PERIOD.end());
        assertThat(end(car)).isEqualTo(PERIOD.end().plus(Duration.ofMinutes(90)));
        setTime(hour.plusSeconds(1));
        assertThat(end(car)).isEqualTo(hour.plus(Duration.ofHours(25)));
        setTime(hour.plus(Duration.ofMinutes(59)));
        assertThat(end(car)).isEqualTo(hour.plus(Duration.ofHours(25)));
        setTime(hour.plus(Duration.ofHours(1)));
        assertThat(end(car)).isEqualTo(hour.plus(Duration.ofHours(25)));
    }

    /** The pages of a dealer's feed are read one after the other, and meanwhile a booking may move to another car. */
    @Test
    void aUseThatMovedWhileTheFeedWasReadIsOnlyInItOnce() {
        var dealer = fleet.dealer();
        var use = new Occupancy(
                Occupancy.Kind.MAINTENANCE, UUID.randomUUID(), PERIOD, PERIOD.end(), Optional.empty(), false);
        var before = new ReadSchedule.CarSchedule(fleet.car(dealer), List.of(entry(use, 1)));
        var after = new ReadSchedule.CarSchedule(fleet.car(dealer), List.of(entry(use, 2)));

        for (var schedules : List.of(List.of(before, after), List.of(after, before))) {
            var feed = new CalendarFeed("", dealer.timeZone(), PERIOD.start(), PERIOD.end(), NOW, NOW).write(schedules);
            assertThat(read(feed).getEvents()).extracting(event -> event.getSequence().getValue()).containsExactly(4);
        }
    }

    @Test
    void aFeedIsAsLongAsPromised() {
        var car = fleet.car(fleet.dealer());
        var past = fleet.book(car, new Period(START, START.plus(Duration.ofHours(1))));
        setTime(START);
        fleet.handOver(past);
        setTime(START.plus(Duration.ofHours(1)));
        fleet.takeBack(past);
        var midnight = Instant.parse("2027-03-27T22:00:00Z");
        var ahead = Duration.ofDays(CalendarController.DAYS_AHEAD);
        setTime(START.plus(Duration.ofDays(CalendarController.DAYS_BACK)));
        fleet.plan(car, hour(midnight.plus(Duration.ofDays(CalendarController.DAYS_BACK)).plus(ahead)));
        var within = fleet.plan(car, hour(midnight.plus(ahead).minus(Duration.ofHours(2)))).id().value().toString();

        assertThat(read(feed(car)).getEvents()).extracting(CalendarControllerTest::id)
                .containsExactly(past.id().value().toString(), within);
        setTime(START.plus(Duration.ofDays(CalendarController.DAYS_BACK + 1)));
        assertThat(read(feed(car)).getEvents()).extracting(CalendarControllerTest::id)
                .doesNotContain(past.id().value().toString());
    }

    @Test
    void theFeedOfADealerHasAllItsCarsAndNoOthers() {
        var dealer = fleet.dealer();
        for (var i = 0; i < 201; i++) {
            fleet.plan(fleet.car(dealer), PERIOD);
        }
        fleet.plan(fleet.car(fleet.dealer()), PERIOD);

        assertThat(read(feed(dealer)).getEvents()).hasSize(201);
    }

    /** Commas, semicolons, backslashes and line breaks have a meaning in iCalendar (RFC 5545, section 3.3.11). */
    @ParameterizedTest
    @ValueSource(strings = {
        "Cars, Vans; and \\more\\ \"of\" them: all", "品川レンタカー株式会社・品川区大崎駅前支店・二号店・三号店・四号店・五号店・六号店・七号店・八号店",
        "🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙🚗🚙",
        "A name that is much longer than the line in which it is written, and so continues in the next one"})
    void textIsEscapedAndLongLinesAreFolded(String name) {
        var dealer = fleet.useCase(RegisterDealer.class).register(new RegisterDealer.Command(name, "Asia/Tokyo", "JPY", 0));
        fleet.book(fleet.car(dealer), PERIOD);

        var feed = feed(dealer);

        assertThat(read(feed).getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo(escaped(name));
        assertThat(feed.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(feed.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }

    /**
     * In every zone, except where daylight saving is not a full hour, as the other library takes for granted. By default, in one
     * of all zones whose clocks agree the year through.
     */
    @Test
    void timesAreReadAsTheyWereMeantTheYearThrough() {
        var zones = ZONES.stream()
                .filter(id -> YEAR.stream().map(ZoneId.of(id).getRules()::getDaylightSavings)
                        .allMatch(saving -> saving.isZero() || saving.equals(Duration.ofHours(1))))
                .toList();
        var different = zones.stream().collect(toMap(
                zone -> Boolean.getBoolean("thorough") ? zone : YEAR.stream().map(ZoneId.of(zone).getRules()::getOffset).toList(),
                zone -> zone, (zone, _) -> zone));

        assertThat(zones).hasSizeGreaterThan(ZONES.size() - 10);
        assertThat(different.values()).hasSizeGreaterThan(50).allSatisfy(zone ->
                assertThat(read(yearIn(zone)).getEvents()).as(zone)
                        .extracting(event -> event.getDateStart().getValue().toInstant()).containsExactlyElementsOf(YEAR));
    }

    private String yearIn(String zone) {
        var car = fleet.car(fleet.dealer());
        var entries = YEAR.stream()
                .map(start -> new Occupancy(
                        Occupancy.Kind.MAINTENANCE, UUID.randomUUID(), hour(start), hour(start).end(), Optional.empty(), false))
                .map(occupancy -> entry(occupancy, 0))
                .toList();
        return new CalendarFeed("", ZoneId.of(zone), YEAR.getFirst(), YEAR.getLast(), NOW, NOW)
                .write(List.of(new ReadSchedule.CarSchedule(car, entries)));
    }

    private static ReadSchedule.Entry entry(Occupancy occupancy, long version) {
        return new ReadSchedule.Entry(occupancy, false, false, Optional.of(new ReadSchedule.MaintenanceDetails(
                MaintenanceStatus.PLANNED, new Reason("Inspection"), version)));
    }

    @Test
    void theZonesOfTheLibraryAreNotThoseOfDealers() {
        feed(fleet.car(fleet.dealer()));

        assertThat(ZoneId.getAvailableZoneIds()).filteredOn(id -> !ZONES.contains(id)).hasSizeGreaterThan(1000)
                .allSatisfy(id -> assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> TimeZones.of(id)));
    }

    /** In a JVM of its own, in which nothing has used zones before the first feed. */
    @Test
    @Tag("thorough")
    void noDealerGetsAZoneOfTheLibraryAfterTheFirstFeed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var firstFeed = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                FirstFeed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();

        assertThat(firstFeed.inputReader().lines().toList()).hasSizeGreaterThan(1000).allMatch(line -> line.endsWith(" refused"));
        assertThat(firstFeed.waitFor()).isZero();
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, PERIOD);
        var tag = get(path(car)).getHeader(HttpHeaders.ETAG);
        setTime(NOW.plusSeconds(60));

        var unchanged = get(path(car), HttpHeaders.IF_NONE_MATCH, tag);
        fleet.cancel(booking);
        var changed = get(path(car), HttpHeaders.IF_NONE_MATCH, tag);

        assertThat(List.of(unchanged.getStatus(), changed.getStatus())).containsExactly(304, 200);
        assertThat(unchanged.getContentAsByteArray()).isEmpty();
        assertThat(changed.getHeader(HttpHeaders.ETAG)).isNotEqualTo(tag);
    }

    @Test
    void aFeedIsACalendarInUtf8() {
        assertThat(get(path(fleet.car(fleet.dealer()))).getContentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    }

    private void setTime(Instant instant) {
        now = instant;
        fleet.setTime(instant);
    }

    private VEvent event(Car car) {
        var events = read(feed(car)).getEvents();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private Instant end(Car car) {
        return event(car).getDateEnd().getValue().toInstant();
    }

    private int sequence(Car car) {
        return event(car).getSequence().getValue();
    }

    private static String id(VEvent event) {
        return event.getUid().getValue().replace("@fleet-booking", "");
    }

    private static Period next(Period period) {
        return new Period(period.end(), period.end().plus(period.length()));
    }

    private static Period hour(Instant start) {
        return new Period(start, start.plus(Duration.ofHours(1)));
    }

    private String feed(Car car) {
        return text(path(car));
    }

    private String feed(Dealer dealer) {
        return text("/calendars/dealers/%s.ics".formatted(dealer.id().value()));
    }

    private static String path(Car car) {
        return "/calendars/cars/%s.ics".formatted(car.id().value());
    }

    private String text(String path) {
        var response = get(path);
        assertThat(response.getStatus()).isEqualTo(200);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse get(String path, String... header) {
        var request = http.get().uri(path);
        return (header.length == 0 ? request : request.header(header[0], header[1])).exchange().getResponse();
    }

    private static ICalendar read(String feed) {
        var calendar = Biweekly.parse(feed).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        return calendar;
    }
}
