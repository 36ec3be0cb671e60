package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.CUSTOMER;
import static dev.fleetbooking.domain.Fixtures.DEALER;
import static dev.fleetbooking.domain.Fixtures.NOW;
import static dev.fleetbooking.domain.Fixtures.at;
import static dev.fleetbooking.domain.Fixtures.booking;
import static dev.fleetbooking.domain.Fixtures.period;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.RefusedException;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.domain.text.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BookingTest {

    private static final Quote PRICE = Quote.of(1, CAR.dailyPrice());
    private static final Optional<Reason> ILL = Optional.of(new Reason("ill"));

    private final Booking booking =
            Booking.book(new BookingId(uuid(3)), CAR, DEALER, CUSTOMER, period("10:00", "12:00"), PRICE, NOW);

    @Test
    void aNewBookingIsConfirmed() {
        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.createdAt()).isEqualTo(NOW);
        assertThat(booking.version()).isZero();
    }

    @Test
    void aBookingKeepsWhatTheDealerHadWhenItWasMade() {
        assertThat(booking.carId()).isEqualTo(CAR.id());
        assertThat(booking.dealerId()).isEqualTo(DEALER.id());
        assertThat(booking.turnaround()).isEqualTo(DEALER.turnaround());
        assertThat(booking.timeZone()).isEqualTo(DEALER.timeZone());
        assertThat(booking.price()).isEqualTo(PRICE);
    }

    @Test
    void aBookingBlocksItsCarForThePeriodAndTheTurnaround() {
        assertThat(booking.occupancy())
                .isEqualTo(new Occupancy(Occupancy.Kind.BOOKING, uuid(3), period("10:00", "12:00"), at("13:30")));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "CONFIRMED"})
    void aBookingIsCancelledBeforeTheCarIsOut(BookingStatus status) {
        var cancelled = booking(status).cancel(ILL);
        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancellationReason()).isEqualTo(ILL);
    }

    @Test
    void nothingElseChangesOnCancellation() {
        assertThat(booking(BookingStatus.CONFIRMED).cancel(Optional.empty())).isEqualTo(booking(BookingStatus.CANCELLED));
    }

    @Test
    void cancellingAgainChangesNothingAndKeepsTheFirstReason() {
        var cancelled = booking(BookingStatus.CONFIRMED).cancel(ILL);
        assertThat(cancelled.cancel(Optional.of(new Reason("late")))).isSameAs(cancelled);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, return", "COMPLETED, ", "EXPIRED, ", "NO_SHOW, "})
    void aBookingThatIsOutOrOverIsNotCancelled(BookingStatus status, String allowed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> booking(status).cancel(ILL))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.InvalidTransition(
                        status.name(), "cancellation", Optional.ofNullable(allowed).map(List::of).orElse(List.of())));
    }

    @Test
    void theTransitionsOfferedFollowFromTheStatusAlone() {
        assertThat(Arrays.stream(BookingStatus.values()).map(status -> booking(status).allowedTransitions()))
                .isEqualTo(Arrays.stream(BookingStatus.values()).map(BookingLifeCycle.TABLE::allowedFrom).toList());
    }

    @Test
    void theRevisionIsTheVersion() {
        assertThat(booking(BookingStatus.CONFIRMED).revision()).isEqualTo(new Revision("7"));
    }
}
