package dev.fleetbooking.application.inmemory;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Obligations of callers in the Javadoc of the ports that PostgreSQL would not check. */
class InMemoryStoreTest extends RepositoryContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected TestStore newStore() {
        return store;
    }

    @Test
    void nothingIsReadOrWrittenOutsideATransaction() {
        var dealer = newDealer();

        assertThatIllegalStateException().isThrownBy(() -> dealers().add(dealer));
        assertThatIllegalStateException().isThrownBy(() -> dealers().find(dealer.id()));
    }

    @Test
    void transactionsAreNotNested() {
        assertFails("is running already", this::givenDealer);
    }

    @Test
    void changingAReturnedListDoesNotChangeTheStore() {
        givenDealer();
        var listed = inTransaction(() -> dealers().list(Caller.SERVICE, first(20)).items());

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(listed::clear);
    }

    @Test
    void aReadOnlyTransactionNeitherWritesNorLocks() {
        var dealer = givenDealer();

        assertThatIllegalStateException().isThrownBy(() -> store.run(() -> {
            dealers().add(newDealer());
            return null;
        }, true)).withMessageContaining("read-only");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.run(() -> dealers().findForUpdate(dealer.id()), true))
                .withMessageContaining("read-only");
    }

    @Test
    void aTransactionCannotContinueAfterAFailedStatement() {
        var dealer = givenDealer();
        var car = givenCar(dealer);

        assertFails("can only be rolled back", () -> {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> cars().add(car));
            cars().add(newCar(dealer));
        });
        assertFails("can only be rolled back", () ->
                assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> cars().add(car)));
    }

    @Test
    void onlyWhatWasFoundForUpdateIsUpdated() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));
        var window = givenWindow(car, hours(2, 3));

        assertFails("was not found for update", () -> dealers().update(dealer));
        assertFails("was not found for update", () -> cars().update(car));
        assertFails("was not found for update", () -> bookings().update(booking));
        assertFails("was not found for update", () -> windows().update(window));
    }

    @Test
    void aCarIsClaimedOnlyIfItWasFoundForThat() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = newBooking(dealer, car, hours(1, 2));

        assertFails("was not found as the change needs it", () -> {
            cars().find(car.id());
            claim(car.id(), booking.occupancy());
            bookings().add(booking);
        });
    }

    @Test
    void aCarIsReleasedOnlyIfItWasFoundForThat() {
        var dealer = givenDealer();
        var booking = givenBooking(dealer, givenCar(dealer), hours(1, 2));

        assertFails("was not found as the change needs it", () -> occupancies().release(booking.id().value()));
    }

    @Test
    void anOccupancyIsReplacedOnlyIfBothCarsWereFoundForUpdate() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var other = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));

        assertFails("was not found as the change needs it", () -> {
            cars().findForClaim(car.id());
            occupancies().replace(car.id(), booking.occupancy());
        });
        assertFails("was not found as the change needs it", () -> {
            cars().findForUpdate(car.id());
            occupancies().replace(other.id(), booking.occupancy());
        });
        assertFails("was not found as the change needs it", () -> {
            cars().findForUpdate(other.id());
            occupancies().replace(other.id(), booking.occupancy());
        });
    }

    @Test
    void lapsedHoldsAreFoundOnlyIfTheirCarWasFoundForThat() {
        var car = givenCar(givenDealer());

        assertFails("was not found as the change needs it", () -> bookings().findLapsedForUpdate(car.id(), NOW));
    }

    @Test
    void aReadOnlyTransactionDoesNotNumberEvents() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.run(() -> events().findAfter(0, Optional.empty(), Caller.SERVICE, 1), true))
                .withMessageContaining("read-only");
    }

    @Test
    void aCarFoundForClaimIsNotFoundForUpdateAfterwards() {
        var dealer = givenDealer();
        var car = givenCar(dealer);
        var booking = givenBooking(dealer, car, hours(1, 2));

        assertFails("was found for claim", () -> {
            cars().findForClaim(car.id());
            cars().findForUpdate(car.id());
        });
        assertFails("was found for claim", () -> {
            cars().findForClaim(car.id());
            bookings().findForUpdate(booking.id());
        });
    }

    private void assertFails(String why, Runnable change) {
        assertThatIllegalStateException().isThrownBy(() -> commit(change)).withMessageContaining(why);
    }
}
