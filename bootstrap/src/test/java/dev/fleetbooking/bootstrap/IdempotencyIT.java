package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A POST that is retried with its key is executed once. Concurrent retries: {@link RaceIT}; crashes: {@link KillIT}. */
@WhatToDo("docs/recipes/add-an-operation.md has the steps of an operation")
class IdempotencyIT extends SystemTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String START = "2027-01-04T08:30:00Z";
    private static final String END = "2027-01-05T08:30:00Z";

    private final String key = UUID.randomUUID().toString();
    private String dealer;
    private String car;

    /** Every route that takes a POST. */
    enum Route {
        DEALERS, CARS, BOOKINGS, CONFIRMATION, CANCELLATION, HAND_OVER, RETURN, NO_SHOW, MAINTENANCE_WINDOWS, START,
        COMPLETION, MAINTENANCE_CANCELLATION
    }

    private record Call(String path, String body) {
    }

    @BeforeEach
    void makeACar() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    @Test
    void everyRouteThatTakesAPostIsTried() {
        var described = api.raw("GET", "/openapi.json", null).expect(200).body().requiredAt("/paths").properties().stream()
                .filter(path -> path.getValue().has("post"))
                .map(Map.Entry::getKey)
                .toList();

        var tried = new ArrayList<String>();
        for (var route : Route.values()) {
            clock.set(NOW);
            makeACar();
            tried.add("/api/v1" + call(route).path().replaceAll("/[0-9a-f-]{36}", "/{id}"));
        }

        assertThat(tried).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @EnumSource
    void aRetryGetsTheFirstAnswerByteForByte(Route route) {
        var call = call(route);
        var first = api.post(call.path(), call.body(), KEY, key);
        var events = api.get("/events?subject=" + first.id()).body();
        clock.set(clock.instant().plus(Duration.ofHours(23)));
        var second = api.post(call.path(), call.body(), KEY, key);

        assertThat(first.status()).isBetween(200, 201);
        assertThat(first.header(REPLAYED)).isEmpty();
        assertReplayOf(first, second);
        assertThat(api.get("/events?subject=" + first.id()).body()).isEqualTo(events);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyBelongsToOneRequest(Route route) {
        var call = call(route);
        api.post("/dealers", """
                {"name": "City Cars", "timeZone": "UTC", "currency": "EUR"}
                """, KEY, key).expect(201);

        api.post(call.path(), call.body(), KEY, key).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aRefusalIsNotStored() {
        var booking = fleet.book(car, START, END).expect(201);
        var body = fleet.booking(car, Instant.parse(START), Instant.parse(END));
        api.post("/bookings", body, KEY, key).expectProblem(409, "car-unavailable");
        api.post("/bookings", "{}", KEY, key).expectProblem(400, "malformed-request");
        api.post("/bookings/%s/return".formatted(booking.id()), null, KEY, key).expectProblem(409, "invalid-transition");
        api.post(booking.location() + "/cancellation", null).expect(200);

        var second = api.post("/bookings", body, KEY, key).expect(201);

        assertThat(second.header(REPLAYED)).isEmpty();
    }

    @Test
    void aDryRunIsNotStored() {
        var body = fleet.window(car, Instant.parse(START), Instant.parse(END));
        var dryRun = Fleet.with(body, "\"dryRun\": true");
        api.post("/maintenance-windows", dryRun, KEY, key).expect(200);
        assertThat(api.post("/maintenance-windows", dryRun, KEY, key).expect(200).header(REPLAYED)).isEmpty();

        var planned = api.post("/maintenance-windows", body, KEY, key).expect(201);

        assertReplayOf(planned, api.post("/maintenance-windows", body, KEY, key));
        api.post("/maintenance-windows", dryRun, KEY, key).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aReplayFollowsTheCheckOfTheFormAndIgnoresLaterChanges() {
        var booking = fleet.book(car, START, END).expect(201);
        var path = booking.location() + "/hand-over";
        var first = api.post(path, null, KEY, key, "If-Match", booking.eTag()).expect(200);
        api.post(booking.location() + "/return", null).expect(200);

        api.post(path, null, KEY, key, "If-Match", "no tag").expectMalformed("If-Match");
        assertReplayOf(first, api.post(path, null, KEY, key, "If-Match", "\"other\""));
    }

    @Test
    void aReusedKeyIsRefusedAfterTheCheckOfTheFormAndBeforeThatOfTheExistence() {
        api.post("/bookings", fleet.booking(car, Instant.parse(START), Instant.parse(END)), KEY, key).expect(201);
        var nowhere = "/bookings/" + UUID.randomUUID() + "/cancellation";

        api.post(nowhere, "{}", KEY, key, "Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
        api.post(nowhere, " ".repeat(70 * 1024), KEY, key).expectProblem(413, "content-too-large");
        api.post(nowhere, "{\"unknown\": 1}", KEY, key).expectMalformed("unknown");
        api.post(nowhere, "{}", KEY, key).expectProblem(422, "idempotency-key-reused");
        api.post(nowhere, "{}").expectProblem(404, "not-found");
    }

    private static void assertReplayOf(Api.Answer first, Api.Answer replay) {
        assertThat(replay.header(REPLAYED)).as(replay.http().body()).contains("true");
        assertThat(replay.status()).isEqualTo(first.status());
        assertThat(replay.http().body()).isEqualTo(first.http().body());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(replay.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    private Call call(Route route) {
        return switch (route) {
            case DEALERS -> new Call("/dealers", """
                    {"name": "City Cars", "timeZone": "Asia/Tokyo", "currency": "JPY"}""");
            case CARS -> new Call("/cars", Fleet.car(dealer, Fleet.plate(), "COMPACT", "49.90", "EUR"));
            case BOOKINGS -> new Call("/bookings", fleet.booking(car, Instant.parse(START), Instant.parse(END)));
            case CONFIRMATION -> new Call(fleet.hold(car, START, END).location() + "/confirmation", null);
            case CANCELLATION -> new Call(
                    fleet.book(car, START, END).location() + "/cancellation", "{\"reason\": \"rain\"}");
            case HAND_OVER -> new Call(fleet.book(car, START, END).location() + "/hand-over", "{}");
            case RETURN -> {
                var booking = fleet.book(car, START, END).location();
                api.post(booking + "/hand-over", null).expect(200);
                yield new Call(booking + "/return", null);
            }
            case NO_SHOW -> {
                var booking = fleet.book(car, START, END).location();
                clock.set(Instant.parse(START).plus(Duration.ofMinutes(30)));
                yield new Call(booking + "/no-show", null);
            }
            case MAINTENANCE_WINDOWS -> new Call(
                    "/maintenance-windows", fleet.window(car, Instant.parse(START), Instant.parse(END)));
            case START -> new Call(fleet.plan(car, START, END).location() + "/start", null);
            case COMPLETION -> {
                var window = fleet.plan(car, START, END).location();
                api.post(window + "/start", null).expect(200);
                yield new Call(window + "/completion", null);
            }
            case MAINTENANCE_CANCELLATION -> new Call(fleet.plan(car, START, END).location() + "/cancellation", null);
        };
    }
}
