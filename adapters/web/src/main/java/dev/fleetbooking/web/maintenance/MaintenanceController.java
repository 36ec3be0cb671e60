package dev.fleetbooking.web.maintenance;

import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.PlanMaintenance.Displacement;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Pages;
import dev.fleetbooking.web.kit.Texts;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import dev.fleetbooking.web.period.FirstPeriod;
import dev.fleetbooking.web.refusal.Refusals;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form that plans maintenance, which shows first who would get another car, and the page of a window. Handlers have the names
 * of the API's operations, because whoever may call those may use these.
 */
@Controller
@RequestMapping(path = "/maintenance", produces = MediaType.TEXT_HTML_VALUE)
record MaintenanceController(
        PlanMaintenance planMaintenance, GetMaintenanceWindow getWindow, StartMaintenance startMaintenance,
        CompleteMaintenance completeMaintenance, CancelMaintenance cancelMaintenance, GetCar getCar, GetDealer getDealer,
        IdempotentForms forms, IdGenerator ids, MessageSource messages, Clock clock) {

    /** Shows the form, and who would get which car; plans if that was shown before. */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView planMaintenance(Form form, HttpMethod method) {
        var car = car(form);
        var texts = new Texts(messages, form.locale(), getDealer.get(car.dealerId()).timeZone());
        if (method != HttpMethod.POST) {
            form.forget("key");
            FirstPeriod.complete(form, texts.zone(), clock.instant());
            return formPage(form, car, texts, HttpStatus.OK);
        }
        var start = form.time("start", texts.zone());
        var end = form.time("end", texts.zone());
        try {
            form.refuseIfFaulty();
            var isPlan = form.value("do").equals("plan");
            var planned = isPlan ? plan(form, car, start.get(), end.get()) : Optional.<String>empty();
            if (planned.isPresent()) {
                return Pages.seeOther(planned.get());
            }
            var displaced = displaced(form, car, start.get(), end.get());
            form.set("moves", shown(start.get(), end.get(), displaced));
            return formPage(form, car, texts, isPlan ? HttpStatus.PRECONDITION_FAILED : HttpStatus.OK)
                    .addObject("outdated", isPlan)
                    .addObject("moves", displaced.stream().map(moved -> line(moved, texts)).toList());
        } catch (RefusedException refused) {
            refuse(form, refused.refusal());
            return formPage(form, car, texts, Pages.status(refused.refusal()))
                    .addObject("refused", Refusals.of(texts, start, end).of(refused.refusal()));
        }
    }

    @GetMapping("/{id}")
    ModelAndView getMaintenanceWindow(@PathVariable UUID id, Form form) {
        return page(new MaintenanceWindowId(id), form, Optional.empty());
    }

    /** Where a browser goes that opens the address of an action again. */
    @GetMapping({"/{id}/start", "/{id}/completion", "/{id}/cancellation"})
    ModelAndView getMaintenanceWindow(@PathVariable UUID id) {
        return Pages.seeOther("/maintenance/" + id);
    }

    @PostMapping("/{id}/start")
    ModelAndView startMaintenance(@PathVariable UUID id, Form form) {
        return step(id, form, startMaintenance::start);
    }

    @PostMapping("/{id}/completion")
    ModelAndView completeMaintenance(@PathVariable UUID id, Form form) {
        return step(id, form, completeMaintenance::complete);
    }

    @PostMapping("/{id}/cancellation")
    ModelAndView cancelMaintenance(@PathVariable UUID id, Form form) {
        return step(id, form, cancelMaintenance::cancel);
    }

    /** The address of the window; absent if other bookings would move than those that were shown, or for other times. */
    private Optional<String> plan(Form form, Car car, Instant start, Instant end) {
        var seen = form.text("moves");
        try {
            return Optional.of(forms.once(form.submission(), () -> {
                if (seen.isPresent() && !seen.get().equals(shown(start, end, displaced(form, car, start, end)))) {
                    throw new CommonRefusal.RevisionMismatch().asException();
                }
                var onConflict = seen.isPresent() ? OnConflict.DISPLACE : OnConflict.REJECT;
                return "/maintenance/" + plan(form, car, start, end, onConflict, false).window().window().id().value();
            }));
        } catch (RefusedException refused) {
            if (refused.refusal() instanceof CommonRefusal.RevisionMismatch) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Which bookings would move where. */
    private List<Displacement> displaced(Form form, Car car, Instant start, Instant end) {
        return plan(form, car, start, end, OnConflict.DISPLACE, true).displaced();
    }

    /** What the page has shown, for the form to send. */
    private static String shown(Instant start, Instant end, List<Displacement> displaced) {
        return Stream.concat(
                        Stream.of(start, end),
                        displaced.stream().flatMap(moved -> Stream.of(moved.booking().id().value(), moved.to().value())))
                .map(Object::toString).collect(Collectors.joining(" "));
    }

    private PlanMaintenance.Plan plan(
            Form form, Car car, Instant start, Instant end, OnConflict onConflict, boolean dryRun) {
        return planMaintenance.plan(
                new PlanMaintenance.Command(car.id(), start, end, form.value("reason"), onConflict, dryRun));
    }

    private String line(Displacement moved, Texts texts) {
        var booking = moved.booking();
        return texts.message("moves", booking.customer().name().value(),
                texts.span(booking.period().start(), booking.period().end()), plate(booking.carId()), plate(moved.to()));
    }

    private String plate(CarId car) {
        return getCar.get(car, Optional.empty()).car().registrationPlate().value();
    }

    private Car car(Form form) {
        var id = form.id("car").orElseThrow(() -> new CommonRefusal.NotFound("car", new UUID(0, 0)).asException());
        return getCar.get(new CarId(id), Optional.empty()).car();
    }

    private static void refuse(Form form, Refusal refusal) {
        if (refusal instanceof CommonRefusal.ValidationFailed(var violations)) {
            form.refuse(violations);
        }
    }

    private ModelAndView formPage(Form form, Car car, Texts texts, HttpStatus status) {
        if (status == HttpStatus.OK) {
            // Only what was refused may be sent again as the same.
            form.forget("key");
        }
        form.setIfAbsent("key", ids.next().toString());
        return new ModelAndView("plan", status).addObject("form", form).addObject("car", car)
                .addObject("zone", texts.zone().getId());
    }

    private ModelAndView step(UUID id, Form form, BiConsumer<MaintenanceWindowId, Precondition> change) {
        var window = new MaintenanceWindowId(id);
        return forms.step(
                form, "/maintenance/" + id, seen -> change.accept(window, seen),
                refusal -> page(window, form, Optional.of(refusal)));
    }

    private ModelAndView page(MaintenanceWindowId id, Form form, Optional<Refusal> refusal) {
        var view = getWindow.get(id);
        var window = view.window();
        var car = getCar.get(window.carId(), Optional.empty()).car();
        var texts = new Texts(messages, form.locale(), getDealer.get(window.dealerId()).timeZone());
        var facts = new LinkedHashMap<String, String>();
        facts.put("period", texts.span(window.period().start(), window.period().end()));
        facts.put("reason", window.reason().value());
        if (view.overdue()) {
            facts.put("attention", texts.message("overdue"));
        }
        var page = new ModelAndView("maintenance", refusal.map(Pages::status).orElse(HttpStatus.OK));
        refusal.ifPresent(it -> page.addObject("refused", Refusals.of(texts, Optional.empty(), Optional.empty()).of(it)));
        return page.addObject("form", form).addObject("window", window).addObject("car", car).addObject("facts", facts)
                .addObject("revision", view.revision().value())
                .addObject("title", texts.message("kindAndStatus", texts.message("kind.MAINTENANCE"),
                        texts.message("status." + window.status())))
                .addObject("steps", window.allowedTransitions().stream().map(LifeCycle.Transition::label).toList());
    }
}
