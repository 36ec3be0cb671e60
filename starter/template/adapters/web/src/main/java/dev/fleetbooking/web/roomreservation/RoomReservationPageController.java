package dev.fleetbooking.web.roomreservation;

import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.meetingroom.FindAvailableMeetingRooms;
import dev.fleetbooking.application.meetingroom.GetMeetingRoom;
import dev.fleetbooking.application.roomreservation.GetRoomReservation;
import dev.fleetbooking.application.roomreservation.MakeRoomReservation;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.meetingroom.MeetingRoomId;
import dev.fleetbooking.domain.roomreservation.RoomReservation;
import dev.fleetbooking.domain.roomreservation.RoomReservationId;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Pages;
import dev.fleetbooking.web.kit.Texts;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people search for a meeting room that is free, and reserve it. Handlers have the names of the API's operations. */
@Controller
@RequestMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
record RoomReservationPageController(
        FindAvailableMeetingRooms availableMeetingRooms, GetMeetingRoom getMeetingRoom, MakeRoomReservation makeRoomReservation,
        GetRoomReservation getRoomReservation, IdempotentForms forms, IdGenerator ids, MessageSource messages) {

    /** The zone of all times on the page; a service for one place has the zone of that place. */
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private static final int MAX_SHOWN = 100;
    private static final UUID NOTHING_CHOSEN = new UUID(0, 0);

    @GetMapping
    ModelAndView findAvailableMeetingRooms(Form form) {
        // Only what was refused may be sent again as the same.
        form.forget("key");
        return form.text("start").isEmpty() && form.text("end").isEmpty() ? page(form) : search(form);
    }

    /** A page of its own, because the search may be for others than those who may see what was made. */
    @GetMapping("room-reservations/{id}")
    ModelAndView getRoomReservation(@PathVariable UUID id, Form form) {
        var made = getRoomReservation.get(new RoomReservationId(id));
        return page(form).addObject("made", text(made, texts(form)));
    }

    @PostMapping
    ModelAndView makeRoomReservation(Form form) {
        var page = search(form);
        if (page.getStatus() != HttpStatus.OK) {
            return page;
        }
        var command = new MakeRoomReservation.Command(
                new MeetingRoomId(form.id("meetingRoomId").orElse(NOTHING_CHOSEN)), form.value("customer"),
                form.time("start", ZONE).orElseThrow(), form.time("end", ZONE).orElseThrow());
        try {
            return Pages.seeOther(forms.once(form.submission(), () -> address(makeRoomReservation.make(command))));
        } catch (RefusedException refused) {
            return refused(page, form, refused.refusal());
        }
    }

    /** What is free at the time that was asked for, or why it is refused. */
    private ModelAndView search(Form form) {
        var start = form.time("start", ZONE);
        var end = form.time("end", ZONE);
        var page = page(form);
        try {
            form.refuseIfFaulty();
            var query = new FindAvailableMeetingRooms.Query(start.orElseThrow(), end.orElseThrow());
            var available = availableMeetingRooms.find(query, new PageRequest<>(Optional.empty(), MAX_SHOWN));
            return page.addObject("available", available.items());
        } catch (RefusedException refused) {
            return refused(page, form, refused.refusal());
        }
    }

    private ModelAndView page(Form form) {
        form.setIfAbsent("key", ids.next().toString());
        return new ModelAndView("meeting-rooms", HttpStatus.OK).addObject("form", form).addObject("zone", ZONE);
    }

    private ModelAndView refused(ModelAndView page, Form form, Refusal refusal) {
        page.setStatus(Pages.status(refusal));
        return page.addObject("refused", new Refusals(texts(form), form).of(refusal));
    }

    private Texts texts(Form form) {
        return new Texts(messages, form.locale(), ZONE);
    }

    private static String address(RoomReservation made) {
        return "/room-reservations/" + made.id().value();
    }

    private String text(RoomReservation made, Texts texts) {
        return texts.message(
                "made", made.customer().value(), getMeetingRoom.get(made.meetingRoomId()).name().value(),
                texts.span(made.period().start(), made.period().end()));
    }
}
