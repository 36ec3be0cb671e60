package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @Test
    void aBookingIsAnsweredWhole() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        clock.set(Instant.parse("2027-01-04T08:00:00.123Z"));

        var booking = api.post("/bookings", """
                {"carId": "%s",
                 "customer": {"name": " Ada Lovelace ", "email": "ada@example.org", "phone": "+44 (0)20/7946-0.0"},
                 "start": "2027-03-01T10:00:00+01:00", "end": "2027-03-04T18:00:00+09:00"}
                """.formatted(car)).expect(201);

        assertThat(booking.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "CONFIRMED",
                 "customer": {"name": "Ada Lovelace", "email": "ada@example.org", "phone": "+44 (0)20/7946-0.0"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "timeZone": "Europe/Berlin",
                 "price": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                           "total": {"amount": "149.70", "currency": "EUR"}},
                 "createdAt": "2027-01-04T08:00:00.123Z",
                 "allowedTransitions": ["cancellation", "hand-over", "no-show"]}
                """.formatted(booking.id(), car, dealer)));
        assertThat(booking.location()).isEqualTo("/bookings/" + booking.id());
        assertThat(UUID.fromString(booking.id()).version()).isEqualTo(7);
    }

    @Test
    void aBookingIsReadAsItWasAnswered() {
        var booking = fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);

        var read = api.get(booking.location()).expect(200);

        assertThat(read.body()).isEqualTo(booking.body());
        assertThat(read.eTag()).isEqualTo(booking.eTag());
        assertThat(booking.body().requiredAt("/customer").has("phone")).as("absent, not null").isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} day(s)")
    @CsvSource({
        // The clocks of Berlin go forward on 28 March and back on 31 October 2027.
        "Europe/Berlin, 2027-03-27T09:00:00Z, 2027-03-28T08:00:00Z, 1",
        "Europe/Berlin, 2027-03-27T09:00:00Z, 2027-03-28T08:29:00Z, 1",
        "Europe/Berlin, 2027-03-27T09:00:00Z, 2027-03-28T08:30:00Z, 2",
        "Europe/Berlin, 2027-10-30T08:00:00Z, 2027-10-31T09:00:00Z, 1",
        "Europe/Berlin, 2027-10-30T08:00:00Z, 2027-10-31T09:30:00Z, 2",
        "UTC, 2027-03-27T09:00:00Z, 2027-03-28T09:29:00Z, 1",
        "UTC, 2027-10-30T08:00:00Z, 2027-10-31T09:00:00Z, 2",
        "UTC, 2027-03-01T09:00:00Z, 2027-03-01T10:00:00Z, 1"})
    void daysAreCountedOnTheClockOfTheDealer(String timeZone, String start, String end, int days) {
        var car = fleet.car(fleet.dealer(timeZone, "EUR", 0));

        var price = fleet.book(car, start, end).expect(201).body().requiredAt("/price");

        assertThat(price.required("days").asInt()).isEqualTo(days);
        assertThat(price.requiredAt("/total/amount").asString()).isEqualTo(days == 1 ? "49.90" : "99.80");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 7000, 21000", "TND, 120.505, 361.515", "EUR, 9999999999.99, 29999999999.97", "EUR, 0, 0.00"})
    void theTotalIsExactInEveryCurrency(String currency, String dailyPrice, String total) {
        var car = fleet.car(fleet.dealer("UTC", currency, 0), "COMPACT", dailyPrice, currency);

        assertThat(fleet.book(car, START, END).expect(201).body().requiredAt("/price/total")).isEqualTo(json("""
                {"amount": "%s", "currency": "%s"}
                """.formatted(total, currency)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"149.70\"", "\"149.7\"", "149.70", "149.7"})
    void anExpectedTotalThatIsRightChangesNothing(String amount) {
        bookExpecting(fleet.car(fleet.dealer()), amount).expect(201);
    }

    @Test
    void anotherTotalThanExpectedIsRefusedWithTheRightQuote() {
        var car = fleet.car(fleet.dealer());

        var refused = bookExpecting(car, "\"149.69\"").expectProblem(409, "price-changed");

        assertThat(refused.body().requiredAt("/quote")).isEqualTo(json("""
                {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                 "total": {"amount": "149.70", "currency": "EUR"}}
                """));
        assertThat(api.pages("/bookings?carId=" + car)).isEmpty();
        fleet.book(car, START, END).expect(201);
    }

    @Test
    void whatWasAgreedStaysWhenPriceAndTurnaroundChange() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        var car = fleet.car(dealer);
        var booking = fleet.book(car, START, END).expect(201);

        api.patch("/cars/" + car, "{\"dailyPrice\": {\"amount\": \"99.00\", \"currency\": \"EUR\"}}", "If-Match", "*")
                .expect(200);
        api.patch("/dealers/" + dealer, "{\"turnaroundMinutes\": 0}", "If-Match", "*").expect(200);

        assertThat(api.get(booking.location()).body()).isEqualTo(booking.body());
        fleet.book(car, "2027-03-04T09:59:00Z", "2027-03-05T09:59:00Z").expectProblem(409, "car-unavailable");
        var next = fleet.book(car, "2027-03-04T10:00:00Z", "2027-03-05T10:00:00Z").expect(201);
        assertThat(next.text("/price/total/amount")).isEqualTo("99.00");
    }

    @Test
    void bookingsMayFollowEachOtherWithoutAGap() {
        var car = fleet.car(fleet.dealer());

        fleet.book(car, START, END).expect(201);
        fleet.book(car, END, "2027-03-05T09:00:00Z").expect(201);
        fleet.book(car, "2027-02-28T09:00:00Z", START).expect(201);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"{}", "{\"reason\": \" Flight cancelled \"}"})
    void aCancelledBookingFreesItsCar(String body) {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var booking = fleet.book(car, START, END).expect(201);

        var cancelled = api.post(booking.location() + "/cancellation", body).expect(200);

        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.body().requiredAt("/allowedTransitions")).isEmpty();
        assertThat(cancelled.body().optional("cancellationReason").map(reason -> reason.asString()).orElse(null))
                .isEqualTo(body == null || body.equals("{}") ? null : "Flight cancelled");
        assertThat(cancelled.eTag()).isNotEqualTo(booking.eTag());
        assertThat(api.get(booking.location()).body()).isEqualTo(cancelled.body());
        assertThat(api.get(booking.location()).eTag()).isEqualTo(cancelled.eTag());
        fleet.book(car, START, END).expect(201);
    }

    @Test
    void aCancellationChangesStatusAndReasonOnly() {
        var booking = fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);

        var cancelled = cancel(booking.id(), "Flight cancelled").expect(200);

        assertThat(cancelled.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "CANCELLED",
                 "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "timeZone": "Europe/Berlin",
                 "price": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                           "total": {"amount": "149.70", "currency": "EUR"}},
                 "createdAt": "2027-01-04T08:00:00Z", "allowedTransitions": [], "cancellationReason": "Flight cancelled"}
                """.formatted(booking.id(), booking.text("/carId"), booking.text("/dealerId"))));
    }

    @Test
    void aSecondCancellationChangesNothing() {
        var booking = fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);
        var first = cancel(booking.id(), "Flight cancelled").expect(200);

        var second = cancel(booking.id(), "Changed my mind").expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
    }

    @Test
    void aReasonHasAtMostFiveHundredCharacters() {
        var booking = fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);

        cancel(booking.id(), " ").expectInvalid("reason");
        cancel(booking.id(), "x".repeat(501)).expectInvalid("reason");
        assertThat(api.get(booking.location()).eTag()).isEqualTo(booking.eTag());
        cancel(booking.id(), "x".repeat(500)).expect(200);
    }

    @Test
    void bookingsAreListedByCarDealerAndStatus() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var later = fleet.book(car, START, END).body();
        var sooner = fleet.book(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").body();
        var other = fleet.book(fleet.car(dealer), START, END).body();
        var cancelled = cancel(fleet.book(car, "2027-05-01T09:00:00Z", "2027-05-04T09:00:00Z").id(), "rain").body();
        fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);

        assertThat(api.pages("/bookings?dealerId=" + dealer)).containsExactly(later, sooner, other, cancelled);
        assertThat(api.pages("/bookings?carId=" + car)).containsExactly(later, sooner, cancelled);
        assertThat(api.pages("/bookings?status=CANCELLED&dealerId=" + dealer)).containsExactly(cancelled);
        assertThat(api.pages("/bookings?status=CONFIRMED&carId=" + car)).containsExactly(later, sooner);
        assertThat(api.pages("/bookings?status=ACTIVE&dealerId=" + dealer)).isEmpty();
        assertThat(api.pages("/bookings?carId=%s&dealerId=%s".formatted(car, fleet.dealer()))).isEmpty();
        assertThat(api.pages("/bookings?carId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void bookingsAreListedThatOverlapATime() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var first = fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").body();
        var second = fleet.book(car, "2027-03-03T09:00:00Z", "2027-03-04T09:00:00Z").body();
        var bookings = "/bookings?carId=" + car;

        assertThat(api.pages(bookings + "&from=2027-03-02T08:59:59Z")).containsExactly(first, second);
        assertThat(api.pages(bookings + "&from=2027-03-02T09:00:00Z")).containsExactly(second);
        assertThat(api.pages(bookings + "&to=2027-03-03T09:00:00Z")).containsExactly(first);
        assertThat(api.pages(bookings + "&to=2027-03-03T09:00:01Z")).containsExactly(first, second);
        assertThat(api.pages(bookings + "&from=2027-03-02T09:00:00Z&to=2027-03-03T09:00:00Z")).isEmpty();
        assertThat(api.pages(bookings + "&from=2027-03-03T10:00:00%2B01:00&to=2027-03-04T09:00:00Z")).containsExactly(second);
    }

    @Test
    void aTimeThatDoesNotEndAfterItStartsIsRefused() {
        api.get("/bookings?from=%s&to=%s".formatted(START, START)).expectInvalid("to");
    }

    private Api.Answer bookExpecting(String car, String amount) {
        return api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "%s", "end": "%s", "expectedTotal": {"amount": %s, "currency": "EUR"}}
                """.formatted(car, START, END, amount));
    }

    private Api.Answer cancel(String booking, String reason) {
        return api.post("/bookings/%s/cancellation".formatted(booking), "{\"reason\": \"%s\"}".formatted(reason));
    }
}
