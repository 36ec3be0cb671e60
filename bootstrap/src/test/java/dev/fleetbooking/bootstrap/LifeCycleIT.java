package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a booking. Holds lapse here although nothing tidies up. */
class LifeCycleIT extends SystemTest {

    private static final String START = "2027-01-04T12:00:00Z";
    private static final String END = "2027-01-06T12:00:00Z";
    private static final String LAPSE = "2027-01-04T08:15:00Z";

    private String dealer;
    private String car;

    @BeforeEach
    void makeACar() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        car = fleet.car(dealer);
    }

    @Test
    void aHoldSaysWhenItLapsesAndBlocksTheCarUntilThen() {
        var hold = fleet.hold(car, START, END).expect(201);

        assertThat(hold.text("/status")).isEqualTo("HELD");
        assertThat(hold.text("/holdExpiresAt")).isEqualTo(LAPSE);
        assertThat(hold.body().requiredAt("/allowedTransitions")).isEqualTo(json("[\"confirmation\", \"cancellation\"]"));
        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");
        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"HELD\"]"));
        assertThat(refused.texts("/conflicts", "/kind")).containsExactly("HOLD", "TURNAROUND");
        assertThat(explained().texts("/busy", "/kind")).containsExactly("HOLD", "TURNAROUND");
    }

    @Test
    void aConfirmedHoldDoesNotLapse() {
        var hold = fleet.hold(car, START, END).expect(201);

        var confirmed = fleet.ask(hold, "confirmation").expect(200);
        at(LAPSE);

        assertThat(confirmed.text("/status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.body().has("holdExpiresAt")).isFalse();
        assertThat(confirmed.body().requiredAt("/allowedTransitions"))
                .isEqualTo(json("[\"cancellation\", \"hand-over\", \"no-show\"]"));
        assertThat(fleet.read(hold).body()).isEqualTo(confirmed.body());
        assertThat(explained().texts("/busy", "/kind")).containsExactly("BOOKING", "TURNAROUND");
    }

    @Test
    void aLapsedHoldIsExpiredInEveryAnswer() {
        var hold = fleet.hold(car, START, END).expect(201);
        at("2027-01-04T08:14:59.999Z");
        assertThat(fleet.read(hold).text("/status")).isEqualTo("HELD");

        at(LAPSE);

        var expired = fleet.read(hold);
        assertThat(expired.text("/status")).isEqualTo("EXPIRED");
        assertThat(expired.eTag()).isNotEqualTo(hold.eTag());
        assertThat(expired.body().has("holdExpiresAt")).isFalse();
        assertThat(expired.body().requiredAt("/allowedTransitions")).isEmpty();
        assertThat(api.get("/bookings?status=EXPIRED&carId=" + car).texts("/items", "/id")).containsExactly(hold.id());
        assertThat(api.get("/bookings?status=HELD&carId=" + car).texts("/items", "/id")).isEmpty();
        assertThat(fleet.ask(hold, "confirmation").expectProblem(409, "invalid-transition").text("/currentStatus"))
                .isEqualTo("EXPIRED");
        fleet.ask(hold, "confirmation", "If-Match", hold.eTag()).expectProblem(412, "precondition-failed");
        fleet.change(hold, "{\"end\": \"2027-01-07T12:00:00Z\"}").expectProblem(409, "invalid-transition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "explain", "book", "hold", "reschedule", "plan", "move", "displace", "retire"})
    void aLapsedHoldBlocksNobody(String path) {
        var other = fleet.book(car, "2027-01-10T12:00:00Z", "2027-01-11T12:00:00Z").expect(201);
        var window = fleet.plan(car, "2027-01-20T12:00:00Z", "2027-01-21T12:00:00Z").expect(201);
        fleet.hold(car, START, END).expect(201);
        at(LAPSE);

        switch (path) {
            case "search" -> assertThat(search()).containsExactly(car);
            case "explain" -> assertThat(explained().body().requiredAt("/busy")).isEmpty();
            case "book" -> fleet.book(car, START, END).expect(201);
            case "hold" -> fleet.hold(car, START, END).expect(201);
            case "reschedule" -> fleet.change(other, period(START, END)).expect(200);
            case "plan" -> fleet.plan(car, START, END).expect(201);
            case "move" -> fleet.change(window, period(START, END)).expect(200);
            case "displace" -> api.post("/maintenance-windows", Fleet.with(
                    fleet.window(car, Instant.parse(START), Instant.parse(END)), "\"onConflict\": \"displace\"")).expect(201);
            case "retire" -> {
                fleet.ask(other, "cancellation").expect(200);
                fleet.ask(window, "cancellation").expect(200);
                api.patch("/cars/" + car, "{\"status\": \"RETIRED\"}", "If-Match", "*").expect(200);
            }
            default -> throw new AssertionError(path);
        }
    }

    @Test
    void theCarIsHandedOverAndReturned() {
        var booking = fleet.book(car, START, END).expect(201);
        at("2027-01-04T12:10:00Z");
        var active = fleet.ask(booking, "hand-over").expect(200);
        at("2027-01-05T09:30:30Z");
        var completed = fleet.ask(booking, "return").expect(200);

        assertThat(active.text("/status")).isEqualTo("ACTIVE");
        assertThat(active.text("/handedOverAt")).isEqualTo("2027-01-04T12:10:00Z");
        assertThat(active.body().requiredAt("/allowedTransitions")).isEqualTo(json("[\"return\"]"));
        assertThat(completed.text("/status")).isEqualTo("COMPLETED");
        assertThat(completed.text("/returnedAt")).isEqualTo("2027-01-05T09:30:30Z");
        assertThat(completed.body().requiredAt("/allowedTransitions")).isEmpty();
        for (var pointer : List.of("/start", "/end", "/price")) {
            assertThat(completed.body().requiredAt(pointer)).as(pointer).isEqualTo(booking.body().requiredAt(pointer));
        }
        assertThat(explained().body().requiredAt("/busy")).isEqualTo(json("""
                [{"start": "2027-01-04T12:00:00Z", "end": "2027-01-05T09:31:00Z", "kind": "BOOKING"},
                 {"start": "2027-01-05T09:31:00Z", "end": "2027-01-05T11:01:00Z", "kind": "TURNAROUND"}]
                """));
    }

    @Test
    void handingOverEarlyClaimsTheCarFromNow() {
        var booking = fleet.book(car, START, END).expect(201);
        at("2027-01-04T11:00:30Z");

        fleet.ask(booking, "hand-over").expect(200);

        assertThat(explained().text("/busy/0/start")).isEqualTo("2027-01-04T11:00:00Z");
        assertThat(fleet.read(booking).text("/start")).isEqualTo(START);
    }

    @Test
    void handingOverEarlyIsRefusedWhileTheCarIsCleaned() {
        fleet.book(car, "2027-01-04T09:00:00Z", "2027-01-04T10:15:00Z").expect(201);
        var booking = fleet.book(car, START, END).expect(201);
        at("2027-01-04T11:30:00Z");

        var refused = fleet.ask(booking, "hand-over").expectProblem(409, "car-unavailable");

        assertThat(refused.body().requiredAt("/reasons")).isEqualTo(json("[\"TURNAROUND\"]"));
        at("2027-01-04T11:45:00Z");
        fleet.ask(booking, "hand-over").expect(200);
    }

    @Test
    void handOverHasItsTime() {
        var booking = fleet.book(car, START, END).expect(201);
        at("2027-01-04T10:59:59.999Z");
        var early = fleet.ask(booking, "hand-over").expectProblem(409, "too-early");
        at("2027-01-06T12:00:00.001Z");
        var late = fleet.ask(booking, "hand-over").expectProblem(409, "too-late");

        assertThat(early.text("/requested")).isEqualTo("hand-over");
        assertThat(early.text("/earliest")).isEqualTo("2027-01-04T11:00:00Z");
        assertThat(late.text("/requested")).isEqualTo("hand-over");
        assertThat(late.text("/latest")).isEqualTo(END);
        at(END);
        fleet.ask(booking, "hand-over").expect(200);
    }

    @Test
    void aNoShowIsKnownHalfAnHourAfterTheStart() {
        var booking = fleet.book(car, START, END).expect(201);
        at("2027-01-04T12:29:59.999Z");
        var early = fleet.ask(booking, "no-show").expectProblem(409, "too-early");
        at("2027-01-04T12:30:00Z");

        var noShow = fleet.ask(booking, "no-show").expect(200);

        assertThat(early.text("/requested")).isEqualTo("no-show");
        assertThat(early.text("/earliest")).isEqualTo("2027-01-04T12:30:00Z");
        assertThat(noShow.text("/status")).isEqualTo("NO_SHOW");
        assertThat(noShow.body().requiredAt("/allowedTransitions")).isEmpty();
        assertThat(explained().body().requiredAt("/busy")).isEmpty();
    }

    @Test
    void aCarReturnedInTheMinuteOfItsHandOverWasNeverAway() {
        var booking = fleet.book(car, START, END).expect(201);
        at(START);
        fleet.ask(booking, "hand-over").expect(200);

        fleet.ask(booking, "return").expect(200);

        assertThat(explained().body().requiredAt("/busy")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"confirmation, true", "cancellation, false", "hand-over, false", "no-show, false", "return, false"})
    void askedForAgainATransitionChangesNothing(String transition, boolean held) {
        var booking = (held ? fleet.hold(car, START, END) : fleet.book(car, START, END)).expect(201);
        at(held ? "2027-01-04T08:10:00Z" : "2027-01-04T12:30:00Z");
        if (transition.equals("return")) {
            fleet.ask(booking, "hand-over").expect(200);
        }
        var first = fleet.ask(booking, transition).expect(200);
        var events = api.get("/bookings/%s/events".formatted(booking.id())).body();
        at("2027-01-04T12:40:00Z");

        var second = fleet.ask(booking, transition).expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
        assertThat(api.get("/bookings/%s/events".formatted(booking.id())).body()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"confirmation", "hand-over", "return", "no-show"})
    void aRefusedTransitionNamesTheStatusAndWhatItAllows(String transition) {
        var booking = fleet.book(car, START, END).expect(201);
        fleet.ask(booking, "cancellation").expect(200);
        at("2027-01-04T12:30:00Z");

        var refused = fleet.ask(booking, transition).expectProblem(409, "invalid-transition");

        assertThat(refused.text("/currentStatus")).isEqualTo("CANCELLED");
        assertThat(refused.text("/requested")).isEqualTo(transition);
        assertThat(refused.body().requiredAt("/allowed")).isEmpty();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private static String period(String start, String end) {
        return "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(start, end);
    }

    private List<String> search() {
        return api.get("/availability?dealerId=%s&from=%s&to=%s".formatted(dealer, START, END)).texts("/items", "/car/id");
    }

    private Api.Answer explained() {
        return api.get("/cars/%s/availability?from=2027-01-04T00:00:00Z&to=2027-01-08T00:00:00Z".formatted(car)).expect(200);
    }
}
