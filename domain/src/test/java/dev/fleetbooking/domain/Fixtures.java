package dev.fleetbooking.domain;

import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.money;
import static dev.fleetbooking.domain.kit.KitFixtures.period;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.booking.Progress;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Currencies;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.kit.time.TimeZones;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shared test data whose exact values do not matter. */
public final class Fixtures {

    /** The next day at 08:00. */
    public static final Instant LATE_UNTIL = BookingPolicy.DEFAULT.lateUntil(NOW);

    public static final Dealer DEALER = Dealer.register(
            new DealerId(uuid(1)), new Name("City Cars"), TimeZones.of("Europe/Berlin"), Currencies.of("EUR"),
            new Turnaround(90));

    public static final Car CAR = Car.add(
            new CarId(uuid(2)), DEALER.id(), new RegistrationPlate("B-AB 123"), new Name("VW"), new Name("Golf"),
            new ModelYear(2024), new Category("COMPACT"), money("49.90", "EUR"));

    public static final Customer CUSTOMER =
            new Customer(new Name("Ada Lovelace"), new EmailAddress("ada@example.org"), Optional.empty());

    private Fixtures() {
    }

    public static UUID uuid(long number) {
        return new UUID(0, number);
    }

    /** An occupancy that is not in use; a hold lapses at the end of time. */
    public static Occupancy occupancy(Occupancy.Kind kind, Period use, int turnaroundMinutes) {
        var lapsesAt = Optional.of(Instant.MAX).filter(end -> kind == Occupancy.Kind.HOLD);
        return new Occupancy(
                kind, UUID.nameUUIDFromBytes(use.toString().getBytes()), use,
                use.extendedBy(Duration.ofMinutes(turnaroundMinutes)).end(), lapsesAt, false);
    }

    /** The same while its owner has the car. */
    public static Occupancy inUse(Occupancy occupancy) {
        return new Occupancy(
                occupancy.kind(), occupancy.ownerId(), occupancy.use(), occupancy.blockedUntil(), Optional.empty(), true);
    }

    /** The calendar as it looks now. */
    public static CarCalendar calendar(Occupancy... occupancies) {
        return new CarCalendar(List.of(occupancies), NOW, LATE_UNTIL);
    }

    public static Car car(CarStatus status) {
        return new Car(
                CAR.id(), CAR.dealerId(), CAR.registrationPlate(), CAR.make(), CAR.model(), CAR.modelYear(), CAR.category(),
                CAR.dailyPrice(), status, CAR.version());
    }

    /** A booking from 10:00 to 12:00; if it is held, until 08:15. */
    public static Booking booking(BookingStatus status) {
        var lapsesAt = Optional.of(at("08:15")).filter(end -> status == BookingStatus.HELD);
        return new Booking(
                new BookingId(uuid(3)), CAR.id(), DEALER.id(), Optional.empty(), CUSTOMER, period("10:00", "12:00"),
                DEALER.turnaround(), DEALER.timeZone(), Quote.of(1, CAR.dailyPrice()),
                new Progress(status, lapsesAt, Optional.empty(), Optional.empty(), Optional.empty()), NOW, 7);
    }

    /** A window from 10:00 to 12:00. */
    public static MaintenanceWindow window(MaintenanceStatus status) {
        return new MaintenanceWindow(
                new MaintenanceWindowId(uuid(4)), CAR.id(), DEALER.id(), period("10:00", "12:00"), new Reason("brakes"),
                status, NOW, 7);
    }
}
