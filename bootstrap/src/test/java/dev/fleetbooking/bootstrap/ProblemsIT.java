package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.problem.CommonProblem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Every problem of this API in its simplest case, and which one is answered if several apply. The content of problems is
 * tested with the operations; 503 and requests in progress in {@link TemporarilyUnavailableIT}.
 */
class ProblemsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";
    private static final String BIG = " ".repeat(70 * 1024);

    private String dealer;
    private String car;

    @BeforeEach
    void makeACar() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    @Test
    void malformedRequest() {
        api.post("/bookings", "{\"carId\": 5}").expectProblem(400, "malformed-request")
                .texts("/errors", "/field").forEach(field -> assertThat(field).isNotBlank());
    }

    @Test
    void invalidCursor() {
        api.get("/cars?cursor=nonsense").expectProblem(400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dealers/", "/cars/", "/bookings/", "/maintenance-windows/"})
    void notFound(String collection) {
        api.get(collection + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1", "/api/v1/", "/api/v1/unknown", "/api/v1/dealers/", "/api/v2/dealers"})
    void notFoundForNoSuchRoute(String path) {
        api.raw("GET", path, null).expectProblem(404, "not-found");
    }

    @Test
    void methodNotAllowed() {
        var refused = api.raw("DELETE", "/api/v1/dealers", null).expectProblem(405, "method-not-allowed");

        assertThat(refused.header("Allow").orElseThrow().split(", *")).contains("GET", "POST");
    }

    /** Answered by Spring MVC, the actuator and Tomcat. */
    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/docs", "/openapi.json", "/webjars/swagger-ui/index.html", "/problems/not-found", "/actuator", "/actuator/health",
        "/actuator/health/liveness", "/actuator/prometheus", "/api/v1/cars", "/nope"})
    void crossSiteAndMisdirectedRequests(String path) {
        for (var method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "DELETE"}) {
            api.raw(method, path, null, "Host", "evil.example").expect(421);
            api.raw(method, path, null, "Origin", "https://evil.example").expect(403);
            api.raw(method, path, null, "Sec-Fetch-Site", "cross-site").expect(403);
        }
        api.raw("GET", path, null, "Host", "evil.example", "Origin", "null").expectProblem(421, "misdirected-request");
        api.raw("GET", path, null, "Origin", "null").expectProblem(403, "cross-site-request");
    }

    @Test
    void crossSiteRequestsChangeNothing() {
        var booking = fleet.book(car, START, END).expect(201);

        fleet.ask(booking, "cancellation", "Origin", "null").expectProblem(403, "cross-site-request");

        assertThat(api.get("/bookings/" + booking.id()).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void notAcceptable() {
        api.get("/dealers", "Accept", "text/html").expectProblem(406, "not-acceptable");
        api.get("/dealers", "Accept", "application/json;q=0").expectProblem(406, "not-acceptable");
        api.raw("GET", "/actuator/prometheus", null, "Accept", "*/*;q=0").expectProblem(406, "not-acceptable");
        var other = api.raw("GET", "/actuator/health", null, "Accept", "*/*, application/json;q=0").expect(200);
        assertThat(other.header("Content-Type").orElseThrow()).startsWith("application/vnd.spring-boot.actuator.");
    }

    @Test
    void unsupportedMediaType() {
        api.post("/dealers", "name=City", "Content-Type", "application/x-www-form-urlencoded")
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void contentTooLarge() {
        api.post("/dealers", BIG).expectProblem(413, "content-too-large");
    }

    @Test
    void invalidTransition() {
        var booking = fleet.book(car, START, END).expect(201);

        var refused = fleet.ask(booking, "return").expectProblem(409, "invalid-transition");

        assertThat(refused.text("/currentStatus")).isEqualTo("CONFIRMED");
        assertThat(refused.text("/requested")).isEqualTo("return");
        assertThat(refused.body().requiredAt("/allowed")).isEqualTo(json("[\"cancellation\", \"hand-over\", \"no-show\"]"));
    }

    @Test
    void tooEarly() {
        fleet.ask(fleet.book(car, START, END).expect(201), "hand-over").expectProblem(409, "too-early");
    }

    @Test
    void tooLate() {
        var booking = fleet.book(car, START, END).expect(201);
        clock.set(Instant.parse(END).plusSeconds(1));

        fleet.ask(booking, "hand-over").expectProblem(409, "too-late");
    }

    @Test
    void carNotReturned() {
        var late = fleet.book(car, START, END).expect(201);
        var next = fleet.book(car, END, "2027-03-05T09:00:00Z").expect(201);
        clock.set(Instant.parse(START));
        fleet.ask(late, "hand-over").expect(200);
        clock.set(Instant.parse(END));

        fleet.ask(next, "hand-over").expectProblem(409, "car-not-returned");
    }

    @Test
    void carUnavailable() {
        fleet.book(car, START, END).expect(201);

        fleet.book(car, START, END).expectProblem(409, "car-unavailable");
    }

    @Test
    void maintenanceConflict() {
        fleet.book(car, START, END).expect(201);

        fleet.plan(car, START, END).expectProblem(409, "maintenance-conflict");
    }

    @Test
    void carHasOccupancies() {
        fleet.book(car, START, END).expect(201);

        api.patch("/cars/" + car, "{\"status\": \"RETIRED\"}", "If-Match", "*").expectProblem(409, "car-has-occupancies");
    }

    @Test
    void carRetired() {
        api.patch("/cars/" + car, "{\"status\": \"RETIRED\"}", "If-Match", "*").expect(200);

        fleet.plan(car, START, END).expectProblem(409, "car-retired");
    }

    @Test
    void priceChanged() {
        api.post("/bookings", bookingExpecting("1.00")).expectProblem(409, "price-changed");
    }

    @Test
    void duplicateRegistrationPlate() {
        var plate = Fleet.plate();
        api.post("/cars", Fleet.car(dealer, plate, "COMPACT", "1", "EUR")).expect(201);

        api.post("/cars", Fleet.car(dealer, plate, "COMPACT", "1", "EUR")).expectProblem(409, "duplicate-registration-plate");
    }

    @Test
    void preconditionFailed() {
        api.patch("/cars/" + car, "{}", "If-Match", "\"other\"").expectProblem(412, "precondition-failed");
    }

    @Test
    void preconditionRequired() {
        api.patch("/cars/" + car, "{}").expectProblem(428, "precondition-required");
    }

    @Test
    void validationFailed() {
        fleet.book(car, END, START).expectInvalid("end");
    }

    @Test
    void idempotencyKeyReused() {
        var key = UUID.randomUUID().toString();
        api.post("/bookings", fleet.booking(car, Instant.parse(START), Instant.parse(END)), "Idempotency-Key", key).expect(201);

        // The request is wrong in other ways too.
        api.post("/bookings", fleet.booking(car, Instant.parse(END), Instant.parse(START)), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void internalError(CapturedOutput log) {
        // No request may lead to this answer, so it takes data that no code of this service writes.
        database.sql("UPDATE dealer SET time_zone = 'Mars/Olympus' WHERE id = ?::uuid").param(dealer).update();
        try {
            var answer = api.get("/dealers/" + dealer).expectProblem(500, "internal-error");

            assertThat(answer.body().propertyNames())
                    .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "requestId");
            assertThat(answer.text("/detail")).isEqualTo(CommonProblem.INTERNAL_ERROR.description().meaning());
            assertThat(log.toString()).contains("[" + answer.text("/requestId") + "] ");
        } finally {
            database.sql("UPDATE dealer SET time_zone = 'UTC' WHERE id = ?::uuid").param(dealer).update();
        }
    }

    @Test
    void anUnknownTypeHasNoPage() {
        api.raw("GET", "/problems/unknown", null).expectProblem(404, "not-found");
    }

    @Test
    void theMethodIsCheckedBeforeTheMediaTypes() {
        api.raw("PUT", "/api/v1/dealers", BIG, "Accept", "text/html", "Content-Type", "text/plain")
                .expectProblem(405, "method-not-allowed");
    }

    @Test
    void acceptIsCheckedBeforeTheContentType() {
        api.post("/dealers", BIG, "Accept", "text/html", "Content-Type", "text/plain").expectProblem(406, "not-acceptable");
        api.post("/dealers", BIG, "Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
    }

    @Test
    void theSizeIsCheckedBeforeTheForm() {
        api.post("/dealers?unknown=1", "{" + BIG).expectProblem(413, "content-too-large");
    }

    @Test
    void theFormIsCheckedBeforeTheExistence() {
        api.patch("/cars/" + UUID.randomUUID(), "{\"unknown\": 1}").expectMalformed("unknown");
    }

    @Test
    void theExistenceIsCheckedBeforeThePrecondition() {
        api.patch("/cars/" + UUID.randomUUID(), "{\"category\": \"\"}").expectProblem(404, "not-found");
        api.patch("/cars/" + UUID.randomUUID(), "{\"category\": \"\"}", "If-Match", "\"1\"").expectProblem(404, "not-found");
        api.post("/bookings/" + UUID.randomUUID() + "/cancellation", "{\"reason\": \"\"}").expectProblem(404, "not-found");
        api.patch("/bookings/" + UUID.randomUUID(), "{}").expectProblem(404, "not-found");
        api.patch("/maintenance-windows/" + UUID.randomUUID(), "{}").expectProblem(404, "not-found");
    }

    @Test
    void thePreconditionIsCheckedBeforeTheRules() {
        api.patch("/cars/" + car, "{\"category\": \"\"}").expectProblem(428, "precondition-required");
        api.patch("/cars/" + car, "{\"category\": \"\"}", "If-Match", "\"other\"").expectProblem(412, "precondition-failed");
    }

    @Test
    void theRulesAreCheckedBeforeConflicts() {
        fleet.book(car, START, END).expect(201);

        api.patch("/cars/" + car, "{\"category\": \"\", \"status\": \"RETIRED\"}", "If-Match", "*").expectInvalid("category");
        fleet.book(car, END, START).expectInvalid("end");
    }

    @Test
    void theStatusIsCheckedBeforeTheTime() {
        var booking = fleet.book(car, START, END).expect(201);
        fleet.ask(booking, "cancellation").expect(200);

        fleet.ask(booking, "hand-over").expectProblem(409, "invalid-transition");
        fleet.ask(booking, "no-show").expectProblem(409, "invalid-transition");
        fleet.change(booking, "{\"end\": \"%s\"}".formatted(START)).expectInvalid("end");
    }

    @Test
    void theTimeIsCheckedBeforeTheCar() {
        var late = fleet.book(car, START, END).expect(201);
        var next = fleet.book(car, END, "2027-03-05T09:00:00Z").expect(201);
        clock.set(Instant.parse(START));
        fleet.ask(late, "hand-over").expect(200);

        fleet.ask(next, "hand-over").expectProblem(409, "too-early");
        clock.set(Instant.parse("2027-03-04T08:30:00Z"));
        // The car is not returned, and its calendar has a conflict too.
        fleet.ask(next, "hand-over").expectProblem(409, "car-not-returned");
        clock.set(Instant.parse("2027-03-05T09:01:00Z"));
        fleet.ask(next, "hand-over").expectProblem(409, "too-late");
    }

    @Test
    void theCalendarIsCheckedBeforeTheRetirement() {
        clock.set(Instant.parse(START));
        fleet.plan(car, START, "2027-03-01T09:30:00Z").expect(201);
        // The window is over though never started, so it neither keeps the car from retiring nor leaves its calendar.
        clock.set(Instant.parse("2027-03-01T09:40:00Z"));
        api.patch("/cars/" + car, "{\"status\": \"RETIRED\"}", "If-Match", "*").expect(200);

        fleet.plan(car, "2027-03-01T09:20:00Z", END).expectProblem(409, "maintenance-conflict");
        fleet.plan(car, "2027-03-01T09:30:00Z", END).expectProblem(409, "car-retired");
    }

    @Test
    void theCarIsCheckedBeforeThePrice() {
        fleet.book(car, START, END).expect(201);

        api.post("/bookings", bookingExpecting("1.00")).expectProblem(409, "car-unavailable");
    }

    private String bookingExpecting(String amount) {
        return """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "%s", "end": "%s", "expectedTotal": {"amount": "%s", "currency": "EUR"}}
                """.formatted(car, START, END, amount);
    }
}
