package dev.fleetbooking.web.schedule;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.schedule.ReadSchedule.BookingDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.CarSchedule;
import dev.fleetbooking.application.schedule.ReadSchedule.Entry;
import dev.fleetbooking.application.schedule.ReadSchedule.MaintenanceDetails;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.web.kit.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the schedules of cars: as a row of days for each car, and as a list of what happens on each day. */
record Timeline(Days days, Texts texts, Instant now, Search search) {

    /**
     * What was searched.
     *
     * @param offers the cars that are free from one instant to the other
     */
    record Search(Optional<Instant> from, Optional<Instant> to, Map<CarId, Offer> offers) {

        static final Search NONE = new Search(Optional.empty(), Optional.empty(), Map.of());
    }

    /** Days of one week, side by side. */
    record Week(String label, int days) {
    }

    /** @param hours how many the day has, if not 24 */
    record Day(String weekday, String date, String classes, Optional<String> hours, LocalDate iso) {
    }

    /**
     * One car.
     *
     * @param offer what the car costs, if it is free when it is wanted
     * @param book  the address of the form that books it
     */
    record Row(
            String plate, String model, String category, String price, Optional<CarStatus> outOfService,
            Optional<String> offer, List<Cell> cells, String book) {
    }

    /** @param busy what goes on from the day before, for those who do not see the bars */
    record Cell(String classes, List<Bar> bars, Optional<String> busy, Optional<String> now) {
    }

    /** @param happenings by time */
    record Agenda(String day, String classes, List<Happening> happenings) {
    }

    /** @param what the key of its message: that the use begins, ends, or began earlier */
    record Happening(
            Instant at, String time, String what, String classes, String plate, String label, List<String> lines, String link) {
    }

    List<Week> weeks() {
        var weeks = new ArrayList<Week>();
        var dates = days.dates();
        for (var from = 0; from < dates.size();) {
            var monday = dates.get(from).with(DayOfWeek.MONDAY);
            var length = (int) dates.stream().filter(date -> date.with(DayOfWeek.MONDAY).equals(monday)).count();
            var number = dates.get(from).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            weeks.add(new Week(
                    length < 3 ? texts.message("week.short", number)
                            : texts.message("week", number, texts.format("format.month", dates.get(from))), length));
            from += length;
        }
        return weeks;
    }

    List<Day> columns() {
        return days.dates().stream()
                .map(date -> new Day(
                        texts.format("format.weekday", date), texts.format("format.day", date), classes(date),
                        Optional.of(days.hours(date)).filter(hours -> hours != 24).map(hours -> texts.message("hours", hours)),
                        date))
                .toList();
    }

    List<Row> rows(List<CarSchedule> schedules) {
        return sorted(schedules).map(this::row).toList();
    }

    private static Stream<CarSchedule> sorted(List<CarSchedule> schedules) {
        return schedules.stream().sorted(comparing((CarSchedule schedule) -> schedule.car().category().value())
                .thenComparing(schedule -> schedule.car().registrationPlate().value()));
    }

    private Row row(CarSchedule schedule) {
        var car = schedule.car();
        var offer = Optional.ofNullable(search.offers.get(car.id()));
        var bars = Stream.concat(
                        schedule.entries().stream().flatMap(this::bars),
                        offer.stream().flatMap(found -> wanted(found).stream()))
                .toList();
        return new Row(
                car.registrationPlate().value(), model(car), car.category().value(),
                texts.message("perDay", texts.money(car.dailyPrice())),
                Optional.of(car.status()).filter(status -> status != CarStatus.IN_SERVICE),
                offer.map(found -> price(found)), IntStream.range(0, days.count()).mapToObj(day -> cell(day, bars)).toList(),
                book(car, offer.isPresent()));
    }

    /** @param whenSearched whether for the time that was searched */
    private String book(Car car, boolean whenSearched) {
        var address = "/book?car=" + car.id().value();
        return whenSearched
                ? "%s&start=%s&end=%s".formatted(address, search.from.orElseThrow(), search.to.orElseThrow())
                : address;
    }

    /** Who may not know what it is gets no page about it. */
    private static String link(Entry entry) {
        var page = entry.occupancy().kind() == Occupancy.Kind.MAINTENANCE ? "/maintenance/" : "/bookings/";
        return entry.details().map(_ -> page + entry.occupancy().ownerId()).orElse("");
    }

    private static String model(Car car) {
        return "%s %s".formatted(car.make().value(), car.model().value());
    }

    private String price(Offer offer) {
        return texts.message("priceOfDays", texts.money(offer.quote().total()), offer.quote().days());
    }

    private Cell cell(int day, List<Bar> bars) {
        var isNow = days.contains(now) && days.position(now) / Days.PARTS == day;
        return new Cell(
                classes(days.first().plusDays(day)),
                bars.stream().filter(bar -> bar.day() == day).toList(),
                bars.stream().filter(bar -> bar.day() < day && bar.lastDay() >= day).map(Bar::label)
                        .filter(label -> !label.isEmpty()).findFirst(),
                Optional.of("now l" + days.position(now) % Days.PARTS).filter(_ -> isNow));
    }

