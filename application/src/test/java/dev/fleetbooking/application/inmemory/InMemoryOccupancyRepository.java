package dev.fleetbooking.application.inmemory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

final class InMemoryOccupancyRepository implements OccupancyRepository {

    private final InMemoryStore store;

    InMemoryOccupancyRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean claim(CarId carId, Occupancy occupancy, Instant now, Instant lateUntil) {
        return store.write(rows -> {
            rows.requireClaimable(carId);
            var calendar = new CarCalendar(rows.occupancies(carId), now, lateUntil);
            if (rows.isBlocked(carId, occupancy.blocked())
                    || !calendar.overlapping(occupancy.blocked(), Turnaround.NONE).isEmpty()) {
                return false;
            }
            var row = new Rows.CarOccupancy(carId, occupancy);
            if (rows.occupanciesByOwner.putIfAbsent(occupancy.ownerId(), row) != null) {
                throw new IllegalStateException("blocks a car already: " + occupancy.ownerId());
            }
            return true;
        });
    }

    @Override
    public void replace(CarId carId, Occupancy occupancy) {
        store.write(rows -> {
            var replaced = rows.occupanciesByOwner.remove(occupancy.ownerId());
            if (replaced == null) {
                throw new IllegalStateException("blocks no car yet: " + occupancy);
            }
            rows.requireFoundForUpdate(replaced.carId());
            rows.requireFoundForUpdate(carId);
            if (rows.isBlocked(carId, occupancy.blocked())) {
                throw new IllegalStateException("conflicts with something else: " + occupancy);
            }
            rows.occupanciesByOwner.put(occupancy.ownerId(), new Rows.CarOccupancy(carId, occupancy));
            return null;
        });
    }

    @Override
    public void release(UUID ownerId) {
        store.write(rows -> {
            var released = rows.occupanciesByOwner.remove(ownerId);
            if (released != null) {
                rows.requireClaimable(released.carId());
            }
            return null;
        });
    }

    @Override
    public Map<CarId, List<Occupancy>> findByCars(Set<CarId> carIds, Instant after) {
        return store.read(rows -> carIds.stream().collect(toMap(identity(), carId -> rows.occupancies(carId).stream()
                .filter(occupancy -> occupancy.blockedUntil().isAfter(after) || occupancy.inUse())
                .toList())));
    }

    @Override
    public Map<CarId, Occupancy> findAt(Set<CarId> carIds, Instant instant, Instant now, Instant lateUntil) {
        return findOne(carIds, occupancy -> !occupancy.use().start().isAfter(instant) && !occupancy.hasLapsed(now)
                && (occupancy.blockedUntil().isAfter(instant) || occupancy.isOverdue(now) && lateUntil.isAfter(instant)));
    }

    @Override
    public Map<CarId, Occupancy> findOverdue(Set<CarId> carIds, Instant now) {
        return findOne(carIds, occupancy -> occupancy.isOverdue(now));
    }

    private Map<CarId, Occupancy> findOne(Set<CarId> carIds, Predicate<Occupancy> which) {
        return store.read(rows -> rows.occupanciesByOwner.values().stream()
                .filter(row -> carIds.contains(row.carId()) && which.test(row.occupancy()))
                .collect(toMap(
                        Rows.CarOccupancy::carId, Rows.CarOccupancy::occupancy,
                        (one, other) -> one.inUse() ? one : other)));
    }
}
