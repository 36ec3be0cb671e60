package dev.fleetbooking.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

class DemoDataTest {

    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");

    private final Fleet fleet = new Fleet();
    private final List<Object> added = new ArrayList<>();

    @Test
    void isAddedOnceWithBookingsAndMaintenance() {
        var demoData = demoData(BookingPolicy.DEFAULT);

        demoData.afterSingletonsInstantiated();
        demoData.afterSingletonsInstantiated();

        assertThat(added).extracting(Object::getClass).filteredOn(BookCar.Command.class::equals).hasSize(3);
        assertThat(added).hasSize(2 + 5 + 3 + 1);
    }

    @Test
    void bookingsThatThePolicyDoesNotAllowAreLeftOut() {
        var standard = BookingPolicy.DEFAULT;

        demoData(new BookingPolicy(
                standard.minimum(), Duration.ofHours(24), standard.horizon(), standard.dayGrace(), standard.holdDuration(),
                standard.latenessHorizon())).afterSingletonsInstantiated();

        assertThat(added).hasSize(2 + 5 + 1).doesNotHaveAnyElementsOfTypes(BookCar.Command.class);
    }

    private DemoData demoData(BookingPolicy policy) {
        fleet.setTime(NOW);
        return new DemoData(
                new TransactionBoundary(new NoTransactions(), Optional.empty()),
                fleet.useCase(ListDealers.class),
                command -> fleet.useCase(RegisterDealer.class).register(noted(command)),
                command -> fleet.useCase(AddCar.class).add(noted(command)),
                command -> fleet.useCase(BookCar.class).book(noted(command)),
                command -> fleet.useCase(PlanMaintenance.class).plan(noted(command)),
                policy, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private <C> C noted(C command) {
        added.add(command);
        return command;
    }

    /** Each call of a use case is a transaction of its own here. */
    private static final class NoTransactions implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            // Nothing was begun.
        }

        @Override
        public void rollback(TransactionStatus status) {
            // Nothing was begun.
        }
    }
}
