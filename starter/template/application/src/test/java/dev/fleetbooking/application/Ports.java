package dev.fleetbooking.application;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.application.roomreservation.RoomReservationRepository;

/** The driven ports of one store. */
public record Ports(MeetingRoomRepository meetingRooms, RoomReservationRepository roomReservations, EventRepository events) {
}
