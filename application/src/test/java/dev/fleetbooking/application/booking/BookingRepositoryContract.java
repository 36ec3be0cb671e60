package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.TestTime.hour;
import static dev.fleetbooking.application.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.PageRequest;
import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestTime;
import dev.fleetbooking.application.booking.BookingRepository.Filter;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.booking.EmailAddress;
import dev.fleetbooking.domain.booking.PhoneNumber;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.domain.text.Name;
import dev.fleetbooking.domain.text.Reason;
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

/** What every {@link BookingRepository} keeps. */
public abstract class BookingRepositoryContract extends RepositoryContract {

    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "EUR, 49.90, 3",
        "EUR, 0, 1",
        // What is computed may be longer than what callers may ask for.
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
        assertThat(cancelled(booking, reason).cancellationReason()).isEqualTo(reason);
        assertThat(found(booking).orElseThrow().cancellationReason()).isEqualTo(reason);
    }

    @Test
    void aCustomerMayHaveNoPhone() {
        var customer = new Customer(new Name("Ada"), new EmailAddress("ada@example.org"), Optional.empty());
        var booking = given(bookingFor(customer, givenDealer()));

        assertThat(found(booking)).contains(booking);
    }

    @Test
    void anUnknownBookingIsNotFound() {
        var unknown = new BookingId(nextId());

        assertThat(inTransaction(() -> bookings().find(unknown))).isEmpty();
        assertThat(inTransaction(() -> bookings().findForUpdate(unknown))).isEmpty();
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
    void aCompletedBookingMayStillBlockItsCar() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        commit(() -> {
            bookings().findForUpdate(booking.id());
            bookings().update(inStatus(booking, BookingStatus.COMPLETED));
        });

        assertThat(found(booking).orElseThrow().status()).isEqualTo(BookingStatus.COMPLETED);
    }

    @Test
    void theOrderOfChangesWithinATransactionDoesNotMatter() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 2));

        commit(() -> {
            bookings().add(booking);
            cars().findForClaim(car.id());
            occupancies().claim(car.id(), booking.occupancy());
        });
        commit(() -> {
            bookings().update(bookings().findForUpdate(booking.id()).orElseThrow().cancel(Optional.empty()));
            occupancies().release(booking.id().value());
        });

        assertThat(found(booking).orElseThrow().status()).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void anUpdateIsSeenInTheSameTransactionAndAfterItWithTheNextVersion() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var reason = Optional.of(new Reason("plans changed"));

        var updated = inTransaction(() -> {
            var found = bookings().findForUpdate(booking.id()).orElseThrow();
            occupancies().release(booking.id().value());
            var result = bookings().update(found.cancel(reason));
            assertThat(bookings().find(booking.id())).contains(result);
            return result;
        });

        assertThat(updated).isEqualTo(new Booking(
                booking.id(), booking.carId(), booking.dealerId(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), BookingStatus.CANCELLED, booking.createdAt(),
                reason, 1));
        assertThat(found(booking)).contains(updated);
    }

    @Test
    void anUpdateOfAStaleVersionFailsAndChangesNothing() {
        var dealer = givenDealer();
        var stale = givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var current = cancelled(stale);

        assertFails(() -> {
            bookings().findForUpdate(stale.id());
            bookings().update(stale.cancel(Optional.of(new Reason("again"))));
        });

        assertThat(found(stale)).contains(current);
    }

    @Test
    void aTransactionThatEndsInAnExceptionChangesNothing() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));
        var other = newBooking(dealer, car, hours(2, 3));

        assertFails(() -> {
            var found = bookings().findForUpdate(booking.id()).orElseThrow();
            occupancies().release(found.id().value());
            bookings().update(found.cancel(Optional.empty()));
            occupancies().claim(car.id(), other.occupancy());
            bookings().add(other);
            throw new IllegalStateException("roll back");
        });

        assertThat(found(booking)).contains(booking);
        assertThat(found(other)).isEmpty();
    }

    @Test
    void thoseOfManyIdsAreFoundThatExist() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var one = givenBooking(dealer, car, hours(1, 2));
        var two = givenBooking(dealer, car, hours(2, 3));
        givenBooking(dealer, car, hours(3, 4));
        var ids = Set.of(two.id(), new BookingId(nextId()), one.id());

        assertThat(inTransaction(() -> bookings().findAll(ids))).containsExactlyInAnyOrder(one, two);
        assertThat(inTransaction(() -> bookings().findAll(Set.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100})
    void aListIsInTheOrderOfIdsAndWholeWhateverTheSizeOfItsPages(int limit) {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var added = List.of(
                newBooking(dealer, car, hours(9, 10)), newBooking(dealer, car, hours(1, 2)),
                newBooking(dealer, car, hours(5, 6)), newBooking(dealer, car, hours(7, 8)),
                newBooking(dealer, car, hours(3, 4)));
        added.reversed().forEach(this::given);

        assertThat(allPages(limit, page -> bookings().list(ALL, page), Booking::id)).isEqualTo(added);
    }

    @Test
    void aListOfNothingIsEmpty() {
        var page = inTransaction(() -> bookings().list(ALL, first(20)));

        assertThat(page.items()).isEmpty();
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void aPageStartsAfterItsKeyEvenIfNothingHasThatKey() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(1, 2));
        var key = new BookingId(nextId());
        var after = givenBooking(dealer, car, hours(2, 3));

        assertThat(inTransaction(() -> bookings().list(ALL, new PageRequest<>(Optional.of(key), 20))).items())
                .containsExactly(after);
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
    void pagesOfAFilteredListHoldOnlyWhatPasses() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var first = givenBooking(dealer, car, hours(1, 2));
        givenBooking(dealer, other, hours(1, 2));
        var second = givenBooking(dealer, car, hours(2, 3));
        givenBooking(dealer, other, hours(2, 3));
        var filter = new Filter(
                Optional.of(car.id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        var page = inTransaction(() -> bookings().list(filter, new PageRequest<>(Optional.of(first.id()), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void whatIsReturnedIsNoDoorIntoTheStore() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        tryToEmpty(listed(ALL));
        tryToEmpty(inTransaction(() -> bookings().findAll(Set.of(booking.id()))));

        assertThat(listed(ALL)).containsExactly(booking);
    }

    @Test
    void whatIsReturnedDoesNotChangeLater() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));
        var page = inTransaction(() -> bookings().list(ALL, first(20)));

        cancelled(booking);
        givenBooking(dealer, car, hours(2, 3));

        assertThat(page.items()).containsExactly(booking);
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

    private static Booking inStatus(Booking booking, BookingStatus status) {
        return new Booking(
                booking.id(), booking.carId(), booking.dealerId(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), status, booking.createdAt(),
                booking.cancellationReason(), booking.version());
    }

    private Optional<Booking> found(Booking booking) {
        return inTransaction(() -> bookings().find(booking.id()));
    }

    private List<Booking> listed(Filter filter) {
        return inTransaction(() -> bookings().list(filter, first(20))).items();
    }

    private static Filter overlapping(Optional<Instant> from, Optional<Instant> to) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), from, to);
    }
}
