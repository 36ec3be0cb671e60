package dev.fleetbooking.ical.schedule;

import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.application.schedule.ReadSchedule.CarSchedule;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The feeds to which calendar programs subscribe. They begin and end with a day of the dealer's zone. */
@RestController
record CalendarController(ReadSchedule readSchedule, GetCar getCar, GetDealer getDealer, BookingPolicy policy, Clock clock) {

    static final int DAYS_BACK = 31;
    static final int DAYS_AHEAD = 366;

    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    private static final int CARS_AT_ONCE = 200;

    @GetMapping(path = "/calendars/cars/{id}.ics", produces = CALENDAR)
    ResponseEntity<String> getCarCalendar(@PathVariable UUID id) {
        var car = getCar.get(new CarId(id), Optional.empty()).car();
        var name = "%s, %s %s".formatted(car.registrationPlate().value(), car.make().value(), car.model().value());
        return answer(name, getDealer.get(car.dealerId()), Optional.of(car.id()));
    }

    @GetMapping(path = "/calendars/dealers/{id}.ics", produces = CALENDAR)
    ResponseEntity<String> getDealerCalendar(@PathVariable UUID id) {
        var dealer = getDealer.get(new DealerId(id));
        return answer(dealer.name().value(), dealer, Optional.empty());
    }

    private ResponseEntity<String> answer(String name, Dealer dealer, Optional<CarId> carId) {
        var now = clock.instant();
        var zone = dealer.timeZone();
        var today = LocalDate.ofInstant(now, zone);
        var query = new ReadSchedule.Query(
                new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty()), carId,
                today.minusDays(DAYS_BACK).atStartOfDay(zone).toInstant(),
                today.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant(), true);
        var calendar = new CalendarFeed(name, zone, query.from(), query.to(), now, policy.lateUntil(now)).write(read(query));
        return ResponseEntity.ok().eTag(entityTag(calendar)).cacheControl(CacheControl.noCache().cachePrivate()).body(calendar);
    }

    private List<CarSchedule> read(ReadSchedule.Query query) {
        var schedules = new ArrayList<CarSchedule>();
        Page<CarSchedule> page;
        do {
            var after = schedules.isEmpty() ? Optional.<CarId>empty() : Optional.of(schedules.getLast().car().id());
            page = readSchedule.read(query, new PageRequest<>(after, CARS_AT_ONCE));
            schedules.addAll(page.items());
        } while (page.hasNext());
        return schedules;
    }

    /** Weak (RFC 9110, section 8.8.1), because two answers that differ in nothing but DTSTAMP mean the same. */
    private static String entityTag(String calendar) {
        var meaning = calendar.replaceAll("(?m)^DTSTAMP:.*\r\n", "");
        return "W/\"%s\"".formatted(DigestUtils.md5DigestAsHex(meaning.getBytes(StandardCharsets.UTF_8)));
    }
}
