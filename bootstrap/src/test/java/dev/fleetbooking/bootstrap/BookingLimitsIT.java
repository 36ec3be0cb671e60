package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the input of a booking may be. */
class BookingLimitsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @ParameterizedTest(name = "{0} to {1} is refused at {2}")
    @CsvSource({
        // Now is 2027-01-04T08:00:00Z.
        "2027-01-04T07:54:00Z, 2027-01-04T09:00:00Z, start, 5 min",
        "2027-03-01T09:00:00Z, 2027-03-01T09:59:00Z, end, 1 h",
        "2027-03-01T09:00:00Z, 2027-05-30T09:01:00Z, end, 2160 h",
        "2028-07-03T08:00:00Z, 2028-07-04T08:01:00Z, end, 2028-07-04T08:00:00Z",
        "2027-03-01T09:00:00Z, 2027-03-01T09:00:00Z, end, start",
        "2027-03-01T09:00:00Z, 2027-02-01T09:00:00Z, end, start",
        "2027-03-01T09:00:30Z, 2027-03-01T19:00:00Z, start, minute",
        "2027-03-01T09:00:00Z, 2027-03-01T19:00:00.5Z, end, minute"})
    void aPeriodBeyondTheLimitsIsRefusedWithTheLimit(String start, String end, String field, String limit) {
        var refused = fleet.book(fleet.car(fleet.dealer()), start, end).expectInvalid(field);

        assertThat(refused.text("/errors/0/message")).contains(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T07:55:00Z, 2027-01-04T08:55:00Z",
        "2027-03-01T09:00:00Z, 2027-05-30T09:00:00Z",
        "2028-07-03T08:00:00Z, 2028-07-04T08:00:00Z"})
    void aPeriodAtTheLimitsIsBooked(String start, String end) {
        fleet.book(fleet.car(fleet.dealer()), start, end).expect(201);
    }

    @Test
    void everyRuleThatABookingBreaksIsNamedAtOnce() {
        api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "", "email": "ada", "phone": "call me"},
                 "start": "2027-01-01T00:00:30Z", "end": "2026-01-01T00:00:00Z",
                 "expectedTotal": {"amount": "1", "currency": "QQQ"}}
                """.formatted(UUID.randomUUID()))
                .expectInvalid("carId", "customer.name", "customer.email", "customer.phone", "start", "start", "end",
                        "expectedTotal.currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@localhost", "a@b@example.org", "ada @example.org", "@example.org", "ada@.org"})
    void anEmailAddressHasOneAtAndADotAfterIt(String email) {
        bookFor("Ada Lovelace", email, "1").expectInvalid("customer.email");
    }

    @Test
    void theCustomersDataHasLimits() {
        var longest = "a".repeat(242) + "@example.org";
        bookFor("x".repeat(100), longest, "1".repeat(32)).expect(201);
        bookFor("x".repeat(101), "a" + longest, "1".repeat(33))
                .expectInvalid("customer.name", "customer.email", "customer.phone");
    }

    @Test
    void theExpectedTotalIsInTheCurrencyOfTheDealer() {
        api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "%s", "end": "%s", "expectedTotal": {"amount": "149.70", "currency": "USD"}}
                """.formatted(fleet.car(fleet.dealer()), START, END)).expectInvalid("expectedTotal.currency");
    }

    private Api.Answer bookFor(String name, String email, String phone) {
        return api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "%s", "email": "%s", "phone": "%s"}, "start": "%s", "end": "%s"}
                """.formatted(fleet.car(fleet.dealer()), name, email, phone, START, END));
    }
}
