package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.kit.Api.json;
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
 * Which problem is answered when several apply, and those that take the whole service. {@link EveryMemberIT} meets each type;
 * 503, and a request that is in progress, are in {@link TemporarilyUnavailableIT}.
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
    void parametersOfPagesThatCannotBeReadAreRefused() {
        api.raw("GET", "/?category=%ff", null).expect(400);
        api.raw("POST", "/book", "car=" + "x".repeat(70 * 1024), "Content-Type", "application/x-www-form-urlencoded").expect(400);
        api.raw("POST", "/book", "car=%zz", "Content-Type", "application/x-www-form-urlencoded").expect(400);
    }

    @Test
    void crossSiteRequestsChangeNothing() {
        var booking = fleet.book(car, START, END).expect(201);

        fleet.ask(booking, "cancellation", "Origin", "null").expectProblem(403, "cross-site-request");

        assertThat(api.get("/bookings/" + booking.id()).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void theActuatorSendsNoMediaTypeThatIsExcluded() {
        api.raw("GET", "/actuator/prometheus", null, "Accept", "*/*;q=0").expectProblem(406, "not-acceptable");
        var other = api.raw("GET", "/actuator/health", null, "Accept", "*/*, application/json;q=0").expect(200);
        assertThat(other.header("Content-Type").orElseThrow()).startsWith("application/vnd.spring-boot.actuator.");
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
    void aRefusalNeverShowsAnotherCustomer() {
        var booking = fleet.book(car, START, END).expect(201);

        var refused = fleet.book(car, START, END).expectProblem(409, "car-unavailable");

        assertThat(refused.http().body()).doesNotContain("Ada", "ada@example.org", booking.id());
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
    void aBookingRefusedForItsPriceLeavesTheCarFree() {
        api.post("/bookings", bookingExpecting("1.00")).expectProblem(409, "price-changed");

        fleet.book(car, START, END).expect(201);
    }

    private String bookingExpecting(String amount) {
        return """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "%s", "end": "%s", "expectedTotal": {"amount": "%s", "currency": "EUR"}}
                """.formatted(car, START, END, amount);
    }
}
