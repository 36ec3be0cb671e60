package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A car that is not back in time, be it from a customer or from the workshop. */
class LatenessIT extends SystemTest {

    private static final String START = "2027-01-04T09:00:00Z";
    private static final String END = "2027-01-05T09:00:00Z";
    private static final String LATER = "2027-01-05T10:00:00Z";

    private String dealer;
    private String car;
    private Api.Answer late;
    private Api.Answer next;
    private Api.Answer afterThat;

    @BeforeEach
    void keepTheCar() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        car = fleet.car(dealer);
        late = fleet.book(car, START, END).expect(201);
        next = fleet.book(car, "2027-01-05T12:00:00Z", "2027-01-05T18:00:00Z").expect(201);
        afterThat = fleet.book(car, "2027-01-06T10:00:00Z", "2027-01-06T18:00:00Z").expect(201);
        at(START);
        fleet.ask(late, "hand-over").expect(200);
    }

    @Test
    void whoIsLateIsOverdueAndWhoWaitsForTheCarAtRisk() {
        at(END);
        assertThat(fleet.read(late).body().has("overdue")).isFalse();
        assertThat(fleet.read(next).body().has("atRisk")).isFalse();
        var tags = new String[] {fleet.read(late).eTag(), fleet.read(next).eTag()};

        at(LATER);

        assertThat(fleet.read(late).body().requiredAt("/overdue").asBoolean()).isTrue();
        assertThat(fleet.read(next).body().requiredAt("/atRisk").asBoolean()).isTrue();
        // Lateness is expected to last for 24 hours.
        assertThat(fleet.read(afterThat).body().has("atRisk")).isFalse();
        assertThat(fleet.read(late).eTag()).isNotEqualTo(tags[0]);
        assertThat(fleet.read(next).eTag()).isNotEqualTo(tags[1]);
        assertThat(api.pages("/bookings?limit=50&carId=" + car)).extracting(item -> item.has("overdue") || item.has("atRisk"))
                .containsExactly(true, true, false);
    }

    @Test
    void whatStartsBeforeTheCarMayBeBackIsUnavailable() {
        at(LATER);

        var refused = fleet.book(car, "2027-01-05T19:00:00Z", "2027-01-05T22:00:00Z").expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"OVERDUE\"]"));
        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-01-04T09:00:00Z", "end": "2027-01-05T09:00:00Z", "kind": "BOOKING"}]
                """));
        var period = "from=2027-01-05T19:00:00Z&to=2027-01-05T22:00:00Z";
        assertThat(api.get("/availability?dealerId=%s&%s".formatted(dealer, period)).texts("/items", "/car/id")).isEmpty();
        var explained = api.get("/cars/%s/availability?%s".formatted(car, period)).expect(200);
        assertThat(explained.body().requiredAt("/available").asBoolean()).isFalse();
        assertThat(explained.body().requiredAt("/reasons")).isEqualTo(json("[\"OVERDUE\"]"));
        fleet.change(next, "{\"start\": \"2027-01-05T13:00:00Z\"}").expectProblem(409, "car-unavailable");
        fleet.plan(car, "2027-01-05T19:00:00Z", "2027-01-05T20:00:00Z").expectProblem(409, "maintenance-conflict");
        fleet.book(car, "2027-01-07T10:00:00Z", "2027-01-07T18:00:00Z").expect(201);
    }

    @Test
    void aCarThatIsOutIsHandedToNobodyElse() {
        var window = fleet.plan(car, "2027-01-08T09:00:00Z", "2027-01-08T12:00:00Z").expect(201);
        at("2027-01-05T11:30:00Z");

        fleet.ask(next, "hand-over").expectProblem(409, "car-not-returned");
        fleet.ask(window, "start").expectProblem(409, "car-not-returned");

        fleet.ask(late, "return").expect(200);
        at("2027-01-05T12:30:00Z");
        fleet.ask(next, "hand-over").expect(200);
    }

    @Test
    void aLateReturnTakesItsTurnaroundAtMostUpToTheNextBooking() {
        at("2027-01-05T11:30:00Z");

        var returned = fleet.ask(late, "return").expect(200);

        assertThat(returned.body().has("overdue")).isFalse();
        assertThat(fleet.read(next).body().has("atRisk")).isFalse();
        var busy = api.get("/cars/%s/availability?from=2027-01-05T08:00:00Z&to=2027-01-05T12:00:00Z".formatted(car))
                .body().requiredAt("/busy");
        assertThat(busy).isEqualTo(json("""
                [{"start": "2027-01-04T09:00:00Z", "end": "2027-01-05T11:30:00Z", "kind": "BOOKING"},
                 {"start": "2027-01-05T11:30:00Z", "end": "2027-01-05T12:00:00Z", "kind": "TURNAROUND"}]
                """));
    }

    @Test
    void whoIsLateCanExtend() {
        at("2027-01-05T10:00:30Z");

        var extended = fleet.change(late, "{\"end\": \"2027-01-05T11:00:00Z\"}").expect(200);

        assertThat(extended.body().has("overdue")).isFalse();
        assertThat(extended.body().requiredAt("/price/days").asInt()).isEqualTo(2);
        assertThat(fleet.read(next).body().has("atRisk")).isFalse();
        var refused = fleet.change(late, "{\"end\": \"2027-01-05T12:00:00Z\"}").expectProblem(409, "car-unavailable");
        assertThat(refused.body().requiredAt("/latestPossibleEnd").asString()).isEqualTo("2027-01-05T11:00:00Z");
    }

    @Test
    void theWorkshopCanBeLateToo() {
        var other = fleet.car(dealer);
        var window = fleet.plan(other, "2027-01-04T10:00:00Z", "2027-01-04T12:00:00Z").expect(201);
        var waiting = fleet.book(other, "2027-01-04T14:00:00Z", "2027-01-04T18:00:00Z").expect(201);
        at("2027-01-04T10:00:00Z");
        fleet.ask(window, "start").expect(200);

        at("2027-01-04T13:30:00Z");

        assertThat(fleet.read(window).body().requiredAt("/overdue").asBoolean()).isTrue();
        assertThat(fleet.read(waiting).body().requiredAt("/atRisk").asBoolean()).isTrue();
        fleet.ask(waiting, "hand-over").expectProblem(409, "car-not-returned");
        assertThat(fleet.book(other, "2027-01-05T10:00:00Z", "2027-01-05T12:00:00Z").expectProblem(409, "car-unavailable")
                .body().requiredAt("/reasons")).isEqualTo(json("[\"OVERDUE\"]"));

        fleet.ask(window, "completion").expect(200);
        fleet.ask(waiting, "hand-over").expect(200);
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }
}
