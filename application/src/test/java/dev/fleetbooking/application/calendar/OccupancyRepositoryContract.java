package dev.fleetbooking.application.calendar;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@link OccupancyRepository}. */
@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class OccupancyRepositoryContract extends RepositoryContract {

    @Test
    void aClaimIsSeenInTheSameTransactionAndAfterIt() {
        var dealer = givenDealerWithTurnaround(90);
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 3));

        commit(() -> {
            cars().findForClaim(car.id());
            claim(car.id(), booking.occupancy());
            assertThat(occupancies().findByCar(car.id(), hour(0))).containsExactly(booking.occupancy());
            bookings().add(booking);
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @Test
    void aCallThatFoundTheCarForUpdateMayClaimItToo() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 3));

        commit(() -> {
            cars().findForUpdate(car.id());
            assertThat(claim(car.id(), booking.occupancy())).isTrue();
            bookings().add(booking);
        });

        assertThat(occupanciesOf(car)).containsExactly(booking.occupancy());
    }

    @ParameterizedTest
    @CsvSource({
        "540, 600, true",
        "540, 601, false",
        "540, 780, false",
        "600, 601, false",
        "600, 720, false",
        "719, 720, false",
        "719, 780, false",
        "720, 780, true"
    })
    void aCarIsClaimedForAPeriodThatOverlapsNoOccupancy(int start, int end, boolean claimed) {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, car, minutes(600, 720));

        assertThat(claims(dealer, car, minutes(start, end))).isEqualTo(claimed);
        assertThat(occupanciesOf(car)).hasSize(claimed ? 2 : 1);
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
            return claim(car.id(), newWindow(car, hours(13, 15)).occupancy());
        })).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"480, 540, true", "480, 541, false", "779, 800, false", "780, 800, true"})
    void theTurnaroundBlocksTheCarAfterEachUse(int start, int end, boolean claimed) {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        givenBooking(dealer, car, minutes(600, 720));

        assertThat(claims(dealer, car, minutes(start, end))).isEqualTo(claimed);
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
        var moved = occupancy(booking, hours(11, 13));

        commit(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().release(booking.id().value());
            assertThat(claim(car.id(), moved)).isTrue();
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
        var later = occupancy(booking, hours(14, 16));

        assertFails(() -> {
            cars().findForClaim(car.id());
            claim(car.id(), later);
        });
        assertFails(() -> {
            cars().findForClaim(other.id());
            claim(other.id(), later);
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
        var tooEarly = occupancy(booking, hours(11, 13));

        commit(() -> {
            cars().findForClaim(car.id());
            assertThat(claim(car.id(), tooEarly)).isFalse();
            assertThat(occupancies().findByCar(car.id(), hour(0))).containsExactly(blocking.occupancy());
            assertThat(bookings().find(blocking.id())).contains(blocking);
            assertThat(claim(car.id(), booking.occupancy())).isTrue();
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
            claim(car.id(), newBooking(dealer, car, hours(1, 2)).occupancy());
        });
        assertFails(() -> {
            cars().findForClaim(car.id());
            claim(car.id(), newWindow(car, hours(1, 2)).occupancy());
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
            claim(other.id(), booking.occupancy());
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
            claim(car.id(), newBooking(dealer, car, hours(1, 2)).occupancy());
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
        var window = givenWindow(car, new Period(hour(1), MaintenanceWindow.LIMITS.latestEnd()));

        assertThat(occupanciesOf(car)).containsExactly(window.occupancy());
    }

    @Test
    void anOccupancyInUseIsFoundEvenAfterItsEnd() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var active = handedOver(givenBooking(dealer, car, hours(1, 2)));
        var window = givenWindow(car, hours(2, 3));

        assertThat(occupanciesOf(car, hour(5))).containsExactly(active.occupancy());
        assertThat(occupanciesOf(car, hour(2))).containsExactly(active.occupancy(), window.occupancy());
    }

    @Test
    void aHoldIsFoundAsItWasClaimedWhetherOrNotItHasLapsed() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(1, 3)));

        assertThat(occupanciesOf(car, hour(2))).containsExactly(hold.occupancy());
    }

    @Test
    void theOccupanciesOfManyCarsAreFoundAtOnce() {
        var dealer = givenDealer();
        var one = givenCar(dealer);
        var two = givenCar(dealer);
        var free = givenCar(dealer);
        var late = givenBooking(dealer, one, hours(5, 6));
        var early = givenBooking(dealer, one, hours(1, 2));
        var window = givenWindow(two, hours(1, 2));
        givenBooking(dealer, givenCar(dealer), hours(1, 2));

        var found = inTransaction(() -> occupancies().findByCars(Set.of(one.id(), two.id(), free.id()), TestTime.NOW));

        assertThat(found.get(one.id())).containsExactly(early.occupancy(), late.occupancy());
        assertThat(found.get(two.id())).containsExactly(window.occupancy());
        assertThat(found.getOrDefault(free.id(), List.of())).isEmpty();
        assertThat(found).doesNotContainKey(new CarId(nextId())).hasSizeBetween(2, 3);
        assertThat(inTransaction(() -> occupancies().findByCars(Set.of(), TestTime.NOW))).isEmpty();
    }

    @Test
    void aLapsedHoldBlocksClaimsUntilItIsReleased() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(10, 12)));

        assertThat(claims(dealer, car, hours(10, 12), hour(1), hour(25))).isFalse();
        commit(() -> {
            cars().findForClaim(car.id());
            var lapsed = bookings().findLapsedForUpdate(car.id(), hour(1)).getFirst();
            occupancies().release(hold.id().value());
            bookings().update(lapsed.asOf(hour(1)));
        });
        assertThat(claims(dealer, car, hours(10, 12), hour(1), hour(25))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // At its end the car is not late yet.
        "120, 1560, 600, true",
        "121, 1561, 600, false",
        "121, 1561, 1560, false",
        "121, 1561, 1561, true",
        // A period that ends before the hand-over does not conflict.
        "121, 1561, -60, true"
    })
    void anOverdueOccupancyBlocksClaimsThatStartBeforeTheHorizon(int now, int lateUntil, int start, boolean claimed) {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        handedOver(givenBooking(dealer, car, hours(0, 2)));
        var other = givenCar(dealer);
        started(givenWindow(other, hours(0, 2)));
        var period = minutes(start, start + 60);

        assertThat(claims(dealer, car, period, minute(now), minute(lateUntil))).isEqualTo(claimed);
        assertThat(claims(dealer, other, period, minute(now), minute(lateUntil))).isEqualTo(claimed);
    }

    @Test
    void anOccupancyThatIsNotInUseIsNeverOverdue() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        givenBooking(dealer, car, hours(0, 2));

        assertThat(claims(dealer, car, hours(3, 4), hour(2).plusSeconds(60), hour(26))).isTrue();
        assertThat(inTransaction(() -> occupancies().findOverdue(Set.of(car.id()), hour(5)))).isEmpty();
    }

    @Test
    void anOccupancyInUsePastItsEndIsFoundAsOverdue() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        var late = handedOver(givenBooking(dealer, car, hours(0, 2)));
        givenBooking(dealer, car, hours(4, 5));
        var workshop = givenCar(dealer);
        var window = started(givenWindow(workshop, hours(0, 2)));
        var other = givenCar(dealer);
        handedOver(givenBooking(dealer, other, hours(0, 2)));
        var ids = Set.of(car.id(), workshop.id(), givenCar(dealer).id());

        assertThat(inTransaction(() -> occupancies().findOverdue(ids, hour(2)))).isEmpty();
        assertThat(inTransaction(() -> occupancies().findOverdue(ids, hour(2).plusMillis(1)))).isEqualTo(Map.of(
                car.id(), late.occupancy(), workshop.id(), window.occupancy()));
        assertThat(inTransaction(() -> occupancies().findOverdue(Set.of(), hour(3)))).isEmpty();
    }

    @Test
    void anOccupancyIsFoundAtEachInstantFromItsStartUntilItsTurnaroundEnds() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));
        var window = givenWindow(car, hours(13, 14));

        assertThat(at(car, hour(10).minusMillis(1))).isEmpty();
        assertThat(at(car, hour(10))).containsExactly(booking.occupancy());
        assertThat(at(car, hour(13).minusMillis(1))).containsExactly(booking.occupancy());
        assertThat(at(car, hour(13))).containsExactly(window.occupancy());
        assertThat(at(car, hour(14))).isEmpty();
    }

    @Test
    void theOccupanciesOfManyCarsAtAnInstantAreFoundAtOnce() {
        var dealer = givenDealer();
        var one = givenCar(dealer);
        var two = givenCar(dealer);
        var booking = givenBooking(dealer, one, hours(1, 2));
        var window = givenWindow(two, hours(1, 2));
        givenBooking(dealer, givenCar(dealer), hours(1, 2));
        var ids = Set.of(one.id(), two.id(), givenCar(dealer).id());

        assertThat(inTransaction(() -> occupancies().findAt(ids, hour(1), TestTime.NOW, TestTime.NOW)))
                .isEqualTo(Map.of(one.id(), booking.occupancy(), two.id(), window.occupancy()));
        assertThat(inTransaction(() -> occupancies().findAt(Set.of(), hour(1), TestTime.NOW, TestTime.NOW))).isEmpty();
    }

    @Test
    void anOverdueOccupancyBlocksItsCarUntilTheHorizonAndPrecedesLaterOnes() {
        var dealer = givenDealerWithTurnaround(60);
        var car = givenCar(dealer);
        var late = handedOver(givenBooking(dealer, car, hours(0, 2)));
        var next = givenBooking(dealer, car, hours(25, 28));
        var horizon = hour(26);

        assertThat(at(car, hour(3), hour(2), horizon)).isEmpty();
        assertThat(at(car, hour(3).minusMillis(1), hour(2).plusMillis(1), horizon)).containsExactly(late.occupancy());
        assertThat(at(car, hour(3), hour(2).plusMillis(1), horizon)).containsExactly(late.occupancy());
        assertThat(at(car, hour(25), hour(2).plusMillis(1), horizon)).containsExactly(late.occupancy());
        assertThat(at(car, horizon, hour(2).plusMillis(1), horizon)).containsExactly(next.occupancy());
        assertThat(at(car, hour(0).minusMillis(1), hour(2).plusMillis(1), horizon)).isEmpty();
        assertThat(at(car, hour(40), hour(2).plusMillis(1), horizon)).isEmpty();
    }

    @Test
    void aHoldThatHasLapsedByNowBlocksACarAtNoInstant() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var hold = given(newHold(dealer, car, hours(1, 2)));
        var ids = Set.of(car.id());

        assertThat(inTransaction(() -> occupancies().findAt(ids, hour(1), minute(15).minusMillis(1), TestTime.NOW)))
                .isEqualTo(Map.of(car.id(), hold.occupancy()));
        assertThat(inTransaction(() -> occupancies().findAt(ids, hour(1), minute(15), TestTime.NOW))).isEmpty();
    }

    @Test
    void aReplacedOccupancyBlocksTheNewTimeAndNotTheOld() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));
        var moved = occupancy(booking, hours(11, 13));

        commit(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().replace(car.id(), moved);
        });

        assertThat(occupanciesOf(car)).containsExactly(moved);
        assertThat(claims(dealer, car, hours(12, 13))).isFalse();
        assertThat(claims(dealer, car, hours(10, 11))).isTrue();
    }

    @Test
    void anOccupancyIsReplacedByOneOnAnotherCar() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));

        commit(() -> {
            cars().findPeersForUpdate(car.id());
            var moved = bookings().findForUpdate(booking.id()).orElseThrow().moveTo(other.id());
            occupancies().replace(other.id(), moved.occupancy());
            bookings().update(moved);
        });

        assertThat(occupanciesOf(car)).isEmpty();
        assertThat(occupanciesOf(other)).containsExactly(booking.occupancy());
    }

    @Test
    void aReplacementThatConflictsFailsEvenIfOnlyWithALapsedHold() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(10, 12));
        given(newHold(dealer, car, hours(12, 13)));

        assertFails(() -> {
            bookings().findForUpdate(booking.id());
            occupancies().replace(car.id(), occupancy(booking, minutes(600, 721)));
        });

        assertThat(occupanciesOf(car)).contains(booking.occupancy());
    }

    @Test
    void onlyAnExistingOccupancyIsReplaced() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(10, 12));

        assertFails(() -> {
            cars().findForUpdate(car.id());
            bookings().add(booking);
            occupancies().replace(car.id(), booking.occupancy());
        });
    }

    @Test
    void theOccupancyOfACompletedBookingIsNotInUse() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = handedOver(givenBooking(dealer, car, hours(0, 4)));
        var kept = occupancy(booking, hours(0, 2));

        assertFails(() -> bookings().update(bookings().findForUpdate(booking.id()).orElseThrow().takeBack(hour(2))));
        commit(() -> {
            var completed = bookings().findForUpdate(booking.id()).orElseThrow().takeBack(hour(2));
            occupancies().replace(car.id(), kept);
            bookings().update(completed);
        });

        assertThat(occupanciesOf(car)).containsExactly(kept);
    }

    private Dealer givenDealerWithTurnaround(int minutes) {
        return given(newDealer(BERLIN, EUR, new Turnaround(minutes)));
    }

    /** Whether a new booking of the dealer gets the car; it is added if it does. */
    private boolean claims(Dealer dealer, Car car, Period period) {
        return claims(dealer, car, period, TestTime.NOW, TestTime.NOW);
    }

    private boolean claims(Dealer dealer, Car car, Period period, Instant now, Instant lateUntil) {
        var booking = newBooking(dealer, car, period);
        return inTransaction(() -> {
            cars().findForClaim(car.id());
            var claimed = occupancies().claim(car.id(), booking.occupancy(), now, lateUntil);
            if (claimed) {
                bookings().add(booking);
            }
            return claimed;
        });
    }

    /** The occupancy of a confirmed booking in another period. */
    private static Occupancy occupancy(Booking booking, Period period) {
        return new Occupancy(
                Occupancy.Kind.BOOKING, booking.id().value(), period, period.end(), Optional.empty(), false);
    }

    private Collection<Occupancy> at(Car car, Instant instant) {
        return at(car, instant, TestTime.NOW, TestTime.NOW);
    }

    private Collection<Occupancy> at(Car car, Instant instant, Instant now, Instant lateUntil) {
        return inTransaction(() -> occupancies().findAt(Set.of(car.id()), instant, now, lateUntil)).values();
    }

    private List<Occupancy> occupanciesOf(Car car) {
        return occupanciesOf(car, TestTime.NOW);
    }

    private List<Occupancy> occupanciesOf(Car car, Instant after) {
        return inTransaction(() -> occupancies().findByCar(car.id(), after));
    }
}
