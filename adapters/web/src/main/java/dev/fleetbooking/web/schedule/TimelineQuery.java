package dev.fleetbooking.web.schedule;

import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the timeline asks for.
 *
 * @param given   the parameters that could be read, as they were given
 * @param invalid the names of those that could not, or are missing beside others
 * @param day     the first day
 * @param after   the last car of the page before
 */
record TimelineQuery(
        Map<String, String> given, Set<String> invalid, Optional<DealerId> dealer, Optional<LocalDate> day, int weeks,
        Optional<Category> category, Optional<CarStatus> status, Optional<LocalDateTime> freeFrom,
        Optional<LocalDateTime> freeTo, Optional<CarId> after) {

    private static final int DEFAULT_WEEKS = 2;
    private static final Set<Integer> WEEKS = Set.of(1, DEFAULT_WEEKS, 4);

    /** @param parameters unknown ones are ignored, because anybody may add some to the address of a page */
    static TimelineQuery of(Map<String, String> parameters) {
        var reader = new Reader(parameters, new LinkedHashMap<>(), new LinkedHashSet<>());
        var query = new TimelineQuery(
                reader.given, reader.invalid, reader.read("dealer", text -> new DealerId(UUID.fromString(text)), _ -> true),
                reader.read("from", LocalDate::parse, TimelineQuery::isNear),
                reader.read("weeks", Integer::valueOf, WEEKS::contains).orElse(DEFAULT_WEEKS),
                reader.read("category", Category::new, _ -> true), reader.read("status", CarStatus::valueOf, _ -> true),
                reader.read("freeFrom", LocalDateTime::parse, time -> isNear(time.toLocalDate())),
                reader.read("freeTo", LocalDateTime::parse, time -> isNear(time.toLocalDate())),
                reader.read("after", text -> new CarId(UUID.fromString(text)), _ -> true));
        if (query.freeFrom.isPresent() != query.freeTo.isPresent()) {
            query.invalid.add(query.freeFrom.isPresent() ? "freeTo" : "freeFrom");
        }
        return query;
    }

    /** Dates whose neighbours can be computed and stored. */
    private static boolean isNear(LocalDate date) {
        return date.getYear() >= 2000 && date.getYear() < 2200;
    }

    /** Whether the calendar can begin with this day. */
    public boolean shows(LocalDate day) {
        return isNear(day);
    }

    /** The address of the same page with another value of one parameter. Templates can call only public methods. */
    public String with(String name, Object value) {
        return link(Map.of(name, value.toString()), Set.of());
    }

    /** The address of the same page without these parameters. */
    public String without(String... names) {
        return link(Map.of(), Set.of(names));
    }

    private String link(Map<String, String> others, Set<String> removed) {
        var all = new LinkedHashMap<>(given);
        all.putAll(others);
        all.keySet().removeAll(removed);
        var link = UriComponentsBuilder.fromPath("/");
        all.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(all).toUriString();
    }

    private record Reader(Map<String, String> parameters, Map<String, String> given, Set<String> invalid) {

        <T> Optional<T> read(String name, Function<String, T> parser, Predicate<T> rule) {
            var text = parameters.getOrDefault(name, "").strip();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                var value = Optional.of(parser.apply(text)).filter(rule);
                value.ifPresentOrElse(_ -> given.put(name, text), () -> invalid.add(name));
                return value;
            } catch (IllegalArgumentException | DateTimeException | InvalidValueException _) {
                invalid.add(name);
                return Optional.empty();
            }
        }
    }
}
