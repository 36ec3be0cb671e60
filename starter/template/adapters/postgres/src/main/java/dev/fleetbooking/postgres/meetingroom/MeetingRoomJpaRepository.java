package dev.fleetbooking.postgres.meetingroom;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;

interface MeetingRoomJpaRepository extends AggregateJpaRepository<MeetingRoomEntity> {
}
