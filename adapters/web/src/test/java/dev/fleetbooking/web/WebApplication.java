package dev.fleetbooking.web;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.web.kit.Permissions;
import dev.fleetbooking.web.kit.SubmissionInProgressException;
import dev.fleetbooking.web.kit.idempotency.IdempotentForms;
import java.time.Clock;
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

    /** The fleet of the running test. */
    static Fleet fleet;

    static final SettableClock CLOCK = new SettableClock();

    private static final IdGenerator IDS = new SequentialIds();

    /** By submission. */
    static final Map<String, String> ANSWERS = new HashMap<>();

    /** Whether the twin of every form that is sent is in progress. */
    static boolean inProgress;

    @Bean
    Clock clock() {
        return CLOCK;
    }

    @Bean
    ListDealers listDealers() {
        return page -> fleet.useCase(ListDealers.class).list(page);
    }

    @Bean
    GetDealer getDealer() {
        return id -> fleet.useCase(GetDealer.class).get(id);
    }

    @Bean
    ListCars listCars() {
        return (filter, asOf, page) -> fleet.useCase(ListCars.class).list(filter, asOf, page);
    }

    @Bean
    ReadSchedule readSchedule() {
        return (query, page) -> fleet.useCase(ReadSchedule.class).read(query, page);
    }

    @Bean
    FindAvailableCars findAvailableCars() {
        return (query, page) -> fleet.useCase(FindAvailableCars.class).find(query, page);
    }

    @Bean
    BookCar bookCar() {
        return command -> fleet.useCase(BookCar.class).book(command);
    }

    @Bean
    GetBooking getBooking() {
        return id -> fleet.useCase(GetBooking.class).get(id);
    }

    @Bean
    ChangeBooking changeBooking() {
        return command -> fleet.useCase(ChangeBooking.class).change(command);
    }

    @Bean
    ConfirmBooking confirmBooking() {
        return (id, seen) -> fleet.useCase(ConfirmBooking.class).confirm(id, seen);
    }

    @Bean
    CancelBooking cancelBooking() {
        return (id, seen, reason) -> fleet.useCase(CancelBooking.class).cancel(id, seen, reason);
    }

    @Bean
    HandOverCar handOverCar() {
        return (id, seen) -> fleet.useCase(HandOverCar.class).handOver(id, seen);
    }

    @Bean
    ReturnCar returnCar() {
        return (id, seen) -> fleet.useCase(ReturnCar.class).takeBack(id, seen);
    }

    @Bean
    RecordNoShow recordNoShow() {
        return (id, seen) -> fleet.useCase(RecordNoShow.class).record(id, seen);
    }

    @Bean
    ExplainAvailability explainAvailability() {
        return query -> fleet.useCase(ExplainAvailability.class).explain(query);
    }

    @Bean
    GetCar getCar() {
        return (id, asOf) -> fleet.useCase(GetCar.class).get(id, asOf);
    }

    @Bean
    PlanMaintenance planMaintenance() {
        return command -> fleet.useCase(PlanMaintenance.class).plan(command);
    }

    @Bean
    GetMaintenanceWindow getMaintenanceWindow() {
        return id -> fleet.useCase(GetMaintenanceWindow.class).get(id);
    }

    @Bean
    StartMaintenance startMaintenance() {
        return (id, seen) -> fleet.useCase(StartMaintenance.class).start(id, seen);
    }

    @Bean
    CompleteMaintenance completeMaintenance() {
        return (id, seen) -> fleet.useCase(CompleteMaintenance.class).complete(id, seen);
    }

    @Bean
    CancelMaintenance cancelMaintenance() {
        return (id, seen) -> fleet.useCase(CancelMaintenance.class).cancel(id, seen);
    }

    @Bean
    IdGenerator ids() {
        return IDS;
    }

    @Bean
    Permissions permissions() {
        return _ -> true;
    }

    @Bean
    IdempotentForms idempotentForms() {
        return (submission, call) -> {
            if (inProgress) {
                throw new SubmissionInProgressException(null);
            }
            var known = ANSWERS.get(submission);
            var answer = known == null ? call.get() : known;
            ANSWERS.put(submission, answer);
            return answer;
        };
    }
}
