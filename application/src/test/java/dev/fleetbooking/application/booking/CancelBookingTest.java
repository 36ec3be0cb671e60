package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Progress;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelBookingTest {

    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();
    private final Car car = fleet.car(dealer);
    private final Booking booking = fleet.book(car, hours(24, 48));

    @Test
    void aCancelledBookingKeepsWhatWasAgreedAndFreesItsCar() {
        var cancelled = cancel(Precondition.NONE, Optional.of(" plans changed "));

        assertThat(cancelled).isEqualTo(new Booking(
                booking.id(), booking.carId(), booking.dealerId(), booking.owner(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), cancelledBecause("plans changed"), booking.createdAt(), 1));
        assertThat(found()).isEqualTo(cancelled);
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void theReasonIsOptional() {
        assertThat(cancel(Precondition.NONE, Optional.empty()).progress().cancellationReason()).isEmpty();
    }

    @Test
    void cancellingAgainDoesNotFreeTheCarFromAnotherBooking() {
        cancel(Precondition.NONE, Optional.empty());
        var next = fleet.book(car, hours(24, 48));

        cancel(Precondition.NONE, Optional.empty());

        assertThat(fleet.occupancies(car)).containsExactly(next.occupancy());
    }

    @Test
    void aHoldCanBeCancelledUntilItLapses() {
        var hold = fleet.hold(car, hours(48, 72));
        var lapsing = fleet.hold(car, hours(72, 96));

        fleet.setTime(minute(15).minusMillis(1));
        assertThat(fleet.cancel(hold).status()).isEqualTo(BookingStatus.CANCELLED);
        fleet.setTime(minute(15));
        assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> fleet.cancel(lapsing)))
                .isEqualTo(new CommonRefusal.InvalidTransition("EXPIRED", "cancellation", List.of()));
    }

    @Test
    void thePreconditionMayBeTheCurrentRevision() {
        var precondition = Precondition.oneOf(Set.of(fleet.view(booking).revision()));

        assertThat(cancel(precondition, Optional.empty()).status()).isEqualTo(BookingStatus.CANCELLED);
        refusal(CommonRefusal.RevisionMismatch.class, () -> cancel(precondition, Optional.empty()));
    }

    @Test
    void anotherRevisionIsRefusedBeforeABadReason() {
        refusal(CommonRefusal.RevisionMismatch.class, () -> cancel(OUTDATED, Optional.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tab\tinside"})
    void aBadReasonIsRefusedBeforeTheStatus(String reason) {
        fleet.bring(booking, BookingStatus.COMPLETED);

        assertThat(invalidFields(() -> cancel(Precondition.NONE, Optional.of(reason)))).containsExactly("reason");
    }

    private Booking cancel(Precondition precondition, Optional<String> reason) {
        return fleet.useCase(CancelBooking.class).cancel(booking.id(), precondition, reason).booking();
    }

    private Booking found() {
        return fleet.view(booking).booking();
    }

    private static Progress cancelledBecause(String reason) {
        return new Progress(
                BookingStatus.CANCELLED, Optional.empty(), Optional.of(new Reason(reason)), Optional.empty(), Optional.empty());
    }
}
