package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Clock;
import java.time.Instant;

@UseCase
record ChangeBookingUseCase(
        Bookings bookings, Unavailability unavailability, OccupancyRepository occupancies, BookingPolicy policy,
        Clock clock)
        implements ChangeBooking {

    @Override
    public BookingView change(Command command) {
        var locked = bookings.lock(command.id());
        var now = clock.instant();
        var booking = bookings.verify(locked, command.precondition(), now);

        var violations = new Violations();
        var period = policy.limits(now).checkChange(
                violations, booking.period(), booking.keepsItsStart(), command.start(), command.end(), now);
        var customer = command.customer()
                .map(change -> customer(violations, change, booking.customer()))
                .orElse(booking.customer());
        violations.refuseIfAny();

        var rescheduled = period.equals(booking.period()) ? booking : reschedule(booking, period, now);
        var changed = customer.equals(booking.customer())
                ? rescheduled
                : bookings.update(EventType.BOOKING_CORRECTED, rescheduled, rescheduled.correct(customer), now);
        return bookings.view(changed, now);
    }

    private Booking reschedule(Booking booking, Period period, Instant now) {
        var rescheduled = booking.reschedule(
                period, Quote.of(policy.days(period, booking.timeZone()), booking.price().dailyPrice()));
        var calendar = bookings.settledCalendar(booking.carId(), period.start(), now);
        unavailability.refuseIfAny(booking, period, calendar.without(booking.id().value()), now);
        var useStart = calendar.useStart(booking.id().value(), period.start());
        occupancies.replace(booking.carId(), rescheduled.occupancy(useStart));
        return bookings.update(EventType.BOOKING_RESCHEDULED, booking, rescheduled, now);
    }

    private static Customer customer(Violations violations, CustomerChange change, Customer customer) {
        var name = violations.check("customer.name", () -> change.name().map(Name::new).orElse(customer.name()));
        var email = violations.check("customer.email", () -> change.email().map(EmailAddress::new).orElse(customer.email()));
        var phone = violations.check(
                "customer.phone", () -> change.phone().map(PhoneNumber::new).or(customer::phone));
        return new Customer(name, email, phone);
    }
}
