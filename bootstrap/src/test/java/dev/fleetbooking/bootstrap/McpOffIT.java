package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.ServiceTest;
import dev.fleetbooking.mcp.McpConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class McpOffIT extends ServiceTest {

    @Test
    void thereAreNoToolsUnlessTheyAreSwitchedOn(@Autowired ApplicationContext service) {
        api.raw("POST", "/mcp", "{}").expectProblem(404, "not-found");
        assertThat(service.getBeanNamesForType(McpConfiguration.class)).isEmpty();
    }
}
