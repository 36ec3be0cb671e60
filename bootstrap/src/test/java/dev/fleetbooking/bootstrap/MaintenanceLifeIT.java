package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a maintenance window. */
class MaintenanceLifeIT extends SystemTest {

    private static final String START = "2027-01-04T12:00:00Z";
    private static final String END = "2027-01-06T12:00:00Z";

    private String car;

    @BeforeEach
    void makeACar() {
        car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
    }

    @Test
    void aWindowIsStartedAndCompletedEarly() {
        var window = fleet.plan(car, START, END).expect(201);
        at(START);
        var started = fleet.ask(window, "start").expect(200);
        at("2027-01-05T09:30:30Z");
        var completed = fleet.ask(window, "completion").expect(200);

        assertThat(started.text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(started.body().requiredAt("/allowedTransitions")).isEqualTo(json("[\"completion\"]"));
        assertThat(completed.text("/status")).isEqualTo("COMPLETED");
        assertThat(completed.body().requiredAt("/allowedTransitions")).isEmpty();
        assertThat(completed.text("/end")).isEqualTo(END);
        assertThat(busy()).isEqualTo(json("""
                [{"start": "2027-01-04T12:00:00Z", "end": "2027-01-05T09:31:00Z", "kind": "MAINTENANCE"}]
                """));
        fleet.book(car, "2027-01-05T09:31:00Z", END).expect(201);
    }

    @Test
    void startedEarlyAWindowClaimsTheCarFromNow() {
        var window = fleet.plan(car, START, END).expect(201);
        at("2027-01-04T09:10:30Z");

        fleet.ask(window, "start").expect(200);

        assertThat(busy().get(0).requiredAt("/start").asString()).isEqualTo("2027-01-04T09:10:00Z");
    }

    @Test
    void aWindowDoesNotStartWhileSomethingIsInTheWay() {
        fleet.book(car, "2027-01-04T09:00:00Z", "2027-01-04T10:00:00Z").expect(201);
        var window = fleet.plan(car, START, END).expect(201);

        var refused = fleet.ask(window, "start").expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"BOOKED\"]"));
        assertThat(refused.texts("/conflicts", "/kind")).containsExactly("BOOKING", "TURNAROUND");
        assertThat(refused.body().requiredAt("/alternatives")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "completion", "cancellation"})
    void askedForAgainATransitionChangesNothing(String transition) {
        var window = fleet.plan(car, START, END).expect(201);
        at(START);
        if (transition.equals("completion")) {
            fleet.ask(window, "start").expect(200);
        }
        var first = fleet.ask(window, transition).expect(200);
        at("2027-01-04T12:40:00Z");

        var second = fleet.ask(window, transition).expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
    }

    @ParameterizedTest
    @CsvSource({"completion, false, PLANNED", "cancellation, true, IN_PROGRESS"})
    void aRefusedTransitionNamesTheStatusAndWhatItAllows(String transition, boolean started, String status) {
        var window = fleet.plan(car, START, END).expect(201);
        if (started) {
            fleet.ask(window, "start").expect(200);
        }

        var refused = fleet.ask(window, transition).expectProblem(409, "invalid-transition");

        assertThat(refused.text("/currentStatus")).isEqualTo(status);
        assertThat(refused.text("/requested")).isEqualTo(transition);
        assertThat(refused.body().requiredAt("/allowed")).isEqualTo(json(
                started ? "[\"completion\"]" : "[\"start\", \"cancellation\"]"));
    }

    @Test
    void aWindowIsMovedAndItsReasonCorrected() {
        var window = fleet.plan(car, START, END).expect(201);

        var changed = fleet.change(window, "{\"end\": \"2027-01-05T12:00:00Z\", \"reason\": \"tyres\"}").expect(200);

        assertThat(changed.text("/start")).isEqualTo(START);
        assertThat(changed.text("/end")).isEqualTo("2027-01-05T12:00:00Z");
        assertThat(changed.text("/reason")).isEqualTo("tyres");
        assertThat(busy().get(0).requiredAt("/end").asString()).isEqualTo("2027-01-05T12:00:00Z");
        assertThat(fleet.change(window, "{}").expect(200).eTag()).isEqualTo(changed.eTag());
    }

    @Test
    void aMoveOntoABookingIsRefusedWithWhatIsInTheWay() {
        var booking = fleet.book(car, "2027-01-07T12:00:00Z", "2027-01-08T12:00:00Z").expect(201);
        var window = fleet.plan(car, START, END).expect(201);

        var refused = fleet.change(window, "{\"end\": \"2027-01-07T13:00:00Z\"}").expectProblem(409, "maintenance-conflict");

        assertThat(refused.text("/conflicts/0/bookingId")).isEqualTo(booking.id());
        assertThat(refused.body().requiredAt("/suggestions")).isNotEmpty();
        assertThat(fleet.read(window).body()).isEqualTo(window.body());
    }

    @Test
    void onceTheWorkHasBegunTheStartIsFixed() {
        var window = fleet.plan(car, START, END).expect(201);
        at(START);
        fleet.ask(window, "start").expect(200);

        fleet.change(window, "{\"start\": \"2027-01-04T13:00:00Z\"}").expectInvalid("start");
        fleet.change(window, "{\"reason\": \"\"}").expectInvalid("reason");
        fleet.change(window, "{\"end\": \"2027-01-07T12:00:00Z\"}").expect(200);
        fleet.ask(window, "completion").expect(200);
        fleet.change(window, "{\"reason\": \"tyres\"}").expectProblem(409, "invalid-transition");
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndChangesNothing() {
        var planned = fleet.plan(car, START, END, "\"dryRun\": true").expect(200);

        assertThat(planned.text("/status")).isEqualTo("PLANNED");
        assertThat(planned.body().has("id")).isFalse();
        assertThat(planned.body().has("createdAt")).isFalse();
        assertThat(planned.header("Location")).isEmpty();
        assertThat(busy()).isEmpty();
        fleet.book(car, START, END).expect(201);
        fleet.plan(car, START, END, "\"dryRun\": true").expectProblem(409, "maintenance-conflict");
        fleet.plan(car, END, START, "\"dryRun\": true").expectInvalid("end");
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private JsonNode busy() {
        return api.get("/cars/%s/availability?from=2027-01-04T00:00:00Z&to=2027-01-07T00:00:00Z".formatted(car))
                .body().requiredAt("/busy");
    }
}
