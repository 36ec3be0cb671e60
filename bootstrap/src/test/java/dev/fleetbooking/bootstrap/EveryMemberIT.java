package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the OpenAPI document describes occurs in this test: each operation succeeds, each of its query parameters
 * and body members is sent with success, and each member of an answer or a problem occurs in one. {@link Api} checks their
 * types.
 */
@WhatToDo("describe and send it as docs/recipes/add-an-operation.md says; a member as "
        + "docs/recipes/add-a-field.md, a problem as docs/recipes/add-a-refusal.md")
class EveryMemberIT extends SystemTest {

    /** They only occur under load or faults, or with tokens, and have the standard members only. */
    private static final Set<String> ELSEWHERE = Set.of(
            "TemporarilyUnavailableProblem", "RequestInProgressProblem", "UnauthenticatedProblem", "ForbiddenProblem",
            "TooManyRequestsProblem");

    /** Nobody is known here; see {@code CallersDataIT}. */
    private static final Set<String> WITH_TOKENS = Set.of("EventResponse.by", "ActorResponse.account", "ActorResponse.role");

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";
    private static final String NEXT_END = "2027-03-06T09:00:00Z";
    private static final String PERIOD = "from=%s&to=%s".formatted(START, END);

    private final Set<String> seen = new TreeSet<>();
    private JsonNode document;
    private String dealer;
    private String car;
    private String other;

    @BeforeEach
    void witness(@LocalServerPort int port) {
        document = api.raw("GET", "/openapi.json", null).expect(200).body();
        api = new Api(port, this::see);
        fleet = new Fleet(api);
    }

    @Test
    void everyDocumentedMemberOccurs() {
        dealersAndCars();
        availability();
        bookings();
        transitionsOutOfOrder();
        maintenance();
        outOfService();
        requestsThatAreRefusedAnywhere();

        var missing = documented();
        missing.removeAll(seen);
        missing.removeAll(WITH_TOKENS);
        assertThat(missing).as("documented, but neither sent nor answered").isEmpty();
    }

