package dev.fleetbooking.web;

import dev.fleetbooking.application.inmemory.Service;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.meetingroom.FindAvailableMeetingRooms;
import dev.fleetbooking.application.meetingroom.GetMeetingRoom;
import dev.fleetbooking.application.roomreservation.GetRoomReservation;
import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The pages in front of the use cases on in-memory adapters, of which each test has its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WebConfiguration.class)
class WebApplication {

    /** Of the running test. */
    static Service service;

    @Bean
    FindAvailableMeetingRooms findAvailableMeetingRooms() {
        return (query, page) -> service.useCase(FindAvailableMeetingRooms.class).find(query, page);
    }

    @Bean
    GetMeetingRoom getMeetingRoom() {
        return id -> service.useCase(GetMeetingRoom.class).get(id);
    }

    @Bean
    MakeRoomReservation makeRoomReservation() {
        return command -> service.useCase(MakeRoomReservation.class).make(command);
    }

    @Bean
    GetRoomReservation getRoomReservation() {
        return id -> service.useCase(GetRoomReservation.class).get(id);
    }

    @Bean
    IdGenerator ids() {
        return new SequentialIds();
    }

    @Bean
    IdempotentForms forms() {
        Map<String, String> answers = new HashMap<>();
        return (submission, call) -> answers.computeIfAbsent(submission, _ -> call.get());
    }
}
