package dev.fleetbooking.web;

import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.application.schedule.ReadSchedule;
import java.time.Clock;
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
}
