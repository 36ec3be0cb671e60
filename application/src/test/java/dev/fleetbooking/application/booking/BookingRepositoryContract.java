package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.booking.ListBookings.Filter;
import dev.fleetbooking.application.kit.AggregateRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.domain.access.AccountId;
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
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
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
        extends RepositoryContract implements AggregateRepositoryContract<BookingId, Booking> {

    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public Repository<BookingId, Booking> repository() {
        return bookings();
    }

    @Override
    public Page<Booking> list(PageRequest<BookingId> page) {
        return bookings().list(ALL, Caller.SERVICE, page, TestTime.NOW);
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
    public Booking newOne() {
        var dealer = givenDealer();
        return newBooking(dealer, givenCar(dealer), hours(1, 2));
    }

    @Override
    public void store(Booking booking) {
        cars().findForClaim(booking.carId());
        claim(booking.carId(), booking.occupancy());
        bookings().add(booking);
    }

    @Override
    public Booking changed(Booking found) {
        occupancies().release(found.id().value());
        return found.cancel(Optional.of(new Reason("plans changed")));
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

    @Test
    void anIdIsAddedOnlyOnce() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertFails(() -> bookings().add(booking));

        assertThat(found(booking)).contains(booking);
    }

    @Test
    void aBookingNeedsACarOfItsDealer() {
        var dealer = givenDealer();
        var other = givenDealer();
        var car = givenCar(dealer);

        assertFails(() -> given(newBooking(other, car, hours(1, 2))));
        assertFails(() -> given(newBooking(dealer, newCar(dealer), hours(1, 2))));
    }

    @Test
    void aLiveBookingMustBlockItsCarWhenTheTransactionEnds() {
        var dealer = givenDealer();
        var booking = newBooking(dealer, givenCar(dealer), hours(1, 2));

        assertFails(() -> bookings().add(booking));

        assertThat(found(booking)).isEmpty();
    }

    @Test
    void aLiveBookingCannotLoseItsCar() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertFails(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().release(booking.id().value());
        });
    }

    @Test
    void aCancelledBookingMustBlockNoCarWhenTheTransactionEnds() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertFails(() -> bookings().update(
                bookings().findForUpdate(booking.id()).orElseThrow().cancel(Optional.empty())));

        assertThat(found(booking)).contains(booking);
    }

    @Test
    void theOrderOfChangesWithinATransactionDoesNotMatter() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 2));

        commit(() -> {
            bookings().add(booking);
            cars().findForClaim(car.id());
            claim(car.id(), booking.occupancy());
        });
        commit(() -> {
            bookings().update(bookings().findForUpdate(booking.id()).orElseThrow().cancel(Optional.empty()));
            occupancies().release(booking.id().value());
        });

        assertThat(found(booking).orElseThrow().status()).isEqualTo(BookingStatus.CANCELLED);
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

    @Test
    void theExistingOnesOfManyIdsAreFound() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var one = givenBooking(dealer, car, hours(1, 2));
        var two = givenBooking(dealer, car, hours(2, 3));
        givenBooking(dealer, car, hours(3, 4));
        var ids = Set.of(two.id(), new BookingId(nextId()), one.id());

        assertThat(inTransaction(() -> bookings().findAll(ids))).containsExactlyInAnyOrder(one, two);
        assertThat(inTransaction(() -> bookings().findAll(Set.of()))).isEmpty();
    }

    @Test
    void eachFilterCountsAloneAndAllOfThemTogether() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var wanted = givenBooking(dealer, car, hours(10, 12));
        var otherCar = givenBooking(dealer, givenCar(dealer), hours(10, 12));
        var anotherDealer = givenDealer();
        var otherDealer = givenBooking(anotherDealer, givenCar(anotherDealer), hours(10, 12));
        var earlier = givenBooking(dealer, car, hours(1, 2));
        var later = givenBooking(dealer, car, hours(20, 22));
        var otherStatus = cancelled(givenBooking(dealer, car, hours(13, 14)));
        var ofCar = Optional.of(car.id());
        var ofDealer = Optional.of(dealer.id());
        var ofStatus = Optional.of(BookingStatus.CONFIRMED);
        var from = Optional.of(hour(11));
        var to = Optional.of(hour(15));

        assertThat(listed(new Filter(ofCar, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(wanted, earlier, later, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), ofDealer, Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCar, earlier, later, otherStatus);
        assertThat(listed(new Filter(Optional.empty(), Optional.empty(), ofStatus, Optional.empty(), Optional.empty())))
                .containsExactly(wanted, otherCar, otherDealer, earlier, later);
        assertThat(listed(overlapping(from, Optional.empty())))
                .containsExactly(wanted, otherCar, otherDealer, later, otherStatus);
        assertThat(listed(overlapping(Optional.empty(), to)))
                .containsExactly(wanted, otherCar, otherDealer, earlier, otherStatus);
        assertThat(listed(new Filter(ofCar, ofDealer, ofStatus, from, to))).containsExactly(wanted);
    }

    @Test
    void aFilterThatNamesNothingGivesAnEmptyList() {
        var dealer = givenDealer();
        givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertThat(listed(new Filter(
                Optional.of(new CarId(nextId())), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(listed(new Filter(
                Optional.empty(), Optional.of(new DealerId(nextId())), Optional.empty(), Optional.empty(),
                Optional.empty()))).isEmpty();
        assertThat(listed(new Filter(
                Optional.empty(), Optional.empty(), Optional.of(BookingStatus.NO_SHOW), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void theBoundsOfTheFilterAreHalfOpenAndIgnoreTheTurnaround() {
        var dealer = given(newDealer(BERLIN, EUR, new Turnaround(60)));
        var booking = givenBooking(dealer, givenCar(dealer), hours(10, 12));

        assertThat(listed(overlapping(Optional.of(hour(12).minusMillis(1)), Optional.empty()))).containsExactly(booking);
        assertThat(listed(overlapping(Optional.of(hour(12)), Optional.empty()))).isEmpty();
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10).plusMillis(1))))).containsExactly(booking);
        assertThat(listed(overlapping(Optional.empty(), Optional.of(hour(10))))).isEmpty();
    }

    @Test
    void pagesOfAFilteredListContainOnlyMatches() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var first = givenBooking(dealer, car, hours(1, 2));
        givenBooking(dealer, other, hours(1, 2));
        var second = givenBooking(dealer, car, hours(2, 3));
        givenBooking(dealer, other, hours(2, 3));
        var filter = new Filter(
                Optional.of(car.id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        var page = inTransaction(() -> bookings().list(
                filter, Caller.SERVICE, new PageRequest<>(Optional.of(first.id()), 1), TestTime.NOW));

        assertThat(page.items()).containsExactly(second);
        assertThat(page.hasNext()).isFalse();
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

    private List<Booking> listed(Filter filter) {
        return listed(filter, TestTime.NOW);
    }

    private List<Booking> listed(Filter filter, Instant now) {
        return inTransaction(() -> bookings().list(filter, Caller.SERVICE, first(20), now)).items();
    }

    private List<Booking> lapsed(Car car, Instant now) {
        return inTransaction(() -> {
            cars().findForClaim(car.id());
            return bookings().findLapsedForUpdate(car.id(), now);
        });
    }

    private static Filter inStatus(BookingStatus status) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty());
    }

    private static Filter overlapping(Optional<Instant> from, Optional<Instant> to) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), from, to);
    }
}
