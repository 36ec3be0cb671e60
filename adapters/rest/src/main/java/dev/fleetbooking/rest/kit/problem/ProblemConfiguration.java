package dev.fleetbooking.rest.kit.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemCatalog commonProblemCatalog() {
        return new ProblemCatalog(List.of(CommonProblem.values()));
    }

    /** Replaces Tomcat's error pages by {@link ProblemReportValve}, preceded by the valve for all answers. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(JsonMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // Also set by name, so that Tomcat does not add its own valve before it.
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new ResponseHeadersValve());
            host.getPipeline().addValve(new ProblemReportValve(json));
        });
    }
}
