package dev.fleetbooking.rest;

import dev.fleetbooking.application.Page;
import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.ListBookings;
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
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST adapter with driving ports that note what they are asked and answer with samples, or fail as told. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RestConfiguration.class)
public class StubPorts {

    private Object asked;
    private RuntimeException failure;
    private boolean hasNext;

    public void reset() {
        asked = null;
        failure = null;
        hasNext = false;
    }

    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** Lists answer as if more items followed. */
    public void haveMorePages() {
        hasNext = true;
    }

    /** What a port was asked last; null if none was. */
    public <T> T asked(Class<T> type) {
        return type.cast(asked);
    }

    private <T> T answer(T sample, Object... question) {
        asked = question.length == 1 ? question[0] : List.of(question);
        if (failure != null) {
            throw failure;
        }
        return sample;
    }

    private <T> Page<T> page(T sample, Object... question) {
        return answer(new Page<>(List.of(sample), hasNext), question);
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
        return id -> answer(Samples.CAR, id);
    }

    @Bean
    ListCars listCars() {
        return (filter, page) -> page(Samples.CAR, filter, page);
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
        return command -> answer(Samples.BOOKING, command);
    }

    @Bean
    CancelBooking cancelBooking() {
        return command -> {
            command.precondition().verify(Samples.BOOKING.revision());
            return answer(Samples.BOOKING, command);
        };
    }

    @Bean
    GetBooking getBooking() {
        return id -> answer(Samples.BOOKING, id);
    }

    @Bean
    ListBookings listBookings() {
        return (filter, page) -> page(Samples.BOOKING, filter, page);
    }

    @Bean
    PlanMaintenance planMaintenance() {
        return command -> answer(Samples.WINDOW, command);
    }

    @Bean
    CancelMaintenance cancelMaintenance() {
        return command -> {
            command.precondition().verify(Samples.WINDOW.revision());
            return answer(Samples.WINDOW, command);
        };
    }

    @Bean
    GetMaintenanceWindow getMaintenanceWindow() {
        return id -> answer(Samples.WINDOW, id);
    }

    @Bean
    ListMaintenanceWindows listMaintenanceWindows() {
        return (filter, page) -> page(Samples.WINDOW, filter, page);
    }
}
