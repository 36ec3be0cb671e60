package dev.fleetbooking.application.calendar;

import static dev.fleetbooking.application.TestTime.hour;
import static dev.fleetbooking.application.TestTime.hours;
import static dev.fleetbooking.application.TestTime.minute;
import static dev.fleetbooking.application.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestTime;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.maintenance.MaintenancePolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link OccupancyRepository} keeps. */
public abstract class OccupancyRepositoryContract extends RepositoryContract {

    @Test
    void aClaimIsSeenInTheSameTransactionAndAfterIt() {
        var dealer = givenDealerWithTurnaround(90);
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 3));

        commit(() -> {
            cars().findForClaim(car.id());
            occupancies().claim(car.id(), booking.occupancy());
            assertThat(occupancies().findByCar(car.id(), hour(0))).containsExactly(booking.occupancy());
            bookings().add(booking);
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void theOccupancyOfAWindowIsFoundAsItWasClaimed() {
        var car = givenCar(givenDealer());
        var window = givenWindow(car, hours(1, 3));

        assertThat(occupanciesOf(car)).containsExactly(window.occupancy());
    }

    @Test
    void aCallThatFoundTheCarForUpdateMayClaimItToo() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 3));

        commit(() -> {
            cars().findForUpdate(car.id());
            assertThat(occupancies().claim(car.id(), booking.occupancy())).isTrue();
            bookings().add(booking);
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void aCarIsFreeForWhatOnlyTouchesAnOccupancy() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(10, 12));

        assertThat(claims(dealer, car, hours(9, 10))).isTrue();
        assertThat(claims(dealer, car, hours(12, 13))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "600, 720",
        "599, 601",
        "540, 601",
        "719, 780",
        "630, 660",
        "600, 601",
        "719, 720",
        "540, 780"
    })
    void aCarIsBlockedForWhatMeetsAnOccupancyForAMinute(int start, int end) {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var blocking = givenBooking(dealer, car, minutes(600, 720));

        assertThat(claims(dealer, car, minutes(start, end))).isFalse();
        assertThat(occupanciesOf(car)).containsExactly(blocking.occupancy());
    }

    @Test
    void maintenanceAndBookingsBlockEachOther() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenWindow(car, hours(10, 12));
        givenBooking(dealer, car, hours(14, 16));

        assertThat(claims(dealer, car, hours(11, 13))).isFalse();
        assertThat(inTransaction(() -> {
            cars().findForClaim(car.id());
            return occupancies().claim(car.id(), newWindow(car, hours(13, 15)).occupancy());
        })).isFalse();
    }

    @Test
    void theTurnaroundBlocksTheCarAfterTheUse() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(10, 12));

        assertThat(claims(dealer, car, minutes(779, 800))).isFalse();
        assertThat(claims(dealer, car, minutes(780, 800))).isTrue();
    }

    @Test
    void theTurnaroundOfANewUseMustFitBeforeTheNextOne() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(10, 12));

        assertThat(claims(dealer, car, minutes(480, 541))).isFalse();
        assertThat(claims(dealer, car, minutes(480, 540))).isTrue();
    }

    @Test
    void oneCarDoesNotBlockAnother() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        assertThat(claims(dealer, other, hours(10, 12))).isTrue();
        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void aReleasedCarCanBeClaimedAgain() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        cancelled(givenBooking(dealer, car, hours(10, 12)));

        assertThat(occupanciesOf(car)).isEmpty();
        assertThat(claims(dealer, car, hours(10, 12))).isTrue();
    }

    @Test
    void aCarReleasedInTheSameTransactionCanBeClaimedAgain() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));
        var moved = Occupancy.of(Occupancy.Kind.BOOKING, booking.id().value(), hours(11, 13), Turnaround.NONE);

        commit(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().release(booking.id().value());
            assertThat(occupancies().claim(car.id(), moved)).isTrue();
        });

        assertThat(occupanciesOf(car)).containsExactly(moved);
    }

    @Test
    void aReleaseFreesOnlyTheCarOfThisOwner() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenBooking(dealer, car, hours(12, 14));
        cancelled(givenBooking(dealer, car, hours(10, 12)));

        assertThat(occupanciesOf(car)).containsExactly(other.occupancy());
    }

    @Test
    void aReleaseOfAnOwnerThatBlocksNothingDoesNothing() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        commit(() -> occupancies().release(nextId()));

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void anOwnerBlocksOneCarForOneTimeOnly() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));
        var later = Occupancy.of(Occupancy.Kind.BOOKING, booking.id().value(), hours(14, 16), Turnaround.NONE);

        assertFails(() -> {
            cars().findForClaim(car.id());
            occupancies().claim(car.id(), later);
        });
        assertFails(() -> {
            cars().findForClaim(other.id());
            occupancies().claim(other.id(), later);
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
        assertThat(occupanciesOf(other)).isEmpty();
    }

    @Test
    void aRefusedClaimLeavesTheTransactionUsable() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var blocking = givenBooking(dealer, car, hours(10, 12));
        var booking = newBooking(dealer, car, hours(12, 14));
        var tooEarly = Occupancy.of(Occupancy.Kind.BOOKING, booking.id().value(), hours(11, 13), Turnaround.NONE);

        commit(() -> {
            cars().findForClaim(car.id());
            assertThat(occupancies().claim(car.id(), tooEarly)).isFalse();
            assertThat(occupancies().findByCar(car.id(), hour(0))).containsExactly(blocking.occupancy());
            assertThat(bookings().find(blocking.id())).contains(blocking);
            assertThat(occupancies().claim(car.id(), booking.occupancy())).isTrue();
            bookings().add(booking);
        });

        assertThat(occupanciesOf(car)).containsExactly(blocking.occupancy(), booking.occupancy());
    }

    @Test
    void anOccupancyNeedsItsOwner() {
        var dealer = givenDealer();
        var car = givenCar(dealer);

        assertFails(() -> {
            cars().findForClaim(car.id());
            occupancies().claim(car.id(), newBooking(dealer, car, hours(1, 2)).occupancy());
        });
        assertFails(() -> {
            cars().findForClaim(car.id());
            occupancies().claim(car.id(), newWindow(car, hours(1, 2)).occupancy());
        });

        assertThat(occupanciesOf(car)).isEmpty();
    }

    @Test
    void anOccupancyBlocksTheCarOfItsOwnerAndNoOther() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 2));

        assertFails(() -> {
            cars().findForClaim(other.id());
            occupancies().claim(other.id(), booking.occupancy());
            bookings().add(booking);
        });

        assertThat(occupanciesOf(other)).isEmpty();
    }

    @Test
    void aTransactionThatEndsInAnExceptionNeitherClaimsNorReleases() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        assertFails(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().release(booking.id().value());
            occupancies().claim(car.id(), newBooking(dealer, car, hours(1, 2)).occupancy());
            throw new IllegalStateException("roll back");
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void occupanciesAreFoundByStartWhateverTheOrderOfTheClaims() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var third = givenBooking(dealer, car, hours(30, 40));
        var first = givenBooking(dealer, car, hours(2, 9));
        var second = givenWindow(car, hours(9, 11));

        assertThat(occupanciesOf(car)).containsExactly(first.occupancy(), second.occupancy(), third.occupancy());
    }

    @Test
    void anOccupancyIsFoundWholeUntilTheInstantThatItsTurnaroundEnds() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        assertThat(occupanciesOf(car, hour(11))).containsExactly(booking.occupancy());
        assertThat(occupanciesOf(car, minute(779))).containsExactly(booking.occupancy());
        assertThat(occupanciesOf(car, hour(13).minusMillis(1))).containsExactly(booking.occupancy());
        assertThat(occupanciesOf(car, hour(13))).isEmpty();
    }

    @Test
    void aCarMayBeBlockedUntilTheEndOfTime() {
        var car = givenCar(givenDealer());
        var window = givenWindow(car, new Period(hour(1), MaintenancePolicy.LATEST_END));

        assertThat(occupanciesOf(car)).containsExactly(window.occupancy());
    }

    @Test
    void whatIsReturnedIsNoDoorIntoTheStore() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        tryToEmpty(occupanciesOf(car));

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    private Dealer givenDealerWithTurnaround(int minutes) {
        return given(newDealer(BERLIN, EUR, new Turnaround(minutes)));
    }

    /** Whether a new booking of the dealer gets the car; it is added if it does. */
    private boolean claims(Dealer dealer, Car car, Period period) {
        var booking = newBooking(dealer, car, period);
        return inTransaction(() -> {
            cars().findForClaim(car.id());
            var claimed = occupancies().claim(car.id(), booking.occupancy());
            if (claimed) {
                bookings().add(booking);
            }
            return claimed;
        });
    }

    private List<Occupancy> occupanciesOf(Car car) {
        return occupanciesOf(car, TestTime.NOW);
    }

    private List<Occupancy> occupanciesOf(Car car, Instant after) {
        return inTransaction(() -> occupancies().findByCar(car.id(), after));
    }
}
