package dev.fleetbooking.web.booking;

import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Pages;
import dev.fleetbooking.web.kit.Permissions;
import dev.fleetbooking.web.kit.Refused;
import dev.fleetbooking.web.kit.Texts;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import dev.fleetbooking.web.refusal.Refusals;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a booking, with what can be done with it. Each form sends the revision that its page showed. Handlers have the
 * names of the API's operations, because whoever may call those may use these.
 */
@Controller
@RequestMapping(path = "/bookings/{id}", produces = MediaType.TEXT_HTML_VALUE)
record BookingPageController(
        GetBooking getBooking, ChangeBooking changeBooking, ConfirmBooking confirmBooking, CancelBooking cancelBooking,
        HandOverCar handOverCar, ReturnCar returnCar, RecordNoShow recordNoShow, GetCar getCar, IdempotentForms forms,
        Permissions permissions, MessageSource messages) {

    /** The operations of the steps. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "confirmation", "confirmBooking", "hand-over", "handOverCar", "return", "returnCar", "no-show", "recordNoShow",
            "cancellation", "cancelBooking");

    @GetMapping
    ModelAndView getBooking(@PathVariable UUID id, Form form) {
        return page(new BookingId(id), form, Optional.empty());
    }

    /** Where a browser goes that opens the address of an action again. */
    @GetMapping({"/confirmation", "/hand-over", "/return", "/no-show", "/cancellation", "/period"})
    ModelAndView getBooking(@PathVariable UUID id) {
        return Pages.seeOther("/bookings/" + id);
    }

    @PostMapping("/confirmation")
    ModelAndView confirmBooking(@PathVariable UUID id, Form form) {
        return step(id, form, confirmBooking::confirm);
    }

    @PostMapping("/hand-over")
    ModelAndView handOverCar(@PathVariable UUID id, Form form) {
        return step(id, form, handOverCar::handOver);
    }

    @PostMapping("/return")
    ModelAndView returnCar(@PathVariable UUID id, Form form) {
        return step(id, form, returnCar::takeBack);
    }

    @PostMapping("/no-show")
    ModelAndView recordNoShow(@PathVariable UUID id, Form form) {
        return step(id, form, recordNoShow::record);
    }

    @PostMapping("/cancellation")
    ModelAndView cancelBooking(@PathVariable UUID id, Form form) {
        return step(id, form, (booking, seen) -> cancelBooking.cancel(booking, seen, form.text("reason")));
    }

    @PostMapping("/period")
    ModelAndView changeBooking(@PathVariable UUID id, Form form) {
        var booking = getBooking.get(new BookingId(id)).booking();
        var period = booking.period();
        var start = form.time("start", booking.timeZone()).filter(time -> !time.equals(period.start()));
        var end = form.time("end", booking.timeZone()).filter(time -> !time.equals(period.end()));
        return step(id, form, (it, seen) -> {
            form.refuseIfFaulty();
            changeBooking.change(new ChangeBooking.Command(it, seen, start, end, Optional.empty()));
        });
    }

    private ModelAndView step(UUID id, Form form, BiConsumer<BookingId, Precondition> change) {
        var booking = new BookingId(id);
        return forms.step(
                form, "/bookings/" + id, seen -> change.accept(booking, seen),
                refusal -> page(booking, form, Optional.of(refusal)));
    }

    private ModelAndView page(BookingId id, Form form, Optional<Refusal> refusal) {
        var view = getBooking.get(id);
        var booking = view.booking();
        var zone = booking.timeZone();
        var texts = new Texts(messages, form.locale(), zone);
        var car = getCar.get(booking.carId(), Optional.empty()).car();
        var page = new ModelAndView("booking", refusal.map(Pages::status).orElse(HttpStatus.OK));
        refusal.ifPresent(it -> page.addObject("refused", refused(it, form, booking, texts)));
        if (refusal.map(BookingPageController::isOutdated).orElse(true)) {
            // Who sends the form again must not overwrite what somebody else has changed.
            form.forget("revision", "start", "end");
        }
        form.setIfAbsent("revision", view.revision().value());
        showIfAbsent(form, "start", booking.period().start(), zone);
        showIfAbsent(form, "end", booking.period().end(), zone);
        return page.addObject("form", form).addObject("booking", booking).addObject("car", car).addObject("zone", zone.getId())
                .addObject("title", texts.message("kindAndStatus", texts.message("kind.BOOKING"),
                        texts.message("status." + booking.status())))
                .addObject("facts", facts(view, texts))
                .addObject("canMove", booking.canBeRescheduled())
                .addObject("fixed", booking.keepsItsStart() ? "start" : "")
                .addObject("steps", booking.allowedTransitions().stream().map(LifeCycle.Transition::label)
                        .filter(step -> permissions.allows(OPERATIONS.get(step))).toList());
    }

    private static boolean isOutdated(Refusal refusal) {
        return refusal instanceof CommonRefusal.RevisionMismatch || refusal instanceof CommonRefusal.RevisionRequired;
    }

    private static void showIfAbsent(Form form, String field, Instant time, ZoneId zone) {
        if (form.text(field).isEmpty()) {
            form.setTime(field, time, zone);
        }
    }

    /** A booking keeps its car, and one whose car is out keeps its start. */
    private static Refused refused(Refusal refusal, Form form, Booking booking, Texts texts) {
        if (refusal instanceof CommonRefusal.ValidationFailed(var violations)) {
            form.refuse(violations);
        }
        var isMove = refusal instanceof FleetRefusal.CarUnavailable && form.text("start").isPresent();
        var refused = isMove
                ? Refusals.of(texts, form.time("start", texts.zone()), form.time("end", texts.zone())).of(refusal)
                : Refusals.of(texts, Optional.empty(), Optional.empty()).of(refusal);
        var choices = refused.choices().stream()
                .filter(choice -> !choice.values().containsKey("car"))
                .filter(choice -> !booking.keepsItsStart() || !choice.values().containsKey("start"))
                .toList();
        return new Refused(refused.text(), refused.details(), choices);
    }

    /** By their labels. */
    private static Map<String, String> facts(BookingView view, Texts texts) {
        var booking = view.booking();
        var progress = booking.progress();
        var facts = new LinkedHashMap<String, String>();
        facts.put("period", texts.span(booking.period().start(), booking.period().end()));
        facts.put("price", texts.message("priceOfDays", texts.money(booking.price().total()), booking.price().days()));
        facts.put("customer.name", booking.customer().name().value());
        facts.put("customer.email", booking.customer().email().value());
        booking.customer().phone().ifPresent(phone -> facts.put("customer.phone", phone.value()));
        progress.holdExpiresAt().ifPresent(lapse -> facts.put("hold", texts.message("lapses", texts.moment(lapse))));
        progress.cancellationReason().ifPresent(reason -> facts.put("reason", reason.value()));
        progress.handedOverAt().ifPresent(at -> facts.put("handedOver", texts.moment(at)));
        progress.returnedAt().ifPresent(at -> facts.put("returned", texts.moment(at)));
        if (view.overdue() || view.atRisk()) {
            facts.put("attention", texts.message(view.overdue() ? "overdue" : "atRisk"));
        }
        return facts;
    }
}
