package dev.fleetbooking.mcp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The MCP adapter: everything in this package. It calls the operations of the API, and needs their description only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("fleet.mcp.enabled")
public class McpConfiguration {

    /** A servlet, because the handlers of Spring MVC are operations or pages, and it is neither. */
    @Bean
    ServletRegistrationBean<MessageServlet> mcp() {
        return new ServletRegistrationBean<>(ToolServer.create(), MessageServlet.PATH);
    }
}
