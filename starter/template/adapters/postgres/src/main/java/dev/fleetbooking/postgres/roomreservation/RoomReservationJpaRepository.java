package dev.fleetbooking.postgres.roomreservation;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;

interface RoomReservationJpaRepository extends AggregateJpaRepository<RoomReservationEntity> {
}
