package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings that are moved, extended, shortened or corrected. */
class RescheduleIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    private String dealer;
    private String car;
    private Api.Answer booking;

    @BeforeEach
    void book() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        car = fleet.car(dealer);
        booking = fleet.book(car, START, END).expect(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "moved,     2027-03-02T09:00:00Z, 2027-03-05T09:00:00Z, 3, 149.70",
        "extended,  2027-03-01T09:00:00Z, 2027-03-06T09:00:00Z, 5, 249.50",
        "shortened, 2027-03-01T09:00:00Z, 2027-03-02T09:00:00Z, 1, 49.90",
        "far away,  2027-07-01T09:00:00Z, 2027-07-03T09:00:00Z, 2, 99.80"})
    void daysAreCountedAnewAtThePriceThatWasAgreed(String name, String start, String end, int days, String total) {
        api.patch("/cars/" + car, "{\"dailyPrice\": {\"amount\": \"99.00\", \"currency\": \"EUR\"}}", "If-Match", "*").expect(200);

        var changed = fleet.change(booking, "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(start, end)).expect(200);

        assertThat(changed.text("/status")).isEqualTo("CONFIRMED");
        assertThat(changed.text("/start")).isEqualTo(start);
        assertThat(changed.text("/end")).isEqualTo(end);
        assertThat(changed.body().requiredAt("/price/days").asInt()).isEqualTo(days);
        assertThat(changed.text("/price/dailyPrice/amount")).isEqualTo("49.90");
        assertThat(changed.text("/price/total/amount")).isEqualTo(total);
        assertThat(fleet.read(booking).body()).isEqualTo(changed.body());
        var explained = api.get("/cars/%s/availability?from=%s&to=%s".formatted(car, start, end));
        assertThat(explained.text("/busy/0/start")).isEqualTo(start);
        assertThat(explained.text("/busy/0/end")).isEqualTo(end);
    }

    @Test
    void theTimeThatIsGivenUpCanBeBooked() {
        fleet.change(booking, "{\"start\": \"2027-03-03T09:00:00Z\"}").expect(200);

        fleet.book(car, START, "2027-03-03T07:30:00Z").expect(201);
    }

    @Test
    void aHoldThatMovesLapsesAsBefore() {
        var hold = fleet.hold(car, "2027-04-01T09:00:00Z", "2027-04-02T09:00:00Z").expect(201);

        var moved = fleet.change(hold, "{\"end\": \"2027-04-03T09:00:00Z\"}").expect(200);

        assertThat(moved.text("/status")).isEqualTo("HELD");
        assertThat(moved.text("/holdExpiresAt")).isEqualTo(hold.text("/holdExpiresAt"));
    }

    @Test
    void aRefusedExtensionSaysHowFarItCouldGo() {
        fleet.book(car, "2027-03-06T09:00:00Z", "2027-03-07T09:00:00Z").expect(201);
        var spare = fleet.car(dealer);

        var refused = fleet.change(booking, "{\"end\": \"2027-03-06T10:00:00Z\"}").expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"BOOKED\"]"));
        assertThat(refused.texts("/conflicts", "/kind")).containsExactly("BOOKING");
        assertThat(refused.text("/latestPossibleEnd")).isEqualTo("2027-03-06T07:30:00Z");
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-03-07T10:30:00Z");
        assertThat(refused.texts("/alternatives", "/car/id")).containsExactly(spare);
        assertThat(fleet.read(booking).body()).isEqualTo(booking.body());
        fleet.change(booking, "{\"end\": \"%s\"}".formatted(refused.text("/latestPossibleEnd"))).expect(200);
    }

    @Test
    void aRefusedMoveHasNoLatestEnd() {
        fleet.book(car, "2027-03-06T09:00:00Z", "2027-03-07T09:00:00Z").expect(201);

        var refused = fleet.change(booking, "{\"start\": \"2027-03-05T09:00:00Z\", \"end\": \"2027-03-06T10:00:00Z\"}")
                .expectProblem(409, "car-unavailable");

        assertThat(refused.body().has("latestPossibleEnd")).isFalse();
    }

    @Test
    void onceTheCarIsOutTheStartIsFixed() {
        clock.set(Instant.parse("2027-03-01T08:30:00Z"));
        fleet.ask(booking, "hand-over").expect(200);

        fleet.change(booking, "{\"start\": \"2027-03-01T10:00:00Z\"}").expectInvalid("start");
        fleet.change(booking, "{\"end\": \"2027-03-05T09:00:00Z\"}").expect(200);

        var explained = api.get("/cars/%s/availability?from=%s&to=%s".formatted(car, START, END));
        assertThat(explained.text("/busy/0/start")).isEqualTo("2027-03-01T08:30:00Z");
        assertThat(explained.text("/busy/0/end")).isEqualTo("2027-03-05T09:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "{\"start\": \"2027-01-04T07:54:00Z\"} | start",
        "{\"end\": \"2027-03-01T09:59:00Z\"} | end",
        "{\"end\": \"2027-02-01T09:00:00Z\"} | end",
        "{\"end\": \"2027-05-30T09:01:00Z\"} | end",
        "{\"start\": \"2027-03-01T09:00:30Z\"} | start",
        "{\"customer\": {\"email\": \"ada\"}} | customer.email"})
    void aChangeObeysTheRulesOfABooking(String json, String field) {
        fleet.change(booking, json).expectInvalid(field);
    }

    @Test
    void theEndLiesAfterNow() {
        clock.set(Instant.parse("2027-03-02T09:00:00Z"));

        fleet.change(booking, "{\"end\": \"2027-03-02T09:00:00Z\"}").expectInvalid("end");
        fleet.change(booking, "{\"end\": \"2027-03-02T09:01:00Z\"}").expect(200);
    }

    @Test
    void theCustomerCanBeCorrected() {
        var corrected = fleet.change(booking, "{\"customer\": {\"name\": \"Augusta Ada King\", \"phone\": \"+44 20 1\"}}")
                .expect(200);

        assertThat(corrected.body().requiredAt("/customer")).isEqualTo(json("""
                {"name": "Augusta Ada King", "email": "ada@example.org", "phone": "+44 20 1"}
                """));
        assertThat(corrected.eTag()).isNotEqualTo(booking.eTag());
    }

    @Test
    void whatChangesNothingIsNoChange() {
        var same = fleet.change(booking, "{\"start\": \"%s\", \"customer\": {\"name\": \"Ada Lovelace\"}}".formatted(START));

        assertThat(same.expect(200).body()).isEqualTo(booking.body());
        assertThat(same.eTag()).isEqualTo(booking.eTag());
        assertThat(fleet.change(booking, "{}").expect(200).eTag()).isEqualTo(booking.eTag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"end\": \"2027-03-05T09:00:00Z\"}", "{\"customer\": {\"name\": \"Grace Hopper\"}}"})
    void whatIsOverStaysAsItIs(String json) {
        fleet.ask(booking, "cancellation").expect(200);

        var refused = fleet.change(booking, json).expectProblem(409, "invalid-transition");

        assertThat(refused.text("/requested")).isEqualTo("reschedule");
        assertThat(refused.text("/currentStatus")).isEqualTo("CANCELLED");
    }
}
