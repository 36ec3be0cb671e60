package dev.fleetbooking.application.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.application.schedule.ScheduleRepository.Use;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.time.Period;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@UseCase(readOnly = true)
record ReadScheduleUseCase(
        CarRepository cars, ScheduleRepository schedules, BookingPolicy policy, CurrentCaller callers, Clock clock)
        implements ReadSchedule {

    @Override
    public Page<CarSchedule> read(Query query, PageRequest<CarId> page) {
        var violations = new Violations();
        violations.requireOrder("from", Optional.of(query.from()), "to", Optional.of(query.to()));
        var length = Duration.between(query.from(), query.to());
        violations.require(
                length.compareTo(MAX_WINDOW) <= 0, "to", "must be at most %d days after from", MAX_WINDOW.toDays());
        violations.refuseIfAny();

        var caller = callers.get();
        var now = clock.instant();
        var found = query.carId()
                .map(id -> Page.of(cars.find(id).filter(car -> caller.knows(car.dealerId())).stream().toList(), 1))
                .orElseGet(() -> cars.list(query.filter(), caller, page));
        var uses = schedules.find(found.items().stream().map(Car::id).collect(toSet()), query, caller, now).stream()
                .collect(groupingBy(Use::carId));
        return found.withItems(found.items().stream()
                .map(car -> new CarSchedule(car, entries(uses.getOrDefault(car.id(), List.of()), query, now)))
                .toList());
    }

    private List<Entry> entries(List<Use> uses, Query query, Instant now) {
        var late = uses.stream().anyMatch(use -> use.occupancy().isOverdue(now));
        return uses.stream()
                .map(use -> new Entry(
                        use.occupancy(), use.occupancy().isOverdue(now), late && mayHaveToWait(use, now), use.details()))
                .filter(entry -> isWithin(query, entry, now))
                .map(entry -> entry.details().isPresent() ? entry : busy(entry, now))
                .toList();
    }

    /** Neither a lapse nor lateness: what is late ends in the next minute, as if that had been agreed. */
    private static Entry busy(Entry entry, Instant now) {
        var occupancy = entry.occupancy();
        var kind = occupancy.kind() == Occupancy.Kind.HOLD ? Occupancy.Kind.BOOKING : occupancy.kind();
        var id = UUID.nameUUIDFromBytes(occupancy.ownerId().toString().getBytes(StandardCharsets.UTF_8));
        var use = entry.overdue()
                ? new Period(occupancy.use().start(), Period.ceilingMinute(now.plusMillis(1))) : occupancy.use();
        var end = use.end().isAfter(occupancy.blockedUntil()) ? use.end() : occupancy.blockedUntil();
        return new Entry(new Occupancy(kind, id, use, end, Optional.empty(), false), false, false, Optional.empty());
    }

    private boolean mayHaveToWait(Use use, Instant now) {
        return use.details().orElse(null) instanceof BookingDetails(var status, _, _)
                && (status == BookingStatus.HELD || status == BookingStatus.CONFIRMED)
                && use.occupancy().use().start().isBefore(policy.lateUntil(now));
    }

    private static boolean isWithin(Query query, Entry entry, Instant now) {
        var occupancy = entry.occupancy();
        return occupancy.use().start().isBefore(query.to())
                && (occupancy.blockedUntil().isAfter(query.from()) || entry.overdue() && now.isAfter(query.from()));
    }
}
