package dev.fleetbooking.application.booking;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Clock;

@UseCase
class BookCarUseCase implements BookCar {

    private final CarRepository cars;
    private final DealerRepository dealers;
    private final BookingRepository bookings;
    private final CarClaim claim;
    private final BookingPolicy policy;
    private final IdGenerator ids;
    private final Clock clock;

    BookCarUseCase(
            CarRepository cars, DealerRepository dealers, BookingRepository bookings, OccupancyRepository occupancies,
            AvailableCarRepository availableCars, BookingPolicy policy, IdGenerator ids, Clock clock) {
        this.cars = cars;
        this.dealers = dealers;
        this.bookings = bookings;
        this.claim = new CarClaim(occupancies, availableCars, policy);
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Booking book(Command command) {
        var now = clock.instant();
        var found = cars.findForClaim(command.carId());
        var owner = found.flatMap(car -> dealers.find(car.dealerId()));

        var violations = new Violations();
        if (found.isEmpty()) {
            violations.add("carId", "must name an existing car");
        }
        var customer = command.customer().check(violations, "customer");
        var period = policy.check(violations, "start", command.start(), "end", command.end(), now);
        var expectedTotal = command.expectedTotal()
                .map(given -> given.check(violations, "expectedTotal", owner.map(Dealer::currency)));
        violations.refuseIfAny();

        var car = found.orElseThrow();
        var dealer = owner.orElseThrow();
        var price = Quote.of(policy.days(period, dealer.timeZone()), car.dailyPrice());
        var booking = Booking.book(new BookingId(ids.next()), car, dealer, customer, period, price, now);
        claim.claimOrExplain(car, booking, now);
        if (expectedTotal.filter(expected -> !expected.equals(price.total())).isPresent()) {
            throw new Refusal.PriceChanged(price).asException();
        }
        bookings.add(booking);
        return booking;
    }
}
