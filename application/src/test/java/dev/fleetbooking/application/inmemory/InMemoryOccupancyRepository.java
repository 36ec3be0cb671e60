package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

final class InMemoryOccupancyRepository implements OccupancyRepository {

    private final InMemoryStore store;

    InMemoryOccupancyRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean claim(CarId carId, Occupancy occupancy) {
        return store.write(rows -> {
            rows.requireClaimable(carId);
            if (rows.calendar(carId).occupancies().stream()
                    .anyMatch(other -> other.blocked().overlaps(occupancy.blocked()))) {
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
    public void release(UUID ownerId) {
        store.write(rows -> {
            var released = rows.occupanciesByOwner.remove(ownerId);
            if (released != null) {
                rows.requireFoundForUpdate(released.carId());
            }
            return null;
        });
    }

    @Override
    public List<Occupancy> findByCar(CarId carId, Instant after) {
        return store.read(rows -> rows.calendar(carId).occupancies().stream()
                .filter(occupancy -> occupancy.blockedUntil().isAfter(after))
                .toList());
    }
}
