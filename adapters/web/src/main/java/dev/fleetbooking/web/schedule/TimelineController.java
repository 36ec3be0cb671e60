package dev.fleetbooking.web.schedule;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.web.kit.Texts;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The timeline: which cars of a dealer are free, and what occupies the others. */
@Controller
record TimelineController(
        ListDealers dealers, GetDealer getDealer, ListCars listCars, ReadSchedule schedules, FindAvailableCars availableCars,
        MessageSource messages, Clock clock) {

    /** More rows than anybody scrolls through; further cars are on further pages. */
    private static final int MAX_ROWS = 100;

    private static final int MAX_DEALERS = 200;
    private static final int MAX_CARS = 1_000;

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView showTimeline(@RequestParam Map<String, String> parameters, Locale locale) {
        var query = TimelineQuery.of(parameters);
        var known = dealers.list(new PageRequest<>(Optional.empty(), MAX_DEALERS)).items();
        var page = new ModelAndView("timeline");
        page.addObject("query", query);
        query.dealer().map(getDealer::get).or(() -> known.stream().findFirst()).ifPresent(dealer -> {
            page.addObject("dealers", Stream.concat(known.stream(), Stream.of(dealer)).distinct().toList());
            show(page, query, dealer, locale);
        });
        if (!query.invalid().isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("invalid", query.invalid().stream()
                    .map(field -> messages.getMessage("field." + field, null, locale))
                    .collect(joining(", ")));
        }
        return page;
    }

    private void show(ModelAndView page, TimelineQuery query, Dealer dealer, Locale locale) {
        var zone = dealer.timeZone();
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate();
        // What is late began before today.
        var first = query.day().or(() -> query.freeFrom().map(from -> from.toLocalDate())).orElse(today.minusDays(1));
        var days = new Days(first, 7 * query.weeks(), zone);
        var texts = new Texts(messages, locale, zone);
        var search = search(page, query, dealer, texts);
        var filter = new ListCars.Filter(Optional.of(dealer.id()), query.category(), query.status());
        var cars = schedules.read(
                new ReadSchedule.Query(filter, Optional.empty(), days.start(), days.end(), false),
                new PageRequest<>(query.after(), MAX_ROWS));
        var isWhole = query.after().isEmpty() && !cars.hasNext();
        var timeline = new Timeline(days, texts, now, search);
        page.addObject("dealer", dealer)
                .addObject("days", days)
                .addObject("range", texts.message(
                        "fromTo", texts.format("format.date", first),
                        texts.format("format.date", first.plusDays(days.count() - 1L)), zone.getId()))
                .addObject("weeks", timeline.weeks())
                .addObject("columns", timeline.columns())
                .addObject("rows", timeline.rows(cars.items()))
                .addObject("whole", isWhole)
                .addObject("freeNow", isWhole ? timeline.freeNow(cars.items()) : null)
                .addObject("agenda", timeline.agenda(cars.items()))
                .addObject("statuses", CarStatus.values())
                .addObject("categories", categories(dealer, query))
                .addObject("filtered", query.category().isPresent() || query.status().isPresent());
        if (cars.hasNext()) {
            page.addObject("more", query.with("after", cars.items().getLast().car().id().value()));
        }
    }

    /** Those of the first cars, and the chosen one. */
    private List<String> categories(Dealer dealer, TimelineQuery query) {
        var cars = new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty());
        var first = listCars.list(cars, Optional.empty(), new PageRequest<>(Optional.empty(), MAX_ROWS)).items();
        return Stream.concat(first.stream().map(view -> view.car().category()), query.category().stream())
                .map(Category::value).distinct().sorted().toList();
    }

    /** A time that clocks skip. */
    private static void rejectSkipped(TimelineQuery query, String field, LocalDateTime time, Dealer dealer) {
        if (dealer.timeZone().getRules().getValidOffsets(time).isEmpty()) {
            query.invalid().add(field);
        }
    }

    private Timeline.Search search(ModelAndView page, TimelineQuery query, Dealer dealer, Texts texts) {
        if (query.freeFrom().isEmpty() || query.freeTo().isEmpty()) {
            return Timeline.Search.NONE;
        }
        rejectSkipped(query, "freeFrom", query.freeFrom().get(), dealer);
        rejectSkipped(query, "freeTo", query.freeTo().get(), dealer);
        if (query.invalid().contains("freeFrom") || query.invalid().contains("freeTo")) {
            return Timeline.Search.NONE;
        }
        // A time that exists twice when clocks change is the first one.
        var from = query.freeFrom().get().atZone(dealer.timeZone()).toInstant();
        var to = query.freeTo().get().atZone(dealer.timeZone()).toInstant();
        try {
            var found = availableCars.find(
                    new FindAvailableCars.Query(
                            from, to, Optional.of(dealer.id()), query.category(), Optional.empty(), Optional.empty()),
                    new PageRequest<>(Optional.empty(), MAX_CARS)).items();
            page.addObject("searched", texts.span(from, to));
            page.addObject("found", found.size());
            found.stream().findFirst().ifPresent(offer -> page.addObject("cheapest", texts.money(offer.quote().total())));
            return new Timeline.Search(
                    Optional.of(from), Optional.of(to), found.stream().collect(toMap(offer -> offer.car().id(), identity())));
        } catch (RefusedException refused) {
            if (!(refused.refusal() instanceof CommonRefusal.ValidationFailed(var violations))) {
                throw refused;
            }
            violations.stream().map(Violation::field).forEach(field ->
                    query.invalid().add(field.equals("from") ? "freeFrom" : "freeTo"));
            page.addObject("violations", violations.stream().map(Violation::message).toList());
            return Timeline.Search.NONE;
        }
    }
}
