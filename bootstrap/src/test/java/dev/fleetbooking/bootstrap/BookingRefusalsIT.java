package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a booking is refused for although its input is right, and what the refusal says. */
class BookingRefusalsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @Test
    void aBookedCarIsRefusedWithWhatIsInTheWay() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, "2027-03-02T09:00:00Z", "2027-03-03T09:00:00Z").expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(withoutTexts(refused)).isEqualTo(json("""
                {"type": "/problems/car-unavailable", "status": 409, "instance": "/api/v1/bookings",
                 "reasons": ["BOOKED"],
                 "conflicts": [{"start": "2027-03-02T09:00:00Z", "end": "2027-03-03T09:00:00Z", "kind": "BOOKING"},
                               {"start": "2027-03-03T09:00:00Z", "end": "2027-03-03T10:30:00Z", "kind": "TURNAROUND"}],
                 "nextAvailableFrom": "2027-03-03T10:30:00Z", "alternatives": []}
                """));
    }

    @Test
    void maintenanceIsFollowedByNoTurnaround() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.plan(car, "2027-03-02T09:00:00Z", "2027-03-03T09:00:00Z").expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"MAINTENANCE\"]"));
        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-03-02T09:00:00Z", "end": "2027-03-03T09:00:00Z", "kind": "MAINTENANCE"}]
                """));
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-03-03T09:00:00Z");
    }

    @Test
    void theTurnaroundOfTheBookingBeforeIsInTheWay() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, "2027-02-27T08:00:00Z", "2027-03-01T08:00:00Z").expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"TURNAROUND\"]"));
        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-03-01T08:00:00Z", "end": "2027-03-01T09:30:00Z", "kind": "TURNAROUND"}]
                """));
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-03-01T09:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOKING", "MAINTENANCE"})
    void theTurnaroundOfTheNewBookingNeedsTimeToo(String kind) {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var next = kind.equals("BOOKING")
                ? fleet.book(car, "2027-03-04T10:00:00Z", "2027-03-05T09:00:00Z")
                : fleet.plan(car, "2027-03-04T10:00:00Z", "2027-03-05T09:00:00Z");
        next.expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"TURNAROUND\"]"));
        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-03-04T10:00:00Z", "end": "2027-03-05T09:00:00Z", "kind": "%s"}]
                """.formatted(kind)));
    }

    @Test
    void reasonsComeInTheirOrderAndConflictsByStart() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, "2027-02-27T08:00:00Z", "2027-03-01T08:00:00Z").expect(201);
        fleet.plan(car, "2027-03-01T12:00:00Z", "2027-03-01T15:00:00Z").expect(201);
        fleet.book(car, "2027-03-02T09:00:00Z", "2027-03-03T09:00:00Z").expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"BOOKED\", \"MAINTENANCE\", \"TURNAROUND\"]"));
        assertThat(refused.texts("/conflicts", "/kind"))
                .containsExactly("TURNAROUND", "MAINTENANCE", "BOOKING", "TURNAROUND");
        assertThat(refused.texts("/conflicts", "/start")).isSorted();
    }

    @Test
    void aCarThatIsNotInServiceHasNoNextTime() {
        var car = fleet.car(fleet.dealer());
        fleet.plan(car, "2027-03-02T09:00:00Z", "2027-03-03T09:00:00Z").expect(201);
        api.patch("/cars/" + car, "{\"status\": \"OUT_OF_SERVICE\"}", "If-Match", "*").expect(200);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(withoutTexts(refused)).isEqualTo(json("""
                {"type": "/problems/car-unavailable", "status": 409, "instance": "/api/v1/bookings",
                 "reasons": ["NOT_IN_SERVICE", "MAINTENANCE"],
                 "conflicts": [{"start": "2027-03-02T09:00:00Z", "end": "2027-03-03T09:00:00Z", "kind": "MAINTENANCE"}],
                 "alternatives": []}
                """));
    }

    @Test
    void theNextTimeIsAGapAsLongAsTheBookingAndItsTurnaround() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 60));
        fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-01T12:00:00Z").expect(201);
        // From 13:00 on three hours are free: enough for two with the turnaround, not for three.
        fleet.book(car, "2027-03-01T16:00:00Z", "2027-03-01T18:00:00Z").expect(201);

        var two = fleet.book(car, "2027-03-01T10:00:00Z", "2027-03-01T12:00:00Z").expectProblem(409, "car-unavailable");
        var three = fleet.book(car, "2027-03-01T10:00:00Z", "2027-03-01T13:00:00Z").expectProblem(409, "car-unavailable");

        assertThat(two.text("/nextAvailableFrom")).isEqualTo("2027-03-01T13:00:00Z");
        assertThat(three.text("/nextAvailableFrom")).isEqualTo("2027-03-01T19:00:00Z");
        fleet.book(car, "2027-03-01T13:00:00Z", "2027-03-01T15:00:00Z").expect(201);
    }

    @Test
    void nothingBeforeTheHorizonIsNoNextTime() {
        var car = fleet.car(fleet.dealer());
        fleet.plan(car, "2027-07-05T00:00:00Z", "2028-07-04T00:00:00Z").expect(201);

        var refused = fleet.book(car, "2028-06-01T00:00:00Z", "2028-06-02T00:00:00Z").expectProblem(409, "car-unavailable");

        assertThat(refused.body().has("nextAvailableFrom")).isFalse();
    }

    @Test
    void alternativesAreTheCheapestAvailableCarsOfDealerAndCategory() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer, "COMPACT", "10.00", "EUR");
        fleet.book(car, START, END).expect(201);
        var dear = fleet.car(dealer, "COMPACT", "60.00", "EUR");
        var first = fleet.car(dealer, "COMPACT", "50.00", "EUR");
        var second = fleet.car(dealer, "COMPACT", "50.00", "EUR");
        fleet.car(dealer, "COMPACT", "70.00", "EUR");
        fleet.car(dealer, "SEDAN", "20.00", "EUR");
        fleet.car(fleet.dealer(), "COMPACT", "20.00", "EUR");
        fleet.book(fleet.car(dealer, "COMPACT", "20.00", "EUR"), START, END).expect(201);
        api.patch("/cars/" + fleet.car(dealer, "COMPACT", "20.00", "EUR"), "{\"status\": \"OUT_OF_SERVICE\"}", "If-Match", "*")
                .expect(200);

        var alternatives = fleet.book(car, START, END).expectProblem(409, "car-unavailable").body().requiredAt("/alternatives");

        assertThat(alternatives.valueStream()).extracting(item -> item.requiredAt("/car/id").asString())
                .containsExactly(first, second, dear);
        assertThat(alternatives.get(0)).isEqualTo(json("""
                {"car": %s,
                 "quote": {"days": 3, "dailyPrice": {"amount": "50.00", "currency": "EUR"},
                           "total": {"amount": "150.00", "currency": "EUR"}}}
                """.formatted(api.get("/cars/" + first).body())));
    }

    @Test
    void aRefusalNeverShowsAnotherCustomer() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, START, END).expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.http().body()).doesNotContain("Ada", "ada@example.org", booking.id());
    }

    @Test
    void aRefusedBookingChangesNothing() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, START, END).expect(201);
        var calendar = "/cars/%s/availability?from=2027-02-01T00:00:00Z&to=2027-04-01T00:00:00Z".formatted(car);
        var before = api.get(calendar).body();

        fleet.book(car, "2027-02-28T09:00:00Z", END).expectProblem(409, "car-unavailable");

        assertThat(api.get(calendar).body()).isEqualTo(before);
        assertThat(api.pages("/bookings?carId=" + car)).containsExactly(booking.body());
    }

    @Test
    void theRefusedPeriodMayHaveStartedAMomentAgo() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, "2027-01-04T09:30:00Z", "2027-01-04T10:30:00Z").expect(201);
        clock.set(Instant.parse("2027-01-04T08:04:30Z"));

        var refused = fleet.book(car, "2027-01-04T08:00:00Z", "2027-01-04T09:45:00Z").expectProblem(409, "car-unavailable");

        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-01-04T10:30:00Z");
    }

    private static JsonNode withoutTexts(Api.Answer problem) {
        return ((ObjectNode) problem.body()).deepCopy().without(List.of("title", "detail", "requestId"));
    }
}
