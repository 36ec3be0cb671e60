package dev.fleetbooking.rest;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls;
import dev.fleetbooking.rest.kit.idempotency.InMemoryIdempotentCalls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST adapter with driving ports that record their calls and return samples, or fail as requested. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RestConfiguration.class)
public class StubPorts {

    private Object asked;
    private Object other;
    private RuntimeException failure;
    private boolean hasNext;

    public void reset() {
        asked = null;
        other = null;
        failure = null;
        hasNext = false;
    }

    /** Makes ports return this instead of their sample. */
    public void answerWith(Object answer) {
        other = answer;
    }

    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** Makes lists return pages as if more items followed. */
    public void haveMorePages() {
        hasNext = true;
    }

    /** The last command or query of a port; null if there was none. */
    public <T> T asked(Class<T> type) {
        return type.cast(asked);
    }

    @SuppressWarnings("unchecked")
    private <T> T answer(T sample, Object... question) {
        asked = question.length == 1 ? question[0] : List.of(question);
        if (failure != null) {
            throw failure;
        }
        return other == null ? sample : (T) other;
    }

    private <T> Page<T> page(T sample, Object... question) {
        return answer(new Page<>(List.of(sample), hasNext), question);
    }

    @Bean
    IdempotentCalls idempotentCalls() {
        return new InMemoryIdempotentCalls();
    }

    @Bean
    RegisterDealer registerDealer() {
        return command -> answer(Samples.DEALER, command);
    }

    @Bean
    ChangeDealer changeDealer() {
        return command -> {
            command.precondition().verify(Samples.DEALER.revision());
            return answer(Samples.DEALER, command);
        };
    }

    @Bean
    GetDealer getDealer() {
        return id -> answer(Samples.DEALER, id);
    }

    @Bean
    ListDealers listDealers() {
        return page -> page(Samples.DEALER, page);
    }

    @Bean
    AddCar addCar() {
        return command -> answer(Samples.CAR, command);
    }

    @Bean
    ChangeCar changeCar() {
        return command -> {
            command.precondition().verify(Samples.CAR.revision());
            return answer(Samples.CAR, command);
        };
    }

    @Bean
    GetCar getCar() {
        return (id, asOf) -> answer(carView(asOf), id, asOf);
    }

    @Bean
    ListCars listCars() {
        return (filter, asOf, page) -> page(carView(asOf), filter, asOf, page);
    }

    private static CarView carView(Optional<Instant> asOf) {
        return new CarView(Samples.CAR, asOf.map(instant -> Samples.BOOKING.occupancy()));
    }

    @Bean
    FindAvailableCars findAvailableCars() {
        return (query, page) -> page(Samples.OFFER, query, page);
    }

    @Bean
    ExplainAvailability explainAvailability() {
        return query -> answer(explanation(query), query);
    }

    private static ExplainAvailability.Explanation explanation(ExplainAvailability.Query query) {
        var entry = new CalendarEntry(Samples.PERIOD, CalendarEntry.Kind.BOOKING, Samples.BOOKING.occupancy());
        return new ExplainAvailability.Explanation(
                query,
                new Availability(List.of(UnavailabilityReason.BOOKED), List.of(entry)),
                List.of(entry),
                List.of(new CarCalendar.Gap(query.from(), query.to())),
                Optional.of(Samples.PERIOD.end()),
                Optional.empty());
    }

    @Bean
    BookCar bookCar() {
        return command -> answer(Samples.BOOKING_VIEW, command);
    }

    @Bean
    ChangeBooking changeBooking() {
        return command -> booking(command.precondition(), command);
    }

    @Bean
    ConfirmBooking confirmBooking() {
        return (id, precondition) -> booking(precondition, ConfirmBooking.class, id, precondition);
    }

    @Bean
    CancelBooking cancelBooking() {
        return (id, precondition, reason) -> booking(precondition, CancelBooking.class, id, precondition, reason);
    }

    @Bean
    HandOverCar handOverCar() {
        return (id, precondition) -> booking(precondition, HandOverCar.class, id, precondition);
    }

    @Bean
    ReturnCar returnCar() {
        return (id, precondition) -> booking(precondition, ReturnCar.class, id, precondition);
    }

    @Bean
    RecordNoShow recordNoShow() {
        return (id, precondition) -> booking(precondition, RecordNoShow.class, id, precondition);
    }

    private BookingView booking(Precondition precondition, Object... question) {
        precondition.verify(Samples.BOOKING_VIEW.revision());
        return answer(Samples.BOOKING_VIEW, question);
    }

    @Bean
    GetBooking getBooking() {
        return id -> answer(Samples.BOOKING_VIEW, id);
    }

    @Bean
    ListBookings listBookings() {
        return (filter, page) -> page(Samples.BOOKING_VIEW, filter, page);
    }

    @Bean
    PlanMaintenance planMaintenance() {
        return command -> answer(new PlanMaintenance.Plan(Samples.WINDOW_VIEW, List.of()), command);
    }

    @Bean
    ChangeMaintenance changeMaintenance() {
        return command -> window(command.precondition(), command);
    }

    @Bean
    StartMaintenance startMaintenance() {
        return (id, precondition) -> window(precondition, StartMaintenance.class, id, precondition);
    }

    @Bean
    CompleteMaintenance completeMaintenance() {
        return (id, precondition) -> window(precondition, CompleteMaintenance.class, id, precondition);
    }

    @Bean
    CancelMaintenance cancelMaintenance() {
        return (id, precondition) -> window(precondition, CancelMaintenance.class, id, precondition);
    }

    private MaintenanceWindowView window(Precondition precondition, Object... question) {
        precondition.verify(Samples.WINDOW_VIEW.revision());
        return answer(Samples.WINDOW_VIEW, question);
    }

    @Bean
    GetMaintenanceWindow getMaintenanceWindow() {
        return id -> answer(Samples.WINDOW_VIEW, id);
    }

    @Bean
    ListMaintenanceWindows listMaintenanceWindows() {
        return (filter, page) -> page(Samples.WINDOW_VIEW, filter, page);
    }

    @Bean
    ListEvents listEvents() {
        return query -> answer(List.of(Samples.EVENT), query);
    }
}
