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
     * Blocks the car for the occupancy, unless it is blocked already by another one for any part of that time, a lapsed
     * hold included, or an overdue one may reach into it: then nothing changes. Atomic: of two overlapping claims made at
     * once exactly one succeeds, and the other waits until that is settled. The car must have been found for claim or for
     * update in the same call.
     *
     * @param now       decides what is overdue
     * @param lateUntil until when what is overdue counts as lasting
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
     * claim or for update in the same call: to free it cannot get into anybody's way.
     */
    void release(UUID ownerId);

    /** Replaces the occupancy of this owner on the same car, or frees the car if nothing is to block it any more. */
    default void replace(CarId carId, UUID ownerId, Optional<Occupancy> occupancy) {
        occupancy.ifPresentOrElse(replacement -> replace(carId, replacement), () -> release(ownerId));
    }

    /**
     * Of each of these cars the occupancies that block it after the instant or are in use, by start; lapsed holds that are
     * still there included.
     */
    Map<CarId, List<Occupancy>> findByCars(Set<CarId> carIds, Instant after);

    /** The same of one car. */
    default List<Occupancy> findByCar(CarId carId, Instant after) {
        return findByCars(Set.of(carId), after).getOrDefault(carId, List.of());
    }

    /**
     * Of each of these cars the occupancy that blocks it at the instant, if any; lapsed holds (now) left out. One that is
     * overdue counts as lasting, and goes before what is agreed for that time.
     *
     * @param now       decides what has lapsed and what is overdue
     * @param lateUntil until when what is overdue counts as lasting
     */
    Map<CarId, Occupancy> findAt(Set<CarId> carIds, Instant instant, Instant now, Instant lateUntil);

    /** Those of these cars that are in use past the end of that use, each with the one that is overdue. */
    Map<CarId, Occupancy> findOverdue(Set<CarId> carIds, Instant now);
}
