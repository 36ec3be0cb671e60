package dev.fleetbooking.domain.access;

import static dev.fleetbooking.domain.Fixtures.DEALER;
import static dev.fleetbooking.domain.Fixtures.booking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final AccountId ADA = new AccountId("ada");
    private static final AccountId EVE = new AccountId("eve");
    private static final DealerId ELSEWHERE = new DealerId(new UUID(0, 99));
    private static final Caller STAFF = new Caller.DealerStaff(EVE, DEALER.id());

    @Test
    void staffKnowsOfItsDealerOnly() {
        assertThat(STAFF.knows(DEALER.id())).isTrue();
        assertThat(STAFF.knows(ELSEWHERE)).isFalse();
        assertThat(STAFF.onlyDealer()).contains(DEALER.id());
    }

    @Test
    void everybodyElseKnowsOfAllDealers() {
        for (var caller : new Caller[] {Caller.SERVICE, new Caller.Admin(EVE), new Caller.Customer(EVE)}) {
            assertThat(caller.knows(ELSEWHERE)).isTrue();
            assertThat(caller.onlyDealer()).isEmpty();
        }
    }

    @Test
    void aBookingIsKnownToItsOwnerItsDealerAndAdmins() {
        var adas = booking(BookingStatus.CONFIRMED).ownedBy(Optional.of(ADA));

        assertThat(adas.isKnownTo(Caller.SERVICE)).isTrue();
        assertThat(adas.isKnownTo(new Caller.Admin(EVE))).isTrue();
        assertThat(adas.isKnownTo(STAFF)).isTrue();
        assertThat(adas.isKnownTo(new Caller.DealerStaff(ADA, ELSEWHERE))).isFalse();
        assertThat(adas.isKnownTo(new Caller.Customer(ADA))).isTrue();
        assertThat(adas.isKnownTo(new Caller.Customer(EVE))).isFalse();
    }

    @Test
    void aBookingWithoutOwnerIsNoCustomers() {
        assertThat(booking(BookingStatus.CONFIRMED).isKnownTo(new Caller.Customer(ADA))).isFalse();
    }

    @Test
    void changesOfABookingKeepItsOwner() {
        var adas = booking(BookingStatus.CONFIRMED).ownedBy(Optional.of(ADA));

        assertThat(adas.cancel(Optional.empty()).owner()).contains(ADA);
        assertThat(adas.correct(adas.customer()).owner()).contains(ADA);
        assertThat(adas.reschedule(adas.period(), adas.price()).owner()).contains(ADA);
        assertThat(adas.moveTo(adas.carId()).owner()).contains(ADA);
    }

    @Test
    void onlyCustomersMustNotLearnWhoseAnOccupancyIs() {
        assertThatNoException().isThrownBy(STAFF::refuseUnlessItMayKnowOccupants);
        assertThatNoException().isThrownBy(Caller.SERVICE::refuseUnlessItMayKnowOccupants);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(new Caller.Customer(ADA)::refuseUnlessItMayKnowOccupants)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(new CommonRefusal.Forbidden()));
    }

    @Test
    void whoActsIsRecordedWithItsRole() {
        assertThat(Caller.SERVICE.actor()).isEmpty();
        assertThat(new Caller.Admin(ADA).actor()).contains(new Actor(ADA, Role.FLEET_ADMIN));
        assertThat(STAFF.actor()).contains(new Actor(EVE, Role.DEALER_STAFF));
        assertThat(new Caller.Customer(ADA).actor()).contains(new Actor(ADA, Role.CUSTOMER));
    }

    @Test
    void rolesHaveTheirNamesInTokens() {
        assertThat(Role.values()).extracting(Role::label).containsExactly("fleet-admin", "dealer-staff", "customer");
    }
}
