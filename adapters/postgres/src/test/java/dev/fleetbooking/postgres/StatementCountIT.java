package dev.fleetbooking.postgres;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The number of statements of a call: an unintended SELECT fails these tests. */
class StatementCountIT extends RepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    protected TestStore newStore() {
        return adapters;
    }

    @Test
    void addingTakesOneInsert() {
        var dealer = newDealer();
        var car = newCar(dealer);

        assertThat(statements(() -> dealers().add(dealer))).isOne();
        assertThat(statements(() -> cars().add(car))).isOne();
        assertThat(statements(() -> {
            bookings().add(newBooking(dealer, car, hours(1, 3)).cancel(Optional.empty()));
            windows().add(newWindow(car, hours(1, 3)).cancel());
        })).isEqualTo(2);
    }

    @Test
    void changingTakesOneSelectAndOneUpdate() {
        var dealer = givenDealer();

        assertThat(statements(() -> {
            var found = dealers().findForUpdate(dealer.id()).orElseThrow();
            dealers().update(found.renamed(new Name("Other")));
        })).isEqualTo(2);
    }

    @Test
    void changingABookingLocksItsCarFirst() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 3));

        assertThat(statements(() -> bookings().findForUpdate(booking.id()))).isEqualTo(3);
    }

    /** Each is a round trip, while the car is locked and others may wait. */
    @Test
    void bookingTakesFourStatementsIncludingItsEvent() {
        var fleet = adapters.fleet();
        var car = fleet.car(fleet.dealer());
        var before = adapters.preparedStatements();

        fleet.book(car, hours(1, 3));

        assertThat(adapters.preparedStatements() - before).isEqualTo(4);
    }

    /** The driver prepares a statement again if the type of a parameter differs, and takes a NULL without a type as one. */
    @Test
    void theStatementsOfABookingStayPreparedWhateverIsAbsent() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var full = newBooking(dealer, car, hours(1, 3))
                .cancel(Optional.of(new Reason("plans changed"))).ownedBy(Optional.of(new AccountId("ada")));
        var customer = new Customer(full.customer().name(), full.customer().email(), Optional.empty());
        var sparse = Booking.hold(new BookingId(nextId()), car, dealer, customer, hours(1, 3), full.price(), NOW, NOW.plusSeconds(60));

        var prepared = inTransaction(() -> IntStream.range(0, 21)
                .mapToObj(number -> {
                    var booking = number % 2 == 0 ? full : sparse;
                    adapters.jdbc().sql("DELETE FROM booking").update();
                    bookings().add(booking);
                    events().append(new Event(
                            EventType.BOOKING_CANCELLED, NOW, new Subject(Subject.Kind.BOOKING, nextId(), dealer.id()),
                            booking.owner().map(account -> new Actor(account, Role.CUSTOMER)),
                            booking.owner().map(_ -> Facts.of(booking)),
                            booking == full ? Facts.of(booking) : Facts.of(car)));
                    return adapters.jdbc().sql("SELECT name FROM pg_prepared_statements WHERE statement ~ '^INSERT'")
                            .query(String.class).set();
                })
                .toList());

        assertThat(prepared.getLast()).hasSizeGreaterThanOrEqualTo(2).isEqualTo(prepared.get(10));
    }

    @Test
    void findingManyTakesOneSelect() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var ids = Set.of(
                givenBooking(dealer, car, hours(1, 3)).id(),
                givenBooking(dealer, car, hours(3, 5)).id(),
                new BookingId(nextId()));

        assertThat(statements(() -> bookings().findAll(ids))).isOne();
        assertThat(statements(() -> cars().list(
                new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty()), Caller.SERVICE, first(20)))).isOne();
    }

    @Test
    void readingTheScheduleOfManyCarsTakesTwoSelects() {
        var fleet = adapters.fleet();
        var dealer = fleet.dealer();
        for (var number = 0; number < 3; number++) {
            var car = fleet.car(dealer);
            fleet.book(car, hours(1, 3));
            fleet.plan(car, hours(5, 6));
        }
        var query = new ReadSchedule.Query(
                new ListCars.Filter(Optional.of(dealer.id()), Optional.empty(), Optional.empty()), Optional.empty(), NOW,
                NOW.plusSeconds(86_400), true);

        assertThat(statements(() -> assertThat(fleet.useCase(ReadSchedule.class).read(query, first(20)).items()).hasSize(3)
                .allSatisfy(schedule -> assertThat(schedule.entries()).hasSize(2)))).isEqualTo(2);
    }

    private long statements(Runnable change) {
        var before = adapters.preparedStatements();
        commit(change);
        return adapters.preparedStatements() - before;
    }
}
