package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.Fixtures.CAR;
import static dev.fleetbooking.domain.Fixtures.CUSTOMER;
import static dev.fleetbooking.domain.Fixtures.DEALER;
import static dev.fleetbooking.domain.Fixtures.booking;
import static dev.fleetbooking.domain.Fixtures.uuid;
import static dev.fleetbooking.domain.kit.KitFixtures.NOW;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static dev.fleetbooking.domain.kit.KitFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BookingTest {

    private static final Quote PRICE = Quote.of(1, CAR.dailyPrice());
    private static final Optional<Reason> ILL = Optional.of(new Reason("ill"));

    /** From 10:00 to 12:00; the hold lapses at 08:15. */
    private final Booking held = booking(BookingStatus.HELD);
    private final Booking confirmed = booking(BookingStatus.CONFIRMED);
    private final Booking active = booking(BookingStatus.ACTIVE);

    @Nested
    class Made {

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
        void aHoldIsABookingThatLapses() {
            var hold = Booking.hold(
                    booking.id(), CAR, DEALER, CUSTOMER, period("10:00", "12:00"), PRICE, NOW, at("08:15"));
            assertThat(hold.status()).isEqualTo(BookingStatus.HELD);
            assertThat(hold.progress().holdExpiresAt()).hasValue(at("08:15"));
            assertThat(hold.confirm()).isEqualTo(booking);
        }
    }

    @Nested
    class Lapse {

        @Test
        void aHoldIsOneUntilItsTimeHasPassed() {
            assertThat(held.asOf(at("08:14:59.999"))).isSameAs(held);
        }

        @Test
        void aHoldIsExpiredFromTheInstantOfItsLapseOn() {
            assertThat(held.asOf(at("08:15"))).isEqualTo(booking(BookingStatus.EXPIRED));
            assertThat(held.asOf(at("20:00"))).isEqualTo(booking(BookingStatus.EXPIRED));
        }

        @ParameterizedTest
        @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
        void nothingElseChangesWithTimeAlone(BookingStatus status) {
            var booking = booking(status);
            assertThat(booking.asOf(Instant.MAX)).isSameAs(booking);
        }
    }

    @Nested
    class Confirmation {

        @Test
        void aConfirmedHoldDoesNotLapseAnyMoreAndNothingElseChanges() {
            assertThat(held.confirm()).isEqualTo(confirmed);
        }

        @Test
        void confirmingAgainChangesNothing() {
            assertThat(confirmed.confirm()).isSameAs(confirmed);
        }

        @ParameterizedTest
        @CsvSource({"ACTIVE, return", "COMPLETED, ", "CANCELLED, ", "EXPIRED, ", "NO_SHOW, "})
        void aBookingThatIsOutOrOverIsNotConfirmed(BookingStatus status, String allowed) {
            assertInvalid(status, () -> booking(status).confirm(), "confirmation", allowed);
        }
    }

    @Nested
    class Cancellation {

        @ParameterizedTest
        @EnumSource(names = {"HELD", "CONFIRMED"})
        void aBookingIsCancelledBeforeTheCarIsOut(BookingStatus status) {
            var cancelled = booking(status).cancel(ILL);
            assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(cancelled.progress().cancellationReason()).isEqualTo(ILL);
        }

        @ParameterizedTest
        @EnumSource(names = {"HELD", "CONFIRMED"})
        void nothingElseChanges(BookingStatus status) {
            assertThat(booking(status).cancel(Optional.empty())).isEqualTo(booking(BookingStatus.CANCELLED));
        }

        @Test
        void cancellingAgainChangesNothingAndKeepsTheFirstReason() {
            var cancelled = confirmed.cancel(ILL);
            assertThat(cancelled.cancel(Optional.of(new Reason("late")))).isSameAs(cancelled);
        }

        @ParameterizedTest
        @CsvSource({"ACTIVE, return", "COMPLETED, ", "EXPIRED, ", "NO_SHOW, "})
        void aBookingThatIsOutOrOverIsNotCancelled(BookingStatus status, String allowed) {
            assertInvalid(status, () -> booking(status).cancel(ILL), "cancellation", allowed);
        }
    }

    @Nested
    class HandOver {

        @ParameterizedTest
        @CsvSource({"09:00", "10:00", "11:59:59.999", "12:00"})
        void theCarIsHandedOverFromAnHourBeforeTheStartUntilTheEnd(String now) {
            var handedOver = confirmed.handOver(at(now));
            assertThat(handedOver.status()).isEqualTo(BookingStatus.ACTIVE);
            assertThat(handedOver.progress().handedOverAt()).hasValue(at(now));
        }

        @Test
        void periodAndPriceStayAsAgreed() {
            var handedOver = confirmed.handOver(at("09:00"));
            assertThat(handedOver.period()).isEqualTo(confirmed.period());
            assertThat(handedOver.price()).isEqualTo(confirmed.price());
        }

        @Test
        void itIsRefusedBeforeThat() {
            assertRefused(() -> confirmed.handOver(at("08:59:59.999")), new CommonRefusal.TooEarly("hand-over", at("09:00")));
        }

        @Test
        void itIsRefusedAfterThat() {
            assertRefused(() -> confirmed.handOver(at("12:00:00.001")), new CommonRefusal.TooLate("hand-over", at("12:00")));
        }

        @Test
        void handingOverAgainChangesNothingWhateverTheTime() {
            assertThat(active.handOver(at("20:00"))).isSameAs(active);
        }

        @ParameterizedTest
        @CsvSource({"HELD, 'confirmation, cancellation'", "COMPLETED, ", "CANCELLED, ", "EXPIRED, ", "NO_SHOW, "})
        void theStatusIsLookedAtBeforeTheTime(BookingStatus status, String allowed) {
            assertInvalid(status, () -> booking(status).handOver(NOW), "hand-over", allowed);
        }
    }

    @Nested
    class NoShow {

        @Test
        void theCustomerDidNotComeFromThirtyMinutesAfterTheStartOn() {
            assertThat(confirmed.noShow(at("10:30"))).isEqualTo(booking(BookingStatus.NO_SHOW));
            assertThat(confirmed.noShow(at("20:00"))).isEqualTo(booking(BookingStatus.NO_SHOW));
        }

        @Test
        void itIsRefusedBeforeThat() {
            assertRefused(() -> confirmed.noShow(at("10:29:59.999")), new CommonRefusal.TooEarly("no-show", at("10:30")));
        }

        @Test
        void notingItAgainChangesNothingWhateverTheTime() {
            var noShow = booking(BookingStatus.NO_SHOW);
            assertThat(noShow.noShow(NOW)).isSameAs(noShow);
        }

        @ParameterizedTest
        @CsvSource({
            "HELD, 'confirmation, cancellation'", "ACTIVE, return", "COMPLETED, ", "CANCELLED, ", "EXPIRED, "
        })
        void theStatusIsLookedAtBeforeTheTime(BookingStatus status, String allowed) {
            assertInvalid(status, () -> booking(status).noShow(NOW), "no-show", allowed);
        }
    }

    @Nested
    class Return {

        @ParameterizedTest
        @CsvSource({"09:00", "12:00", "20:00"})
        void theCarComesBackWhenItComesBackAndPeriodAndPriceStayAsAgreed(String now) {
            var returned = active.takeBack(at(now));
            assertThat(returned.status()).isEqualTo(BookingStatus.COMPLETED);
            assertThat(returned.progress().returnedAt()).hasValue(at(now));
            assertThat(returned.period()).isEqualTo(active.period());
            assertThat(returned.price()).isEqualTo(active.price());
        }

        @Test
        void itIsRememberedWhenTheCarWasHandedOver() {
            var returned = confirmed.handOver(at("09:30")).takeBack(at("11:00"));
            assertThat(returned.progress().handedOverAt()).hasValue(at("09:30"));
        }

        @Test
        void takingItBackAgainChangesNothing() {
            var returned = active.takeBack(at("11:00"));
            assertThat(returned.takeBack(at("11:30"))).isSameAs(returned);
        }

        @ParameterizedTest
        @CsvSource({
            "HELD, 'confirmation, cancellation'", "CONFIRMED, 'cancellation, hand-over, no-show'", "CANCELLED, ",
            "EXPIRED, ", "NO_SHOW, "
        })
        void onlyACarThatIsOutComesBack(BookingStatus status, String allowed) {
            assertInvalid(status, () -> booking(status).takeBack(NOW), "return", allowed);
        }
    }

    @Nested
    class Change {

        private static final Quote NEW_PRICE = Quote.of(2, CAR.dailyPrice());

        @ParameterizedTest
        @EnumSource(names = {"HELD", "CONFIRMED", "ACTIVE"})
        void aLiveBookingIsRescheduledAtItsNewPriceAndNothingElseChanges(BookingStatus status) {
            var rescheduled = booking(status).reschedule(period("11:00", "16:00"), NEW_PRICE);
            assertThat(rescheduled.period()).isEqualTo(period("11:00", "16:00"));
            assertThat(rescheduled.price()).isEqualTo(NEW_PRICE);
            assertThat(rescheduled.reschedule(period("10:00", "12:00"), PRICE)).isEqualTo(booking(status));
        }

        @ParameterizedTest
        @EnumSource(names = {"HELD", "CONFIRMED", "ACTIVE"})
        void theCustomerOfALiveBookingIsCorrectedAndNothingElseChanges(BookingStatus status) {
            var grace = new Customer(new Name("Grace Hopper"), CUSTOMER.email(), CUSTOMER.phone());
            var corrected = booking(status).correct(grace);
            assertThat(corrected.customer()).isEqualTo(grace);
            assertThat(corrected.correct(CUSTOMER)).isEqualTo(booking(status));
        }

        @ParameterizedTest
        @EnumSource(names = {"COMPLETED", "CANCELLED", "EXPIRED", "NO_SHOW"})
        void aBookingThatIsOverStaysAsItIs(BookingStatus status) {
            assertInvalid(status, () -> booking(status).reschedule(period("11:00", "16:00"), PRICE), "reschedule", null);
            assertInvalid(status, () -> booking(status).correct(CUSTOMER), "reschedule", null);
        }

        @ParameterizedTest
        @EnumSource
        void onlyALiveBookingCanBeRescheduledAndItsStartStaysOnceTheCarIsOut(BookingStatus status) {
            assertThat(booking(status).canBeRescheduled()).isEqualTo(status.isLive());
            assertThat(booking(status).keepsItsStart()).isEqualTo(status == BookingStatus.ACTIVE);
        }

        @Test
        void aBookingMovesToAnotherCarAtTheSamePriceAndNothingElseChanges() {
            var moved = confirmed.moveTo(new CarId(uuid(99)));
            assertThat(moved.carId()).isEqualTo(new CarId(uuid(99)));
            assertThat(moved.moveTo(CAR.id())).isEqualTo(confirmed);
        }
    }

    @Nested
    class WhatItBlocks {

        @Test
        void aBookingBlocksItsCarForThePeriodAndTheTurnaround() {
            assertThat(confirmed.occupancy()).isEqualTo(occupancy(Occupancy.Kind.BOOKING, "10:00", Optional.empty(), false));
        }

        @Test
        void aHoldBlocksItUntilItLapses() {
            assertThat(held.occupancy())
                    .isEqualTo(occupancy(Occupancy.Kind.HOLD, "10:00", Optional.of(at("08:15")), false));
        }

        @Test
        void aCarThatIsOutIsInUse() {
            assertThat(active.occupancy()).isEqualTo(occupancy(Occupancy.Kind.BOOKING, "10:00", Optional.empty(), true));
        }

        @Test
        void aCarThatWasHandedOverEarlyIsBlockedFromThen() {
            assertThat(active.occupancy(at("09:10")))
                    .isEqualTo(occupancy(Occupancy.Kind.BOOKING, "09:10", Optional.empty(), true));
        }

        private static Occupancy occupancy(
                Occupancy.Kind kind, String start, Optional<Instant> lapsesAt, boolean inUse) {
            return new Occupancy(kind, uuid(3), period(start, "12:00"), at("13:30"), lapsesAt, inUse);
        }
    }

    @Test
    void aHandedOverCarIsOverdueOnceTheBookingHasEnded() {
        assertThat(active.isOverdue(at("12:00"))).isFalse();
        assertThat(active.isOverdue(at("12:00:00.001"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsEverOverdue(BookingStatus status) {
        assertThat(booking(status).isOverdue(Instant.MAX)).isFalse();
    }

    @Test
    void theTransitionsOfferedFollowFromTheStatusAlone() {
        assertThat(Arrays.stream(BookingStatus.values()).map(status -> booking(status).allowedTransitions()))
                .isEqualTo(Arrays.stream(BookingStatus.values()).map(BookingLifeCycle.TABLE::allowedFrom).toList());
    }

    private static void assertInvalid(BookingStatus status, ThrowingCallable call, String requested, String allowed) {
        var labels = allowed == null ? List.<String>of() : List.of(allowed.split(", "));
        assertRefused(call, new CommonRefusal.InvalidTransition(status.name(), requested, labels));
    }

    private static void assertRefused(ThrowingCallable call, Refusal refusal) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }
}