    private String classes(LocalDate date) {
        var today = date.equals(now.atZone(days.zone()).toLocalDate());
        return (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? "we" : "") + (today ? " today" : "");
    }

    private Optional<Bar> wanted(Offer offer) {
        return Bar.of(days, search.from.orElseThrow(), search.to.orElseThrow(), "offer", price(offer), List.of(),
                book(offer.car(), true));
    }

    private Stream<Bar> bars(Entry entry) {
        var occupancy = entry.occupancy();
        var end = occupancy.use().end();
        var use = Bar.of(days, occupancy.use().start(), end, classes(entry), label(entry), lines(entry), link(entry));
        var rest = entry.overdue()
                ? Bar.of(days, end, now, "late", use.isPresent() ? "" : label(entry), use.isPresent() ? List.of() : lines(entry),
                        use.isPresent() ? "" : link(entry))
                : Bar.of(days, end, occupancy.blockedUntil(), "turnaround", "", List.of(), "");
        return Stream.of(use, rest).flatMap(Optional::stream);
    }

    private static String classes(Entry entry) {
        return entry.occupancy().kind().name().toLowerCase(Locale.ROOT)
                + status(entry).map(status -> " " + status.toLowerCase(Locale.ROOT)).orElse("")
                + (entry.overdue() ? " overdue" : "") + (entry.atRisk() ? " risk" : "");
    }

    private static Optional<String> status(Entry entry) {
        return entry.details().map(details -> switch (details) {
            case BookingDetails booking -> booking.status().name();
            case MaintenanceDetails maintenance -> maintenance.status().name();
        });
    }

    private String label(Entry entry) {
        return entry.details()
                .map(details -> switch (details) {
                    case BookingDetails booking -> booking.customer().value();
                    case MaintenanceDetails maintenance -> maintenance.reason().value();
                })
                .orElseGet(() -> texts.message("busy"));
    }

    /** What it is, when it is, and what to look out for. */
    private List<String> lines(Entry entry) {
        var occupancy = entry.occupancy();
        var use = occupancy.use();
        var lines = new ArrayList<String>();
        var kind = texts.message("kind." + occupancy.kind());
        lines.add(status(entry)
                .map(status -> texts.message("kindAndStatus", kind, texts.message("status." + status)))
                .orElse(kind));
        lines.add(texts.span(use.start(), use.end()));
        if (occupancy.blockedUntil().isAfter(use.end())) {
            lines.add(texts.message("turnaroundUntil", texts.timeOrMoment(occupancy.blockedUntil(), use.end())));
        }
        occupancy.lapsesAt().ifPresent(lapse -> lines.add(texts.message("lapses", texts.timeOrMoment(lapse, now))));
        if (entry.overdue()) {
            lines.add(texts.message("overdue"));
        }
        if (entry.atRisk()) {
            lines.add(texts.message("atRisk"));
        }
        return lines;
    }

    /** How many cars are free now; null if now is not among the days. */
    String freeNow(List<CarSchedule> schedules) {
        return days.contains(now)
                ? texts.message("freeNow", schedules.stream()
                        .filter(schedule -> schedule.car().status() == CarStatus.IN_SERVICE)
                        .filter(schedule -> schedule.entries().stream().noneMatch(this::isNow))
                        .count())
                : null;
    }

    private boolean isNow(Entry entry) {
        var occupancy = entry.occupancy();
        return !now.isBefore(occupancy.use().start()) && (entry.overdue() || now.isBefore(occupancy.blockedUntil()));
    }

    /** Days on which nothing happens are left out. */
    List<Agenda> agenda(List<CarSchedule> schedules) {
        var happenings = sorted(schedules)
                .flatMap(schedule -> schedule.entries().stream().flatMap(entry -> happenings(schedule.car(), entry)))
                .sorted(comparing(Happening::at))
                .toList();
        return days.dates().stream()
                .map(date -> new Agenda(
                        texts.format("format.date", date), classes(date),
                        happenings.stream()
                                .filter(happening -> happening.at.atZone(days.zone()).toLocalDate().equals(date))
                                .toList()))
                .filter(agenda -> !agenda.happenings.isEmpty())
                .toList();
    }

    private Stream<Happening> happenings(Car car, Entry entry) {
        var use = entry.occupancy().use();
        var plate = car.registrationPlate().value();
        var name = "%s · %s".formatted(model(car), label(entry));
        var start = use.start().isBefore(days.start())
                ? new Happening(days.start(), "", "happening.continues", classes(entry), plate, name, lines(entry), link(entry))
                : new Happening(
                        use.start(), time(use.start()), "happening.start", classes(entry), plate, name, lines(entry),
                        link(entry));
        var end = new Happening(use.end(), time(use.end()), "happening.end", classes(entry), plate, name, List.of(), link(entry));
        var isOver = !use.end().isAfter(days.start()) && !entry.overdue();
        return (isOver ? Stream.of(end) : Stream.of(start, end)).filter(happening -> days.contains(happening.at));
    }

    private String time(Instant instant) {
        return texts.format("format.time", instant.atZone(days.zone()));
    }
}
