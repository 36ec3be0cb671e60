package dev.fleetbooking.web.booking;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Pages;
import dev.fleetbooking.web.kit.Permissions;
import dev.fleetbooking.web.kit.Texts;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import dev.fleetbooking.web.period.FirstPeriod;
import dev.fleetbooking.web.refusal.Refusals;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form that books a car: it shows the price first, and if the car is not available, what is possible instead. Handlers have
 * the names of the API's operations, because whoever may call those may use these.
 */
@Controller
@RequestMapping(path = "/book", produces = MediaType.TEXT_HTML_VALUE)
record NewBookingController(
        BookCar bookCar, ExplainAvailability explainAvailability, FindAvailableCars availableCars, GetCar getCar,
        GetDealer getDealer, IdempotentForms forms, Permissions permissions, IdGenerator ids, MessageSource messages,
        Clock clock) {

    private static final int MAX_ALTERNATIVES = 3;

    /** What a page is about, and what was asked for; absent times could not be read. */
    private record Wish(Form form, Car car, Dealer dealer, Texts texts, Optional<Instant> start, Optional<Instant> end) {
    }

    @GetMapping
    ModelAndView explainAvailability(Form form) {
        form.forget("key");
        FirstPeriod.complete(form, dealer(car(form)).timeZone(), clock.instant());
        return quote(wish(form));
    }

    @PostMapping
    ModelAndView bookCar(Form form) {
        var wish = wish(form);
        var told = told(form);
        if (!Set.of("book", "hold").contains(form.value("do")) || told.isEmpty() || !form.faults().isEmpty()) {
            return quote(wish);
        }
        var command = new BookCar.Command(
                wish.car.id(),
                new CustomerInput(form.value("customer.name"), form.value("customer.email"), form.text("customer.phone")),
                wish.start.orElseThrow(), wish.end.orElseThrow(), told, form.value("do").equals("hold"));
        try {
            return Pages.seeOther(forms.once(
                    form.submission(), () -> "/bookings/" + bookCar.book(command).booking().id().value()));
        } catch (RefusedException refused) {
            return refused(wish, refused.refusal());
        }
    }

    private Wish wish(Form form) {
        var car = car(form);
        var dealer = dealer(car);
        var zone = dealer.timeZone();
        return new Wish(
                form, car, dealer, new Texts(messages, form.locale(), zone), form.time("start", zone), form.time("end", zone));
    }

    private Car car(Form form) {
        var id = form.id("car").orElseThrow(() -> new CommonRefusal.NotFound("car", new UUID(0, 0)).asException());
        return getCar.get(new CarId(id), Optional.empty()).car();
    }

    private Dealer dealer(Car car) {
        return getDealer.get(car.dealerId());
    }

    /** The total that the page showed. A longer text is none, and would take long to read. */
    private static Optional<MoneyInput> told(Form form) {
        return form.text("total").filter(text -> text.length() <= 30).map(text -> text.split(" "))
                .filter(parts -> parts.length == 2).flatMap(parts -> {
            try {
                return Optional.of(new MoneyInput(new BigDecimal(parts[1]), parts[0]));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        });
    }

    private ModelAndView quote(Wish wish) {
        if (wish.start.isEmpty() || wish.end.isEmpty()) {
            return page(wish, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return quote(wish, wish.start.get(), wish.end.get());
        } catch (RefusedException refused) {
            return refused(wish, refused.refusal());
        }
    }

    private ModelAndView quote(Wish wish, Instant start, Instant end) {
        var car = wish.car;
        var explanation = explainAvailability.explain(new ExplainAvailability.Query(car.id(), start, end));
        if (explanation.quote().isPresent()) {
            return page(wish, HttpStatus.OK).addObject("quote", text(wish, explanation.quote().get()))
                    .addObject("total", text(explanation.quote().get()));
        }
        // Refuses what could never be booked.
        var offers = availableCars.find(
                new FindAvailableCars.Query(
                        start, end, Optional.of(car.dealerId()), Optional.of(car.category()), Optional.empty(), Optional.empty()),
                new PageRequest<>(Optional.empty(), MAX_ALTERNATIVES)).items();
        return refused(wish, new FleetRefusal.CarUnavailable(
                explanation.availability().reasons(), explanation.availability().conflicts(), explanation.nextAvailableFrom(),
                Optional.empty(), offers));
    }

    private static String text(Wish wish, Quote quote) {
        return wish.texts.message("priceOfDays", wish.texts.money(quote.total()), quote.days());
    }

    private static String text(Quote quote) {
        return quote.total().currency() + " " + quote.total().amount().toPlainString();
    }

    private ModelAndView refused(Wish wish, Refusal refusal) {
        if (refusal instanceof CommonRefusal.ValidationFailed(var violations)) {
            wish.form.refuse(violations.stream().map(NewBookingController::inForm).toList());
        }
        var page = page(wish, Pages.status(refusal))
                .addObject("refused", Refusals.of(wish.texts, wish.start, wish.end).of(refusal));
        if (refusal instanceof FleetRefusal.PriceChanged(var quote)) {
            page.addObject("quote", text(wish, quote)).addObject("total", text(quote));
        }
        return page;
    }

    /** The search calls the times differently. */
    private static Violation inForm(Violation violation) {
        return switch (violation.field()) {
            case "from" -> new Violation("start", violation.message());
            case "to" -> new Violation("end", violation.message());
            default -> violation;
        };
    }

    private ModelAndView page(Wish wish, HttpStatus status) {
        if (status == HttpStatus.OK) {
            // Only what was refused may be sent again as the same.
            wish.form.forget("key");
        }
        wish.form.setIfAbsent("key", ids.next().toString());
        var page = new ModelAndView("book", status);
        return page.addObject("form", wish.form).addObject("car", wish.car)
                .addObject("canPlan", permissions.allows("planMaintenance")).addObject("dealer", wish.dealer)
                .addObject("perDay", wish.texts.message("perDay", wish.texts.money(wish.car.dailyPrice())))
                .addObject("offset", wish.start.flatMap(start -> wish.end.map(end -> wish.texts.offset(start, end))).orElse(""));
    }
}
