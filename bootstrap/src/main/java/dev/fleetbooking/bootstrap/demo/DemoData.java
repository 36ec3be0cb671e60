package dev.fleetbooking.bootstrap.demo;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.bootstrap.kit.database.NoDatabaseConfigured;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Adds a few dealers, cars and bookings to an empty embedded database, by the driving ports, before the first request is
 * answered. It adds all of them or none, because partial data would never be completed.
 */
@Component
@Conditional(NoDatabaseConfigured.class)
@ConditionalOnBooleanProperty(name = "fleet.demo-data", matchIfMissing = true)
record DemoData(
        TransactionBoundary boundary, ListDealers listDealers, RegisterDealer registerDealer, AddCar addCar,
        BookCar bookCar, PlanMaintenance planMaintenance, BookingPolicy policy, Clock clock)
        implements SmartInitializingSingleton {

    @Override
    public void afterSingletonsInstantiated() {
        boundary.call(false, () -> {
            if (listDealers.list(new PageRequest<>(Optional.empty(), 1)).items().isEmpty()) {
                addAll();
            }
            return null;
        });
    }

    private void addAll() {
        var berlin = dealer("City Cars", "Europe/Berlin", "EUR", 90);
        var golf = car(berlin, "B-CC 101", "Volkswagen", "Golf", "COMPACT", "49.90");
        var corsa = car(berlin, "B-CC 102", "Opel", "Corsa", "COMPACT", "44.50");
        car(berlin, "B-CC 201", "BMW", "320d", "SEDAN", "89.00");
        book(golf, berlin, 1, 3, "Ada Lovelace", "ada@example.org");
        book(golf, berlin, 7, 9, "Grace Hopper", "grace@example.org");
        planMaintenance.plan(new PlanMaintenance.Command(
                corsa.id(), tenOClock(berlin, 5), tenOClock(berlin, 6), "New tyres",
                PlanMaintenance.OnConflict.REJECT, false));

        var tokyo = dealer("Shibuya Drive", "Asia/Tokyo", "JPY", 60);
        var yaris = car(tokyo, "品川 300 あ 12-34", "Toyota", "Yaris", "COMPACT", "7000");
        car(tokyo, "品川 330 い 56-78", "Toyota", "Alphard", "VAN", "16000");
        book(yaris, tokyo, 2, 4, "Katherine Johnson", "katherine@example.org");
    }

    private Dealer dealer(String name, String timeZone, String currency, int turnaroundMinutes) {
        return registerDealer.register(new RegisterDealer.Command(name, timeZone, currency, turnaroundMinutes));
    }

    private Car car(Dealer dealer, String plate, String make, String model, String category, String dailyPrice) {
        var price = new MoneyInput(new BigDecimal(dailyPrice), dealer.currency().getCurrencyCode());
        return addCar.add(new AddCar.Command(dealer.id(), plate, make, model, 2024, category, price));
    }

    /** Leaves out what the configured policy does not allow. */
    private void book(Car car, Dealer dealer, int firstDay, int lastDay, String name, String email) {
        var customer = new CustomerInput(name, email, Optional.empty());
        var start = tenOClock(dealer, firstDay);
        var end = tenOClock(dealer, lastDay);
        if (policy.allows(start, end, clock.instant())) {
            bookCar.book(new BookCar.Command(car.id(), customer, start, end, Optional.empty(), false));
        }
    }

    private Instant tenOClock(Dealer dealer, int daysFromToday) {
        return clock.instant().atZone(dealer.timeZone()).toLocalDate().plusDays(daysFromToday)
                .atTime(LocalTime.of(10, 0)).atZone(dealer.timeZone()).toInstant();
    }
}
