package dev.fleetbooking.rest.history;

import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.rest.kit.paging.Limit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
record EventController(ListEvents listEvents, GetBooking getBooking) {

    @GetMapping("/events")
    EventsResponse listEvents(
            @RequestParam Optional<UUID> subject, @RequestParam Optional<Limit> limit, @RequestParam Optional<Sequence> after) {
        return events(subject, limit, after);
    }

    /** An unknown booking is answered with 404, not with an empty history. */
    @GetMapping("/bookings/{id}/events")
    EventsResponse listBookingEvents(
            @PathVariable BookingId id, @RequestParam Optional<Limit> limit, @RequestParam Optional<Sequence> after) {
        var booking = getBooking.get(id).booking();
        return events(Optional.of(booking.id().value()), limit, after);
    }

    private EventsResponse events(Optional<UUID> subject, Optional<Limit> limit, Optional<Sequence> after) {
        var query = new ListEvents.Query(
                after.map(Sequence::value).orElse(0L), subject, limit.orElse(Limit.DEFAULT).value());
        var events = listEvents.list(query);
        return new EventsResponse(events.stream().map(EventResponse::of).toList());
    }
}
