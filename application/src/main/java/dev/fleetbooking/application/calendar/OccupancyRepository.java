package dev.fleetbooking.application.calendar;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What blocks the cars. No two occupancies of one car ever overlap, whoever writes them. */
public interface OccupancyRepository {

    /**
     * Blocks the car for the occupancy. Nothing changes if another one (or a lapsed hold that is still stored) already blocks
     * the car for any part of that time, or if an overdue one may reach into it. Atomic: of two concurrent claims that overlap
     * exactly one succeeds, and the other waits until the first transaction ends. The car must have been found for claim or for
     * update in the same call.
     *
     * @param now       decides what is overdue
     * @param lateUntil until when overdue occupancies count as lasting
     * @return whether the car is now blocked by this occupancy
     */
    boolean claim(CarId carId, Occupancy occupancy, Instant now, Instant lateUntil);

    /**
     * Replaces the occupancy of the same owner, on the same car or on another one. The caller has made sure that nothing
     * else conflicts; if something does, the call fails. The cars must have been found for update in the same call.
     */
    void replace(CarId carId, Occupancy occupancy);

    /**
     * Frees the car from the occupancy of this owner; nothing happens if there is none. The car must have been found for
     * claim or for update in the same call: freeing it cannot cause a conflict.
     */
    void release(UUID ownerId);

    /**
     * Replaces the occupancy of this owner on the same car, or releases it if empty. The car must have been found for update in
     * the same call.
     */
    default void replace(CarId carId, UUID ownerId, Optional<Occupancy> occupancy) {
        occupancy.ifPresentOrElse(replacement -> replace(carId, replacement), () -> release(ownerId));
    }

    /**
     * For each of these cars the occupancies that block it after the instant or are in use, by start; including lapsed holds
     * that are still stored.
     */
    Map<CarId, List<Occupancy>> findByCars(Set<CarId> carIds, Instant after);

    /** The same for one car. */
    default List<Occupancy> findByCar(CarId carId, Instant after) {
        return findByCars(Set.of(carId), after).getOrDefault(carId, List.of());
    }

    /**
     * For each of these cars the occupancy that blocks it at the instant, if any; without holds that have lapsed by now. An
     * overdue one counts as lasting, and takes precedence over what is agreed for that time.
     *
     * @param now       decides what has lapsed and what is overdue
     * @param lateUntil until when what is overdue counts as lasting
     */
    Map<CarId, Occupancy> findAt(Set<CarId> carIds, Instant instant, Instant now, Instant lateUntil);

    /** The overdue occupancies of these cars: in use past the end of the use, by car. */
    Map<CarId, Occupancy> findOverdue(Set<CarId> carIds, Instant now);
}
