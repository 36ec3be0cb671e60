package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.ServiceTest;
import org.junit.jupiter.api.Test;

/** Tools where nobody needs a token, as on the machine of a developer. */
class McpWithoutTokensIT extends ServiceTest {

    private static final String CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "plan_maintenance", "arguments": {}}}""";

    @Test
    void everybodyMayCallThem() {
        var answer = api.raw("POST", "/mcp", CALL).expect(200).body();

        assertThat(answer.requiredAt("/result/structuredContent/type").asString()).isEqualTo("/problems/malformed-request");
    }

    @Test
    void otherSitesHaveNoAccess() {
        api.raw("POST", "/mcp", CALL, "Origin", "https://other.example").expectProblem(403, "cross-site-request");
        api.raw("POST", "/mcp", CALL, "Host", "other.example").expectProblem(421, "misdirected-request");
    }
}
