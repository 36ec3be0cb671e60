package dev.fleetbooking.application.maintenance;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What all use cases of maintenance windows have in common: finding them, storing a change, explaining a conflict. */
public record MaintenanceWindows(
        MaintenanceWindowRepository repository, CarRepository cars, BookingRepository bookings,
        OccupancyRepository occupancies, History history, CurrentCaller callers, Clock clock) {

    private static final int MAX_SUGGESTIONS = 3;

    /** The window for a change. This may have waited, so the clock is read afterwards. */
    MaintenanceWindow lock(MaintenanceWindowId id) {
        return callers.known(
                repository.findForUpdate(id), MaintenanceWindow::dealerId, "maintenance window", id.value());
    }

    /**
     * Makes a transition. A repeated transition changes nothing.
     *
     * @param transition what the window becomes
     * @param blocking   what blocks its car from an instant on, if anything
     */
    MaintenanceWindowView step(
            MaintenanceWindowId id, Precondition precondition, EventType type, UnaryOperator<MaintenanceWindow> transition,
            BiFunction<MaintenanceWindow, Instant, Optional<Occupancy>> blocking) {
        var window = lock(id);
        var now = clock.instant();
        precondition.verify(MaintenanceWindowView.of(window, now).revision());
        var changed = transition.apply(window);
        if (changed.equals(window)) {
            return MaintenanceWindowView.of(window, now);
        }
        occupancies.replace(changed.carId(), id.value(), blocking.apply(changed, now));
        return update(type, window, changed, now);
    }

    /** Adds a new window. */
    void add(MaintenanceWindow window, Instant now) {
        repository.add(window);
        history.record(EventType.MAINTENANCE_PLANNED, Optional.empty(), window, now);
    }

    /** Stores a changed window, and records the event. */
    MaintenanceWindowView update(EventType type, MaintenanceWindow before, MaintenanceWindow after, Instant now) {
        var updated = repository.update(after);
        history.record(type, Optional.of(before), updated, now);
        return MaintenanceWindowView.of(updated, now);
    }

    /** Refuses if the car of the locked window is retired: a window that was never started does not prevent retiring. */
    void refuseIfRetired(MaintenanceWindow locked) {
        cars.find(locked.carId()).orElseThrow().refuseIfRetired();
    }

    /**
     * Refuses if the car is occupied in the period.
     *
     * @param others what blocks the car besides this window
     * @throws RefusedException with {@link FleetRefusal.MaintenanceConflict}
     */
    void refuseIfOccupied(Period period, CarCalendar others, Instant now) {
        if (!others.overlapping(period, Turnaround.NONE).isEmpty()) {
            throw conflict(period, others, now).asException();
        }
    }

    /** The refusal that lists every conflict with the period. */
    FleetRefusal.MaintenanceConflict conflict(Period period, CarCalendar others, Instant now) {
        var conflicting = others.conflicts(period, Turnaround.NONE);
        var statuses = statuses(conflicting);
        var conflicts = conflicting.stream()
                .map(entry -> new FleetRefusal.MaintenanceConflict.Conflict(entry, statuses.get(entry.occupancy().ownerId())))
                .toList();
        var suggestions = others.nearest(period, Period.ceilingMinute(now), MaintenanceWindow.LIMITS.latestEnd()).stream()
                .limit(MAX_SUGGESTIONS)
                .toList();
        return new FleetRefusal.MaintenanceConflict(conflicts, suggestions);
    }

    private Map<UUID, String> statuses(List<CalendarEntry> entries) {
        var byMaintenance = entries.stream().map(CalendarEntry::occupancy).collect(partitioningBy(
                occupancy -> occupancy.kind() == Occupancy.Kind.MAINTENANCE, mapping(Occupancy::ownerId, toSet())));
        var statuses = new HashMap<UUID, String>();
        bookings.findAll(byMaintenance.get(false).stream().map(BookingId::new).collect(toSet()))
                .forEach(found -> statuses.put(found.id().value(), found.status().name()));
        repository.findAll(byMaintenance.get(true).stream().map(MaintenanceWindowId::new).collect(toSet()))
                .forEach(found -> statuses.put(found.id().value(), found.status().name()));
        return statuses;
    }
}
