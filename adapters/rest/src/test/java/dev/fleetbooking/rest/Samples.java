package dev.fleetbooking.rest;

import static java.util.Map.entry;

import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.rest.kit.StubPorts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A sample of each type that ports return. */
public final class Samples {

    public static final UUID ID = UUID.fromString("0197d1a2-7c7e-7000-8000-00000000000a");
    public static final Instant CREATED_AT = Instant.parse("2027-02-01T08:30:00.250Z");
    public static final Period PERIOD =
            new Period(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-04T09:00:00Z"));

    public static final Dealer DEALER = Dealer.register(
            new DealerId(ID), new Name("City Cars"), ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"),
            new Turnaround(90));
    public static final Car CAR = Car.add(
            new CarId(ID), DEALER.id(), new RegistrationPlate("B-AB 123"), new Name("VW"), new Name("Golf"),
            new ModelYear(2024), new Category("COMPACT"), money("49.90"));
    public static final Quote QUOTE = Quote.of(3, CAR.dailyPrice());
    public static final Offer OFFER = new Offer(CAR, QUOTE);
    public static final Booking BOOKING = Booking.book(
            new BookingId(ID), CAR, DEALER,
            new Customer(new Name("Ada Lovelace"), new EmailAddress("ada@example.org"), Optional.empty()),
            PERIOD, QUOTE, CREATED_AT);
    public static final BookingView BOOKING_VIEW = new BookingView(BOOKING, false, false);
    public static final MaintenanceWindow WINDOW =
            MaintenanceWindow.plan(new MaintenanceWindowId(ID), CAR, PERIOD, new Reason("brakes"), CREATED_AT);
    public static final MaintenanceWindowView WINDOW_VIEW = new MaintenanceWindowView(WINDOW, false);
    public static final ListEvents.Sequenced EVENT = new ListEvents.Sequenced(17, new Event(
            EventType.BOOKING_CANCELLED, CREATED_AT, new Subject(Subject.Kind.BOOKING, ID, DEALER.id()), Optional.empty(),
            Optional.of(Facts.of(BOOKING)), Facts.of(BOOKING.cancel(Optional.of(new Reason("flight cancelled"))))));

    static final Map<Class<?>, Function<StubPorts.Call, ?>> BY_TYPE = Map.ofEntries(
            entry(Dealer.class, _ -> DEALER),
            entry(Car.class, _ -> CAR),
            entry(CarView.class, call -> new CarView(
                    CAR, call.argument(Optional.class).isPresent() ? Optional.of(BOOKING.occupancy()) : Optional.empty())),
            entry(Offer.class, _ -> OFFER),
            entry(ExplainAvailability.Explanation.class, call -> explanation(call.argument(ExplainAvailability.Query.class))),
            entry(BookingView.class, _ -> BOOKING_VIEW),
            entry(MaintenanceWindowView.class, _ -> WINDOW_VIEW),
            entry(PlanMaintenance.Plan.class, _ -> new PlanMaintenance.Plan(WINDOW_VIEW, List.of())),
            entry(ListEvents.Sequenced.class, _ -> EVENT));

    private Samples() {
    }

    private static ExplainAvailability.Explanation explanation(ExplainAvailability.Query query) {
        var entry = new CalendarEntry(PERIOD, CalendarEntry.Kind.BOOKING, BOOKING.occupancy());
        return new ExplainAvailability.Explanation(
                query,
                new Availability(List.of(UnavailabilityReason.BOOKED), List.of(entry)),
                List.of(entry),
                List.of(new CarCalendar.Gap(query.from(), query.to())),
                Optional.of(PERIOD.end()),
                Optional.empty());
    }

    public static Money money(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
