package dev.fleetbooking.web.refusal;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.web.kit.Refused;
import dev.fleetbooking.web.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in the reader's language what was refused, why, and what is possible instead.
 *
 * @param wanted the period that was asked for, if any was
 */
public record Refusals(Texts texts, Optional<Period> wanted) {

    /** @param start absent like the end if it was not given or could not be read */
    public static Refusals of(Texts texts, Optional<Instant> start, Optional<Instant> end) {
        var period = start.filter(Period::isWholeMinute)
                .flatMap(from -> end.filter(to -> to.isAfter(from) && Period.isWholeMinute(to)).map(to -> new Period(from, to)));
        return new Refusals(texts, period);
    }

    /** What a page shows; what the reader may not know of stays an exception. */
    public Refused of(Refusal refusal) {
        return switch (refusal) {
            case CommonRefusal common -> of(common);
            case ServiceRefusal own -> of((FleetRefusal) own);
        };
    }

    private Refused of(CommonRefusal refusal) {
        return switch (refusal) {
            case CommonRefusal.ValidationFailed _ -> only("refused.invalid");
            case CommonRefusal.NotFound _, CommonRefusal.Forbidden _ -> throw refusal.asException();
            case CommonRefusal.RevisionRequired _, CommonRefusal.RevisionMismatch _ -> only("refused.changed");
            case CommonRefusal.InvalidTransition(var status, var requested, _) -> only(
                    "refused.transition", texts.message("do." + requested), texts.message("status." + status));
            case CommonRefusal.TooEarly(var requested, var earliest) -> only(
                    "refused.early", texts.message("do." + requested), texts.moment(earliest));
            case CommonRefusal.TooLate(var requested, var latest) -> only(
                    "refused.late", texts.message("do." + requested), texts.moment(latest));
        };
    }

    private Refused of(FleetRefusal refusal) {
        return switch (refusal) {
            case FleetRefusal.CarNotReturned _ -> only("refused.notReturned");
            case FleetRefusal.CarUnavailable unavailable -> of(unavailable);
            case FleetRefusal.MaintenanceConflict(var conflicts, var suggestions) -> new Refused(
                    texts.message("refused.occupied"), conflicts.stream().map(conflict -> line(conflict.entry())).toList(),
                    suggestions.stream().map(this::instead).toList());
            case FleetRefusal.DisplacementImpossible(var conflict, var undisplaced) -> new Refused(
                    texts.message("refused.displacement"), undisplaced.stream().map(this::line).toList(),
                    conflict.suggestions().stream().map(this::instead).toList());
            case FleetRefusal.CarHasOccupancies _ -> only("refused.occupied");
            case FleetRefusal.CarRetired _ -> only("refused.retired");
            case FleetRefusal.PriceChanged(var quote) -> only("refused.price", texts.money(quote.total()));
            case FleetRefusal.DuplicateRegistrationPlate(var plate) -> only("refused.plate", plate.value());
        };
    }

    private Refused of(FleetRefusal.CarUnavailable unavailable) {
        var choices = new ArrayList<Refused.Choice>();
        wanted.ifPresent(period -> {
            unavailable.nextAvailableFrom().ifPresent(start ->
                    choices.add(instead(new Period(start, start.plus(period.length())))));
            unavailable.latestPossibleEnd().ifPresent(end -> choices.add(new Refused.Choice(
                    texts.message("instead.until", texts.moment(end)), Map.of("end", end.toString()))));
        });
        unavailable.alternatives().forEach(offer -> choices.add(instead(offer)));
        var details = Stream.concat(
                unavailable.reasons().stream().map(reason -> texts.message("reason." + reason)),
                unavailable.conflicts().stream().map(this::line));
        return new Refused(texts.message("refused.unavailable"), details.toList(), choices);
    }

    private Refused.Choice instead(Period period) {
        return new Refused.Choice(
                texts.message("instead.period", span(period)),
                Map.of("start", period.start().toString(), "end", period.end().toString()));
    }

    private Refused.Choice instead(Offer offer) {
        var car = offer.car();
        return new Refused.Choice(
                texts.message("instead.car", car.registrationPlate().value(), car.make().value(), car.model().value(),
                        texts.money(offer.quote().total())),
                Map.of("car", car.id().value().toString()));
    }

    private String line(CalendarEntry entry) {
        return texts.message("blocked", texts.message("kind." + entry.kind()), span(entry.period()));
    }

    private String line(FleetRefusal.DisplacementImpossible.Undisplaced undisplaced) {
        var occupancy = undisplaced.occupancy();
        return texts.message("undisplaced", texts.message("kind." + occupancy.kind()), span(occupancy.use()),
                texts.message("undisplaced." + undisplaced.reason()));
    }

    private String span(Period period) {
        return texts.span(period.start(), period.end());
    }

    private Refused only(String key, Object... arguments) {
        return new Refused(texts.message(key, arguments), List.of(), List.of());
    }
}
