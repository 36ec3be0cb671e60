package dev.fleetbooking.ical.schedule;

import dev.fleetbooking.application.schedule.ReadSchedule.CarSchedule;
import dev.fleetbooking.application.schedule.ReadSchedule.Entry;
import dev.fleetbooking.application.schedule.ReadSchedule.MaintenanceDetails;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.TimeZones;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the first feed of a JVM and prints for each zone that the library adds whether a dealer could have it. */
final class FirstFeed {

    private FirstFeed() {
    }

    public static void main(String[] arguments) {
        var before = Set.copyOf(ZoneId.getAvailableZoneIds());
        var start = Instant.parse("2027-03-27T09:00:00Z");
        var end = start.plus(Duration.ofHours(1));
        var use = new Occupancy(
                Occupancy.Kind.MAINTENANCE, UUID.randomUUID(), new Period(start, end), end, Optional.empty(), false);
        var details = new MaintenanceDetails(MaintenanceStatus.PLANNED, new Reason("Inspection"), 0);
        var car = Car.add(
                new CarId(UUID.randomUUID()), new DealerId(UUID.randomUUID()), new RegistrationPlate("B-CC 101"),
                new Name("Opel"), new Name("Corsa"), ModelYear.of(2024, start), new Category("COMPACT"),
                new Money(BigDecimal.TEN, Currency.getInstance("EUR")));
        new CalendarFeed("", ZoneId.of("Europe/Berlin"), start, end, start, end)
                .write(List.of(new CarSchedule(car, List.of(new Entry(use, false, false, Optional.of(details))))));
        ZoneId.getAvailableZoneIds().stream().filter(id -> !before.contains(id))
                .forEach(id -> System.out.println(id + (isAllowed(id) ? " allowed" : " refused")));
    }

    private static boolean isAllowed(String id) {
        try {
            TimeZones.of(id);
            return true;
        } catch (InvalidValueException refused) {
            return false;
        }
    }
}
