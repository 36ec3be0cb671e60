package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.car.CarOfDealer;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

@UseCase
record BookCarUseCase(
        CarRepository cars, Bookings bookings, Unavailability unavailability, CurrentCaller callers, BookingPolicy policy,
        IdGenerator ids, Clock clock)
        implements BookCar {

    @Override
    public BookingView book(Command command) {
        var caller = callers.get();
        var found = cars.findForClaim(command.carId()).filter(claimed -> caller.knows(claimed.dealer().id()));
        var now = clock.instant();

        var violations = new Violations();
        violations.require(found.isPresent(), "carId", "must name an existing car");
        var customer = command.customer().check(violations, "customer");
        var period = policy.limits(now).check(violations, "start", command.start(), "end", command.end(), now);
        var expectedTotal = command.expectedTotal()
                .map(given -> given.check(violations, "expectedTotal", found.map(CarOfDealer::dealer).map(Dealer::currency)));
        violations.refuseIfAny();

        var car = found.orElseThrow().car();
        var dealer = found.orElseThrow().dealer();
        var id = new BookingId(ids.next());
        var price = Quote.of(policy.days(period, dealer.timeZone()), car.dailyPrice());
        var made = command.hold()
                ? Booking.hold(id, car, dealer, customer, period, price, now, now.plus(policy.holdDuration()))
                : Booking.book(id, car, dealer, customer, period, price, now);
        var booking = made.ownedBy(caller.actor().map(Actor::account));
        claim(car, booking, now);
        if (expectedTotal.filter(expected -> !expected.equals(price.total())).isPresent()) {
            throw new FleetRefusal.PriceChanged(price).asException();
        }
        bookings.add(command.hold() ? EventType.BOOKING_HELD : EventType.BOOKING_MADE, booking, now);
        return new BookingView(booking, false, false);
    }

    private void claim(Car car, Booking booking, Instant now) {
        Consumer<CarCalendar> refuseIfAny =
                calendar -> unavailability.refuseIfAny(car, booking, booking.period(), calendar, now);
        if (car.status() != CarStatus.IN_SERVICE) {
            refuseIfAny.accept(bookings.calendar(car.id(), booking.period().start(), now));
        }
        bookings.claim(car.id(), booking.occupancy(), now, refuseIfAny);
    }
}
