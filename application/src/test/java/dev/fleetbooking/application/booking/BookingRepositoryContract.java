package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.calendar.OccupancyOwnerRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.booking.Progress;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link BookingRepository}. */
public abstract class BookingRepositoryContract
        extends OccupancyOwnerRepositoryContract<BookingId, Booking, BookingStatus> {

    @Override
    public Repository<BookingId, Booking> repository() {
        return bookings();
    }

    @Override
    protected Page<Booking> list(CalendarFilter<BookingStatus> filter, PageRequest<BookingId> page) {
        return bookings().list(filter, Caller.SERVICE, page, TestTime.NOW);
    }

    @Override
    protected List<Booking> findAll(Set<BookingId> ids) {
        return bookings().findAll(ids);
    }

    @Override
    public BookingId newId() {
        return new BookingId(nextId());
    }

    @Override
    public BookingId id(Booking booking) {
        return booking.id();
    }

    @Override
    protected Booking newOne(Dealer dealer, Car car, Period period) {
        return newBooking(dealer, car, period);
    }

    @Override
    protected CarId carId(Booking booking) {
        return booking.carId();
    }

    @Override
    protected BookingStatus status(Booking booking) {
        return booking.status();
    }

    @Override
    protected Occupancy occupancy(Booking booking) {
        return booking.occupancy();
    }

    @Override
    protected Booking cancelledInMemory(Booking found) {
        return found.cancel(Optional.of(new Reason("plans changed")));
    }

    @Override
    protected BookingStatus otherStatus() {
        return BookingStatus.NO_SHOW;
    }

    @Override
    protected Booking ofDealer(Booking booking, Dealer dealer) {
        return booking;
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 49.90, 3",
        "EUR, 0, 1",
        // Computed amounts may have more digits than those of callers.
        "EUR, 9999999999.99, 90",
        "JPY, 14000, 2",
        "KWD, 12.345, 7",
        "CLF, 1.2345, 30"
    })
    void aBookingIsFoundAsItWasAddedWithAllDecimalsOfItsPrice(String currency, String dailyPrice, int days) {
        var dealer = given(newDealer(ZoneId.of("Asia/Tokyo"), Currency.getInstance(currency), new Turnaround(90)));
        var car = givenCar(dealer);
        var price = Quote.of(days, money(dailyPrice, dealer.currency()));
        var booking = given(Booking.book(
                new BookingId(nextId()), car, dealer, customer(), hours(1, 25), price, TestTime.NOW.plusMillis(1)));

        assertThat(found(booking)).contains(booking);
        assertThat(inTransaction(() -> bookings().findForUpdate(booking.id()))).contains(booking);
    }

    @Test
    void whatWasAgreedStaysWhenTheDealerAndTheCarChange() {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(90)));
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 25));

        commit(() -> {
            dealers().update(dealers().findForUpdate(dealer.id()).orElseThrow().withTurnaround(Turnaround.NONE));
            cars().update(cars().findForUpdate(car.id()).orElseThrow().withDailyPrice(money("1", EUR)));
        });

        assertThat(found(booking)).contains(booking);
    }

    @Test
    void theLongestTextsAreKeptWhateverTheirCharacters() {
        var dealer = givenDealer();
        var email = "a".repeat(EmailAddress.MAX_LENGTH - "@example.org".length()) + "@example.org";
        var customer = new Customer(
                new Name("🚗".repeat(Name.MAX_LENGTH)), new EmailAddress(email),
                Optional.of(new PhoneNumber("1".repeat(PhoneNumber.MAX_LENGTH))));
        var booking = given(bookingFor(customer, dealer));
        var reason = Optional.of(new Reason("🔧".repeat(Reason.MAX_LENGTH)));

        assertThat(found(booking)).contains(booking);
        assertThat(cancelled(booking, reason).progress().cancellationReason()).isEqualTo(reason);
        assertThat(found(booking).orElseThrow().progress().cancellationReason()).isEqualTo(reason);
    }

    @Test
    void aCustomerMayHaveNoPhone() {
        var customer = new Customer(new Name("Ada"), new EmailAddress("ada@example.org"), Optional.empty());
        var booking = given(bookingFor(customer, givenDealer()));

        assertThat(found(booking)).contains(booking);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 86_399_999})
    void aBookingIsFoundWithItsProgress(long milliseconds) {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(0, 1));
        var at = TestTime.NOW.plusMillis(milliseconds);

        var active = handedOver(booking);
        assertThat(found(booking)).contains(active);

        var completed = inTransaction(() -> {
            var returned = bookings().findForUpdate(booking.id()).orElseThrow().takeBack(at);
            occupancies().release(booking.id().value());
            return bookings().update(returned);
        });
        assertThat(completed.progress()).isEqualTo(new Progress(
                BookingStatus.COMPLETED, Optional.empty(), Optional.empty(), Optional.of(TestTime.NOW), Optional.of(at)));
        assertThat(found(booking)).contains(completed);
    }

    /** Also what a new booking never has. */
    @Test
    void everythingThatABookingMayHaveIsFoundAsItWasAdded() {
        for (var booking : givenBookingsThatTogetherHaveEverything()) {
            assertThat(found(booking)).contains(booking);
        }
    }

    protected final List<Booking> givenBookingsThatTogetherHaveEverything() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(1, 2)).ownedBy(Optional.of(new AccountId("ada"))));
        var completed = newBooking(dealer, car, hours(0, 1)).handOver(TestTime.NOW).takeBack(TestTime.minute(1));
        var cancelled = newBooking(dealer, car, hours(0, 1)).cancel(Optional.of(new Reason("plans changed")));
        commit(() -> {
            bookings().add(completed);
            bookings().add(cancelled);
        });
        return List.of(hold, completed, cancelled);
    }

    @Test
    void aHoldIsFoundAsItWasAddedAndAsItWasConfirmed() {
        var dealer = givenDealer();
        var hold = given(newHold(dealer, givenCar(dealer), hours(1, 2)));

        assertThat(found(hold)).contains(hold);

        var confirmed = inTransaction(() -> {
            var booking = bookings().findForUpdate(hold.id()).orElseThrow().confirm();
            occupancies().replace(booking.carId(), booking.occupancy());
            return bookings().update(booking);
        });
        assertThat(found(hold)).contains(confirmed);
        assertThat(confirmed.progress().holdExpiresAt()).isEmpty();
    }

    @Test
    void aBookingIsFoundInItsNewPeriodWithItsNewPriceOnItsNewCar() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var other = givenCar(dealer);

        var moved = inTransaction(() -> {
            cars().findPeersForUpdate(other.id());
            var changed = bookings().findForUpdate(booking.id()).orElseThrow()
                    .reschedule(hours(3, 30), Quote.of(2, booking.price().dailyPrice()))
                    .moveTo(other.id());
            occupancies().replace(other.id(), changed.occupancy());
            return bookings().update(changed);
        });

        assertThat(found(booking)).contains(moved);
        assertThat(moved.period()).isEqualTo(hours(3, 30));
        assertThat(moved.carId()).isEqualTo(other.id());
    }

    @Test
    void aBookingBlocksItsCarWithItsOwnKind() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));
        var hold = given(newHold(dealer, car, hours(2, 3)));

        assertFails(() -> bookings().update(bookings().findForUpdate(booking.id()).orElseThrow().handOver(hour(1))));
        assertFails(() -> bookings().update(bookings().findForUpdate(hold.id()).orElseThrow().confirm()));
        assertFails(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().replace(car.id(), booking.handOver(hour(1)).occupancy());
        });
        assertFails(() -> {
            bookings().findForUpdate(hold.id());
            occupancies().replace(car.id(), hold.confirm().occupancy());
        });
        assertFails(() -> {
            bookings().findForUpdate(hold.id());
            var own = hold.occupancy();
            occupancies().replace(car.id(), new Occupancy(
                    own.kind(), own.ownerId(), own.use(), own.blockedUntil(), Optional.of(hour(5)), false));
        });
    }

    @Test
    void onlyTheLapsedHoldsOfTheCarAreFoundAsLapsed() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(1, 2));
        var second = newHold(dealer, car, hours(2, 3));
        var first = newHold(dealer, car, hours(3, 4));
        given(first);
        given(second);
        cancelled(given(newHold(dealer, car, hours(4, 5))));
        given(newHold(dealer, givenCar(dealer), hours(1, 2)));

        assertThat(lapsed(car, minute(15).minusMillis(1))).isEmpty();
        assertThat(lapsed(car, minute(15))).containsExactly(second, first);
        assertThat(lapsed(car, hour(100))).containsExactly(second, first);
    }

    @Test
    void aHoldThatWasEndedIsNotFoundAsLapsedAgain() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(1, 2)));

        commit(() -> {
            cars().findForClaim(car.id());
            var lapsed = bookings().findLapsedForUpdate(car.id(), hour(1)).getFirst();
            occupancies().release(hold.id().value());
            bookings().update(lapsed.asOf(hour(1)));
            assertThat(bookings().findLapsedForUpdate(car.id(), hour(1))).isEmpty();
        });

        assertThat(lapsed(car, hour(1))).isEmpty();
        assertThat(found(hold).orElseThrow().status()).isEqualTo(BookingStatus.EXPIRED);
    }

    @Test
    void aCarWithLapsedHoldsIsFoundFromTheInstantOfTheLapseOn() {
        var dealer = givenDealer();
        givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var car = givenCar(dealer);
        given(newHold(dealer, car, hours(1, 2)));

        assertThat(inTransaction(() -> bookings().findCarWithLapsedHolds(minute(15).minusMillis(1)))).isEmpty();
        assertThat(inTransaction(() -> bookings().findCarWithLapsedHolds(minute(15)))).contains(car.id());
    }

    @Test
    void aLapsedHoldIsListedAsExpiredAndNotAsHeld() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(1, 2)));
        givenBooking(dealer, car, hours(2, 3));
        var held = inStatus(BookingStatus.HELD);
        var expired = inStatus(BookingStatus.EXPIRED);

        assertThat(listed(held, minute(15).minusMillis(1))).containsExactly(hold);
        assertThat(listed(expired, minute(15).minusMillis(1))).isEmpty();
        assertThat(listed(held, minute(15))).isEmpty();
        assertThat(listed(expired, minute(15))).containsExactly(hold);
    }

    private Booking bookingFor(Customer customer, Dealer dealer) {
        var car = givenCar(dealer);
        return Booking.book(
                new BookingId(nextId()), car, dealer, customer, hours(1, 2), Quote.of(1, car.dailyPrice()), TestTime.NOW);
    }

    private Booking cancelled(Booking booking, Optional<Reason> reason) {
        return inTransaction(() -> {
            var found = bookings().findForUpdate(booking.id()).orElseThrow();
            occupancies().release(booking.id().value());
            return bookings().update(found.cancel(reason));
        });
    }

    private List<Booking> listed(CalendarFilter<BookingStatus> filter, Instant now) {
        return inTransaction(() -> bookings().list(filter, Caller.SERVICE, first(20), now)).items();
    }

    private List<Booking> lapsed(Car car, Instant now) {
        return inTransaction(() -> {
            cars().findForClaim(car.id());
            return bookings().findLapsedForUpdate(car.id(), now);
        });
    }

    private static CalendarFilter<BookingStatus> inStatus(BookingStatus status) {
        return new CalendarFilter<>(
                Optional.empty(), Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty());
    }
}
