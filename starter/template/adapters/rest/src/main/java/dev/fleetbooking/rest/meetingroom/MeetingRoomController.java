package dev.fleetbooking.rest.meetingroom;

import dev.fleetbooking.application.meetingroom.AddMeetingRoom;
import dev.fleetbooking.application.meetingroom.FindAvailableMeetingRooms;
import dev.fleetbooking.application.meetingroom.GetMeetingRoom;
import dev.fleetbooking.application.meetingroom.ListMeetingRooms;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
record MeetingRoomController(
        AddMeetingRoom addMeetingRoom, GetMeetingRoom getMeetingRoom, ListMeetingRooms listMeetingRooms,
        FindAvailableMeetingRooms findAvailableMeetingRooms) {

    private static final String PATH = "/meeting-rooms";

    @PostMapping(PATH)
    ResponseEntity<MeetingRoomResponse> addMeetingRoom(@Valid @RequestBody AddMeetingRoomRequest request) {
        var meetingRoom = MeetingRoomResponse.of(addMeetingRoom.add(request.toCommand()));
        return ResponseEntity.created(URI.create("/api/v1" + PATH + "/" + meetingRoom.id())).body(meetingRoom);
    }

    @GetMapping(PATH)
    PageResponse<MeetingRoomResponse> listMeetingRooms(Paging paging) {
        var page = listMeetingRooms.list(paging.requestById(MeetingRoomId::new));
        return paging.response(page, MeetingRoomResponse::of, meetingRoom -> meetingRoom.id().value());
    }

    @GetMapping(PATH + "/{id}")
    MeetingRoomResponse getMeetingRoom(@PathVariable MeetingRoomId id) {
        return MeetingRoomResponse.of(getMeetingRoom.get(id));
    }

    /** The answer is only valid for a moment, so caches must not store it. */
    @GetMapping("/availability")
    ResponseEntity<PageResponse<MeetingRoomResponse>> findAvailableMeetingRooms(
            @RequestParam Instant from, @RequestParam Instant to, Paging paging) {
        var query = new FindAvailableMeetingRooms.Query(from, to);
        var page = findAvailableMeetingRooms.find(query, paging.requestById(MeetingRoomId::new));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(paging.response(page, MeetingRoomResponse::of, meetingRoom -> meetingRoom.id().value()));
    }
}
