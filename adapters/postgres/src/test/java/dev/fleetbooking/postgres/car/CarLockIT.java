package dev.fleetbooking.postgres.car;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.postgres.PostgresAdapters;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calls wait for which. */
class CarLockIT extends RepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    private Dealer dealer;
    private Car car;
    private Booking booking;

    @Override
    protected TestStore newStore() {
        return adapters;
    }

    @BeforeEach
    void givenBookedCar() {
        dealer = givenDealer();
        car = givenCar(dealer);
        booking = givenBooking(dealer, car, hours(1, 3));
    }

    @Test
    void claimsDoNotWaitForEachOther() {
        commit(() -> {
            cars().findForClaim(car.id());
            assertThat(waits(() -> cars().findForClaim(car.id()))).isFalse();
        });
    }

    @Test
    void aChangeOfTheCarWaitsForClaims() {
        commit(() -> {
            cars().findForClaim(car.id());
            assertThat(waits(() -> cars().findForUpdate(car.id()))).isTrue();
        });
    }

    @Test
    void claimsAndChangesWaitForAChangeOfTheCar() {
        commit(() -> {
            cars().findForUpdate(car.id());
            assertThat(waits(() -> cars().findForClaim(car.id()))).isTrue();
            assertThat(waits(() -> cars().findForUpdate(car.id()))).isTrue();
        });
    }

    @Test
    void claimsAndChangesWaitForAChangeOfABookingOfTheCar() {
        commit(() -> {
            bookings().findForUpdate(booking.id());
            assertThat(waits(() -> cars().findForClaim(car.id()))).isTrue();
            assertThat(waits(() -> bookings().findForUpdate(booking.id()))).isTrue();
        });
    }

    @Test
    void claimsWaitForAChangeOfAWindowOfTheCar() {
        var window = givenWindow(car, hours(5, 7));

        commit(() -> {
            windows().findForUpdate(window.id());
            assertThat(waits(() -> cars().findForClaim(car.id()))).isTrue();
        });
    }

    @Test
    void readersNeverWait() {
        commit(() -> {
            bookings().findForUpdate(booking.id());
            assertThat(waits(() -> {
                cars().find(car.id());
                bookings().find(booking.id());
                occupancies().findByCar(car.id(), booking.period().start());
            })).isFalse();
        });
    }

    @Test
    void aNewCarDoesNotWaitForAChangeOfItsDealer() {
        commit(() -> {
            dealers().findForUpdate(dealer.id());
            assertThat(waits(() -> cars().add(newCar(dealer)))).isFalse();
        });
    }

    @Test
    void whatIsFoundForUpdateIsNotOlderThanTheLock() throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var found = inTransaction(() -> {
                bookings().findForUpdate(booking.id());
                var waiting = thread.submit(() -> inTransaction(() -> bookings().findForUpdate(booking.id())));
                awaitLockWaiter();
                occupancies().release(booking.id().value());
                bookings().update(booking.cancel(Optional.empty()));
                return waiting;
            });

            assertThat(found.get().orElseThrow().status()).isEqualTo(BookingStatus.CANCELLED);
        }
    }

    @Test
    void aCallWhoseBookingIsDisplacedWhileItWaitsLocksNoSecondCarAndIsRetryable() throws Exception {
        var spare = givenCar(dealer);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var found = inTransaction(() -> {
                cars().findPeersForUpdate(car.id());
                var waiting = thread.submit(() -> inTransaction(() -> {
                    var failure = catchThrowable(() -> bookings().findForUpdate(booking.id()));
                    assertThat(waits(() -> cars().findForUpdate(spare.id()))).isFalse();
                    return failure;
                }));
                awaitLockWaiter();
                occupancies().replace(spare.id(), booking.occupancy());
                bookings().update(booking.moveTo(spare.id()));
                return waiting;
            });

            assertThat(PostgresFailures.isRetryable(found.get())).isTrue();
        }
        assertThat(inTransaction(() -> bookings().findForUpdate(booking.id())).orElseThrow().carId()).isEqualTo(spare.id());
    }

    @Test
    void onlyCarsOfTheSameDealerAndCategoryAreLockedAsPeers() {
        var peer = givenCar(dealer);
        var other = given(newCar(dealer, "VAN", "50"));

        commit(() -> {
            assertThat(cars().findPeersForUpdate(car.id())).containsExactly(car, peer);
            assertThat(waits(() -> cars().findForClaim(peer.id()))).isTrue();
            assertThat(waits(() -> cars().findForUpdate(other.id()))).isFalse();
        });
    }

    @Test
    void aCarWhoseCategoryChangesWhileACallWaitsIsFoundWithoutItsFormerPeers() throws Exception {
        givenCar(dealer);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var changed = car.withCategory(new Category("VAN"));
            var found = inTransaction(() -> {
                cars().findForUpdate(car.id());
                var waiting = thread.submit(() -> inTransaction(() -> cars().findPeersForUpdate(car.id())));
                awaitLockWaiter();
                cars().update(changed);
                return waiting;
            });

            assertThat(found.get()).extracting(Car::category).containsExactly(changed.category());
        }
    }

    @Test
    void ofTwoClaimsThatEndALapsedHoldTheSecondWaitsAndFindsItEnded() throws Exception {
        var hold = given(newHold(dealer, car, hours(5, 7)));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var found = inTransaction(() -> {
                cars().findForClaim(car.id());
                var lapsed = bookings().findLapsedForUpdate(car.id(), hour(1)).getFirst();
                var waiting = thread.submit(() -> inTransaction(() -> {
                    cars().findForClaim(car.id());
                    return bookings().findLapsedForUpdate(car.id(), hour(1));
                }));
                awaitLockWaiter();
                occupancies().release(hold.id().value());
                bookings().update(lapsed.asOf(hour(1)));
                return waiting;
            });

            assertThat(found.get()).isEmpty();
        }
    }

    /** Whether the call, in another transaction, has to wait for this one. */
    private boolean waits(Runnable call) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(() -> commit(() -> {
                adapters.jdbc().sql("SET LOCAL lock_timeout = '100ms'").update();
                call.run();
            })).get();
            return false;
        } catch (ExecutionException failure) {
            assertThat(PostgresFailures.isUnavailable(failure)).isTrue();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitLockWaiter() {
        var waiters = adapters.jdbc().sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Long.class);
        while (waiters.single() == 0) {
            Thread.onSpinWait();
        }
    }
}