    private void dealersAndCars() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 30);
        fleet.dealer();
        api.get("/dealers/" + dealer).expect(200);
        api.patch("/dealers/" + dealer, "{\"name\": \"Town Cars\", \"turnaroundMinutes\": 60}", "If-Match", "*").expect(200);
        twoPages("/dealers?");
        car = fleet.car(dealer);
        other = fleet.car(dealer);
        change("""
                {"dailyPrice": {"amount": "49.90", "currency": "EUR"}, "category": "COMPACT", "status": "IN_SERVICE"}
                """).expect(200);
        api.post("/cars", Fleet.car(dealer, api.get("/cars/" + car).text("/registrationPlate"), "COMPACT", "1", "EUR"))
                .expectProblem(409, "duplicate-registration-plate");
        twoPages("/cars?dealerId=%s&category=COMPACT&status=IN_SERVICE&asOf=%s".formatted(dealer, START));
    }

    private void availability() {
        twoPages("/availability?%s&dealerId=%s&category=COMPACT&currency=EUR&maxDailyPrice=80".formatted(PERIOD, dealer));
        api.get("/cars/%s/availability?%s".formatted(car, PERIOD)).expect(200);
    }

    private void bookings() {
        var wish = """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org", "phone": "+44 20 123"},
                 "start": "%s", "end": "%s", "hold": true, "expectedTotal": {"amount": "%s", "currency": "EUR"}}
                """;
        api.post("/bookings", wish.formatted(car, START, END, "1.00")).expectProblem(409, "price-changed");
        var ada = api.post("/bookings", wish.formatted(car, START, END, "149.70"), "Idempotency-Key", "ada").expect(201);
        api.post("/bookings", wish, "Idempotency-Key", "ada").expectProblem(400, "malformed-request");
        api.post("/bookings", wish.formatted(car, START, END, "1.00"), "Idempotency-Key", "ada")
                .expectProblem(422, "idempotency-key-reused");
        fleet.ask(ada, "confirmation").expect(200);
        fleet.change(ada, """
                {"start": "%s", "end": "%s",
                 "customer": {"name": "Ada King", "email": "ada.king@example.org", "phone": "+44 20 124"}}
                """.formatted(START, END)).expect(200);
        fleet.book(car, START, END).expectProblem(409, "car-unavailable");
        var grace = fleet.book(car, "2027-03-04T12:00:00Z", NEXT_END).expect(201);
        fleet.change(ada, "{\"end\": \"2027-03-05T09:00:00Z\"}").expectProblem(409, "car-unavailable");
        twoPages("/bookings?carId=%s&dealerId=%s&status=CONFIRMED&from=%s&to=%s".formatted(car, dealer, START, NEXT_END));
        api.get("/cars/%s/availability?%s".formatted(car, PERIOD)).expect(200);
        fleet.ask(ada, "hand-over").expectProblem(409, "too-early");

        at(START);
        fleet.ask(ada, "hand-over").expect(200);
        api.get("/cars/%s?asOf=%s".formatted(car, START)).expect(200);
        at("2027-03-04T11:30:00Z");
        fleet.read(ada);
        fleet.read(grace);
        fleet.ask(grace, "hand-over").expectProblem(409, "car-not-returned");
        fleet.ask(ada, "return").expect(200);
        api.get("/bookings/%s/events?after=0&limit=100".formatted(ada.id())).expect(200);
        api.get("/events?subject=%s&after=0&limit=100".formatted(car)).expect(200);
        at("2027-03-04T12:30:00Z");
        fleet.ask(grace, "no-show").expect(200);
    }

    private void transitionsOutOfOrder() {
        var linus = fleet.book(car, "2027-03-05T09:00:00Z", NEXT_END).expect(201);
        fleet.ask(linus, "return").expectProblem(409, "invalid-transition");
        at("2027-03-06T09:01:00Z");
        fleet.ask(linus, "hand-over").expectProblem(409, "too-late");
        api.post("/bookings/%s/cancellation".formatted(linus.id()), "{\"reason\": \"Never came\"}").expect(200);
        api.get("/events?subject=" + linus.id()).expect(200);
    }

    private void maintenance() {
        fleet.book(car, "2027-03-10T09:00:00Z", "2027-03-11T09:00:00Z").expect(201);
        var first = fleet.plan(car, "2027-03-08T09:00:00Z", "2027-03-09T09:00:00Z").expect(201);
        fleet.plan(car, "2027-03-08T09:00:00Z", "2027-03-11T09:00:00Z").expectProblem(409, "maintenance-conflict");
        fleet.plan(car, "2027-03-10T09:00:00Z", "2027-03-11T09:00:00Z", "\"onConflict\": \"displace\", \"dryRun\": true")
                .expect(200);
        fleet.plan(car, "2027-03-08T09:00:00Z", "2027-03-11T09:00:00Z", "\"onConflict\": \"displace\"")
                .expectProblem(409, "maintenance-conflict");
        var second = fleet.plan(car, "2027-03-10T09:00:00Z", "2027-03-11T09:00:00Z", "\"onConflict\": \"displace\"").expect(201);
        fleet.plan(other, "2027-03-10T09:00:00Z", "2027-03-11T09:00:00Z", "\"onConflict\": \"displace\"")
                .expectProblem(409, "maintenance-conflict");
        fleet.change(second, """
                {"start": "2027-03-10T10:00:00Z", "end": "2027-03-11T10:00:00Z", "reason": "Brakes and oil"}
                """).expect(200);
        twoPages("/maintenance-windows?carId=%s&dealerId=%s&status=PLANNED&from=%s&to=2027-04-01T00:00:00Z"
                .formatted(car, dealer, START));

        at("2027-03-08T09:00:00Z");
        fleet.ask(first, "start").expect(200);
        at("2027-03-09T09:01:00Z");
        fleet.read(first);
        fleet.ask(first, "completion").expect(200);
        api.get("/events?subject=" + first.id()).expect(200);
        change("{\"status\": \"RETIRED\"}").expectProblem(409, "car-has-occupancies");
        fleet.ask(second, "cancellation").expect(200);
    }

    private void outOfService() {
        change("{\"status\": \"RETIRED\"}").expect(200);
        fleet.plan(car, "2027-03-20T09:00:00Z", NEXT_END.replace("06", "21")).expectProblem(409, "car-retired");
    }

    private void requestsThatAreRefusedAnywhere() {
        api.raw("GET", "/problems/not-found", null).expect(200);
        api.get("/cars?cursor=nonsense").expectProblem(400, "invalid-cursor");
        api.get("/cars", "Sec-Fetch-Site", "cross-site").expectProblem(403, "cross-site-request");
        api.get("/cars/00000000-0000-0000-0000-000000000000").expectProblem(404, "not-found");
        api.raw("DELETE", "/api/v1/cars", null).expectProblem(405, "method-not-allowed");
        api.get("/cars", "Accept", "text/html").expectProblem(406, "not-acceptable");
        api.patch("/cars/" + other, "{}", "If-Match", "\"other\"").expectProblem(412, "precondition-failed");
        api.post("/cars", " ".repeat(70 * 1024)).expectProblem(413, "content-too-large");
        api.post("/cars", "make=VW", "Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
        api.get("/cars", "Host", "evil.example").expectProblem(421, "misdirected-request");
        fleet.book(other, END, START).expectProblem(422, "validation-failed");
        api.patch("/cars/" + other, "{}").expectProblem(428, "precondition-required");
        // No request may lead to this answer, so it takes data that no code of this service writes.
        database.sql("UPDATE dealer SET time_zone = 'Mars/Olympus' WHERE id = ?::uuid").param(dealer).update();
        api.get("/dealers/" + dealer).expectProblem(500, "internal-error");
        database.sql("UPDATE dealer SET time_zone = 'UTC' WHERE id = ?::uuid").param(dealer).update();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private Api.Answer change(String json) {
        return api.patch("/cars/" + car, json, "If-Match", "*");
    }

    /** @param path with a query */
    private void twoPages(String path) {
        var next = api.get(path + "&limit=1").expect(200).text("/next");
        api.get(path + "&limit=1&cursor=" + Api.encoded(next)).expect(200);
    }

    /** Operations, their query parameters, and the members of schemas. */
    private Set<String> documented() {
        var all = new TreeSet<String>();
        document.required("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            var name = method.toUpperCase() + " " + path;
            all.add(name);
            operation.path("parameters").valueStream()
                    .map(parameter -> Api.resolved(document, parameter))
                    .filter(parameter -> parameter.required("in").asString().equals("query"))
                    .forEach(parameter -> all.add(name + "?" + parameter.required("name").asString()));
        }));
        document.requiredAt("/components/schemas").forEachEntry((name, schema) ->
                schema.path("properties").propertyNames().forEach(member -> all.add(name + "." + member)));
        all.removeIf(name -> ELSEWHERE.contains(name.split("\\.")[0]));
        return all;
    }

    private void see(String method, String pathAndQuery, String json, Api.Answer answer) {
        if (answer.body().has("instance")) {
            document.requiredAt("/components/schemas").forEachEntry((name, schema) -> {
                if (schema.at("/properties/type/const").equals(answer.body().required("type"))) {
                    seeMembers(name, schema, answer.body());
                }
            });
            return;
        }
        var parts = pathAndQuery.split("[?&]");
        document.required("paths").forEachEntry((path, methods) -> {
            var operation = methods.path(method.toLowerCase());
            if (operation.isMissingNode() || !parts[0].matches(path.replaceAll("\\{.*?}", "[^/]+"))) {
                return;
            }
            seen.add(method + " " + path);
            for (var i = 1; i < parts.length; i++) {
                seen.add(method + " " + path + "?" + parts[i].split("=")[0]);
            }
            see(operation.at("/requestBody/content/application~1json/schema"), json == null ? Api.json("{}") : Api.json(json));
            see(operation.at("/responses/%d/content/application~1json/schema".formatted(answer.status())), answer.body());
        });
    }

    private void see(JsonNode schema, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> see(schema.path("items"), item));
        } else if (schema.has("$ref")) {
            var reference = schema.required("$ref").asString();
            seeMembers(reference.substring(reference.lastIndexOf('/') + 1), Api.resolved(document, schema), value);
        }
    }

    private void seeMembers(String name, JsonNode schema, JsonNode object) {
        object.forEachEntry((member, value) -> {
            seen.add(name + "." + member);
            see(schema.path("properties").path(member), value);
        });
    }
}
