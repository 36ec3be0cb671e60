package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import io.modelcontextprotocol.spec.McpError;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tools, called by a real client over real HTTP. */
class McpIT extends SecuredServiceTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";
    private static final int CLIENTS = 16;

    private int port;
    private McpTools tools;
    private Fleet fleet;
    private String dealer;
    private String car;

    @BeforeEach
    void connectToATool(@LocalServerPort int port) {
        this.port = port;
        tools = new McpTools(port, adminToken);
        fleet = new Fleet(admin);
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    @AfterEach
    void disconnect() {
        tools.close();
    }

    @Test
    void theToolsAreListedWithTheirDescriptionsFromTheContract() {
        assertThat(tools.list()).extracting(tool -> tool.name()).containsExactlyInAnyOrder(
                "search_availability", "quote", "book", "get_booking", "change_booking", "plan_maintenance");
        var contract = admin.raw("GET", "/openapi.json", null).body();
        assertThat(tools.instructions()).isEqualTo(contract.requiredAt("/info/description").asString());
        var book = tools.list().stream().filter(tool -> tool.name().equals("book")).findFirst().orElseThrow();
        assertThat(book.description()).contains(contract.requiredAt("/paths/~1api~1v1~1bookings/post/description").asString());
    }

    @Test
    void carsAreFoundQuotedBookedReadMovedAndSentToTheWorkshop() {
        var other = fleet.car(dealer);
        var found = tools.call("search_availability", Map.of("from", START, "to", END, "dealerId", dealer)).expectSuccess();
        assertThat(found.content().required("items").valueStream().map(item -> item.requiredAt("/car/id").asString()))
                .containsExactly(car, other);

        var quoted = tools.call("quote", Map.of("id", car, "from", START, "to", END)).expectSuccess();
        assertThat(quoted.text("/quote/total/amount")).isEqualTo("149.70");

        var booked = tools.call("book", Fleet.with(booking("Ada"), """
                "expectedTotal": {"amount": 149.70, "currency": "EUR"}""")).expectSuccess();
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");

        var refused = tools.call("book", booking("Eve")).expectProblem(409, "car-unavailable");
        assertThat(refused.text("/conflicts/0/end")).isEqualTo(END);
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo(END);
        assertThat(refused.text("/alternatives/0/car/id")).isEqualTo(other);

        var read = tools.call("get_booking", Map.of("id", booked.id())).expectSuccess();
        assertThat(read.body()).isEqualTo(booked.body());
        var moved = tools.call("change_booking", Map.of(
                "id", booked.id(), "If-Match", read.text("/ETag"), "end", "2027-03-05T09:00:00Z")).expectSuccess();
        assertThat(moved.text("/price/total/amount")).isEqualTo("199.60");
        tools.call("change_booking", Map.of("id", booked.id(), "If-Match", read.text("/ETag"), "end", END))
                .expectProblem(412, "precondition-failed");

        var window = "{\"carId\": \"%s\", \"start\": \"%s\", \"end\": \"%s\", \"reason\": \"brakes\"}".formatted(car, START, END);
        tools.call("plan_maintenance", window).expectProblem(409, "maintenance-conflict");
        var planned = tools.call("plan_maintenance", Fleet.with(window, "\"onConflict\": \"displace\"")).expectSuccess();
        assertThat(planned.text("/displaced/0/bookingId")).isEqualTo(booked.id());
    }

    @Test
    void aResultIsWhatTheApiAnswers() {
        var booked = fleet.book(car, START, END).expect(201);

        var read = tools.call("get_booking", Map.of("id", booked.id())).expectSuccess();
        assertThat(read.body()).isEqualTo(booked.body());
        assertThat(read.text("/ETag")).isEqualTo(booked.eTag());
        var refused = tools.call("book", booking("Eve")).expectProblem(409, "car-unavailable");
        assertThat(withoutId(refused.body())).isEqualTo(withoutId(fleet.book(car, START, END).expect(409).body()));
    }

    @Test
    void aBookingThatIsRetriedIsMadeOnce() {
        var first = tools.call("book", booking("Ada")).expectSuccess();
        // In another order.
        var again = tools.call("book", """
                {"end": "%s", "start": "%s", "customer": {"email": "ada@example.org", "name": "Ada"}, "carId": "%s"}
                """.formatted(END, START, car)).expectSuccess();

        assertThat(first.content().has("Idempotent-Replayed")).isFalse();
        assertThat(again.text("/Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(admin.pages("/bookings?carId=" + car)).hasSize(1);
    }

    /** It would be told that a booking exists which was cancelled since. */
    @Test
    void whoeverRetriesLaterSeesThePresentState() {
        var first = tools.call("book", booking("Ada")).expectSuccess();
        admin.post("/bookings/" + first.id() + "/cancellation", null).expect(200);

        var again = tools.call("book", booking("Ada")).expectSuccess();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.text("/status")).isEqualTo("CANCELLED");
        assertThat(again.text("/ETag")).isNotEqualTo(first.text("/ETag"));
        var second = tools.call("book", Fleet.with(booking("Ada"), "\"Idempotency-Key\": \"" + car + "\"")).expectSuccess();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void aKeyOfTheClientIsTheKeyOfTheApi() {
        var key = "\"Idempotency-Key\": \"k-" + car + "\"";
        var first = tools.call("book", Fleet.with(booking("Ada"), key)).expectSuccess();
        assertThat(tools.call("book", Fleet.with(booking("Ada"), key)).expectSuccess().id()).isEqualTo(first.id());
        tools.call("book", Fleet.with(booking("Eve"), key)).expectProblem(422, "idempotency-key-reused");
        tools.call("book", Fleet.with(booking("Eve"), "\"Idempotency-Key\": \"not one\""))
                .expectProblem(400, "malformed-request").expectErrorsAt("Idempotency-Key");
    }

    @Test
    void ofManyClientsThatBookTheSameHoursOneSucceeds() throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, CLIENTS).mapToObj(client -> (Callable<McpTools.Result>) () -> {
                try (var own = new McpTools(port, adminToken)) {
                    start.await();
                    return own.call("book", booking("Client " + client));
                }
            }).toList();
            var results = new ArrayList<McpTools.Result>();
            for (var result : threads.invokeAll(clients)) {
                results.add(result.get());
            }
            assertThat(results).filteredOn(result -> !result.isError()).hasSize(1);
            results.stream().filter(McpTools.Result::isError).forEach(result -> result.expectProblem(409, "car-unavailable"));
        }
    }

    @Test
    void badArgumentsAreExplained() {
        tools.call("book", "{\"carId\": \"%s\"}".formatted(car))
                .expectProblem(400, "malformed-request").expectErrorsAt("customer", "end", "start");
        tools.call("book", Fleet.with(booking("Ada"), "\"colour\": \"red\""))
                .expectProblem(400, "malformed-request").expectErrorsAt("colour");
        tools.call("book", booking("Ada").replace("\"" + START + "\"", "1"))
                .expectProblem(400, "malformed-request").expectErrorsAt("start");
        tools.call("book", booking("Ada").replace(END, START)).expectProblem(422, "validation-failed");
        tools.call("search_availability", Map.of("from", START)).expectProblem(400, "malformed-request").expectErrorsAt("to");
        tools.call("search_availability", Map.of("from", START, "to", END, "fuel & more", "diesel"))
                .expectProblem(400, "malformed-request").expectErrorsAt("fuel & more");
        tools.call("search_availability", Map.of("from", 1, "to", END))
                .expectProblem(400, "malformed-request").expectErrorsAt("from");
        var booked = tools.call("book", booking("Ada")).expectSuccess();
        tools.call("change_booking", Map.of("id", booked.id(), "end", END)).expectProblem(428, "precondition-required");
        tools.call("get_booking", "{\"id\": \"%s\"}".formatted(car)).expectProblem(404, "not-found");
        assertThatThrownBy(() -> tools.call("delete_everything", "{}")).isInstanceOf(McpError.class);
    }

    @Test
    void anArgumentLeadsToNoOtherPath() {
        for (var id : new String[] {"\"..\"", "\"../cars\"", "\"%2e%2e\"", "\"\"", "\"a?b\"", "\"\\u0000\"", "1", "[]", "{}", "null"}) {
            tools.call("get_booking", "{\"id\": %s}".formatted(id)).expectProblem(400, "malformed-request").expectErrorsAt("id");
            tools.call("quote", "{\"id\": %s, \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, START, END))
                    .expectProblem(400, "malformed-request").expectErrorsAt("id");
        }
        tools.call("get_booking", "{}").expectProblem(400, "malformed-request").expectErrorsAt("id");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (var body : new String[] {"{", "[]", "{}", "5", "null", ""}) {
            assertThat(admin.raw("POST", "/mcp", body).expect(400).text("/error/message")).contains("JSON-RPC");
        }
        admin.raw("POST", "/mcp", "\"%s\"".formatted("a".repeat(70_000))).expectProblem(413, "content-too-large");
        assertThat(admin.raw("POST", "/mcp", "{}", "MCP-Protocol-Version", "1066-10-14").expect(400).text("/error/message"))
                .contains("MCP-Protocol-Version");
        admin.exchange("POST", "/mcp", BodyPublishers.ofString("{}"), "Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
        assertThat(admin.raw("GET", "/mcp", null).expectProblem(405, "method-not-allowed").header("Allow")).hasValue("POST");
        admin.raw("DELETE", "/mcp", null).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aMessageThatIsWrongIsNoFaultOfTheService() {
        for (var message : new String[] {
            "\"method\": \"no/such\"", "\"method\": 5", "\"method\": \"tools/call\"", "\"method\": \"tools/call\", \"params\": 5",
            "\"method\": \"tools/call\", \"params\": {}", "\"method\": \"tools/call\", \"params\": {\"name\": [1]}",
            "\"method\": \"tools/call\", \"params\": {\"name\": \"book\", \"arguments\": [5]}",
            "\"method\": \"tools/call\", \"params\": {\"name\": \"book\", \"arguments\": 5}",
            "\"method\": \"tools/call\", \"params\": {\"name\": \"book\", \"arguments\": {\"carId\": {\"a\": [null, 1e999]}}}",
            "\"method\": \"tools/call\", \"params\": {\"name\": \"book\", \"arguments\": {\"a\": 1, \"a\": 2}}",
            "\"method\": \"initialize\", \"params\": {\"protocolVersion\": 5}", "\"method\": \"tools/list\", \"params\": []"}) {
            var answer = admin.raw("POST", "/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 1, %s}".formatted(message));
            assertThat(answer.status()).as("%s: %s", message, answer.http().body()).isLessThan(500);
            assertThat(answer.http().body()).as(message).doesNotContainPattern(Api.INSIDE);
        }
    }

    @Test
    void metricsCountCallsOfToolsAsSuch() {
        tools.call("get_booking", Map.of("id", car)).expectProblem(404, "not-found");
        assertThat(admin.raw("GET", "/actuator/prometheus", null).http().body().lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && line.contains("status=\"200\"") && line.contains("uri=\"/mcp\"")))
                .singleElement().asString().contains("method=\"POST\"");
    }

    private String booking(String customer) {
        return """
                {"carId": "%s", "customer": {"name": "%s", "email": "%s@example.org"}, "start": "%s", "end": "%s"}
                """.formatted(car, customer, customer.replace(" ", "").toLowerCase(), START, END);
    }

    private static JsonNode withoutId(JsonNode problem) {
        return ((ObjectNode) problem.deepCopy()).without("requestId");
    }
}
