package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A tool may be called by whoever may call its operation, and shows and changes the same. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("SecuredServiceTest")
class McpRightsIT extends SecuredServiceTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";
    private static final String MESSAGE = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

    private int port;
    private Fleet fleet;
    private String dealer;
    private String car;

    @BeforeEach
    void addACar(@LocalServerPort int port) {
        this.port = port;
        fleet = new Fleet(admin);
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    @Test
    void withoutAValidTokenNobodyIsAnswered() {
        var unauthenticated = nobody.raw("POST", "/mcp", MESSAGE).expectProblem(401, "unauthenticated");
        assertThat(unauthenticated.header("WWW-Authenticate")).contains("Bearer");
        nobody.with("no token").raw("POST", "/mcp", MESSAGE).expectProblem(401, "unauthenticated");
        nobody.with(tokens.signed(tokens.claims("ada", Map.of()))).raw("POST", "/mcp", MESSAGE).expectProblem(403, "forbidden");
    }

    @Test
    void theListNamesTheToolsOfTheCallersRole() {
        var all = new String[] {"search_availability", "quote", "book", "get_booking", "change_booking", "plan_maintenance"};
        for (var token : List.of(adminToken, tokens.staff(dealer))) {
            assertThat(names(token)).containsExactlyInAnyOrder(all);
        }
        assertThat(names(tokens.customer("ada")))
                .containsExactlyInAnyOrder("search_availability", "quote", "book", "get_booking", "change_booking");
    }

    @Test
    void aToolThatIsNotListedIsRefusedAndTheRefusalIsLogged(CapturedOutput output) {
        var account = "ada-" + UUID.randomUUID();
        try (var tools = new McpTools(port, tokens.customer(account))) {
            var refused = tools.call("plan_maintenance", plan(car)).expectProblem(403, "forbidden");
            assertThat(output.getAll().lines().filter(line -> line.contains(account))).singleElement().asString().contains(
                    refused.text("/requestId"), "refused 403 to customer %s: POST /api/v1/maintenance-windows".formatted(account));
        }
    }

    @Test
    void whatIsNotTheCallersDoesNotExist() {
        try (var ada = new McpTools(port, tokens.customer("ada")); var eve = new McpTools(port, tokens.customer("eve"));
                var staff = new McpTools(port, tokens.staff(dealer)); var other = new McpTools(port, tokens.staff(fleet.dealer()))) {
            var booked = ada.call("book", booking("ada")).expectSuccess();

            var id = Map.of("id", booked.id());
            ada.call("get_booking", id).expectSuccess();
            staff.call("get_booking", id).expectSuccess();
            eve.call("get_booking", id).expectProblem(404, "not-found");
            other.call("get_booking", id).expectProblem(404, "not-found");
            eve.call("change_booking", Map.of("id", booked.id(), "If-Match", "*", "end", END)).expectProblem(404, "not-found");
            other.call("plan_maintenance", plan(car)).expectProblem(422, "validation-failed");
            staff.call("plan_maintenance", plan(car)).expectProblem(409, "maintenance-conflict");
        }
    }

    /** Else it would get the other one's booking. */
    @Test
    void theSameCallByAnotherCallerIsNoRetry() {
        try (var ada = new McpTools(port, tokens.customer("ada")); var eve = new McpTools(port, tokens.customer("eve"))) {
            ada.call("book", booking("ada")).expectSuccess();
            eve.call("book", booking("ada")).expectProblem(409, "car-unavailable");
        }
    }

    private List<String> names(String token) {
        try (var tools = new McpTools(port, token)) {
            return tools.list().stream().map(tool -> tool.name()).toList();
        }
    }

    private String booking(String customer) {
        return """
                {"carId": "%s", "customer": {"name": "%2$s", "email": "%2$s@example.org"}, "start": "%3$s", "end": "%4$s"}
                """.formatted(car, customer, START, END);
    }

    private static String plan(String car) {
        return "{\"carId\": \"%s\", \"start\": \"%s\", \"end\": \"%s\", \"reason\": \"brakes\"}".formatted(car, START, END);
    }
}
