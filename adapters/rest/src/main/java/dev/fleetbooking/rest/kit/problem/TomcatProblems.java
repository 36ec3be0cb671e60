package dev.fleetbooking.rest.kit.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Replaces Tomcat's error pages by {@link ProblemReportValve}, preceded by the valves for all answers. */
@Component
record TomcatProblems(JsonMapper json) implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // Also set by name, so that Tomcat does not add its own valve before it.
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new RequestIdValve());
            host.getPipeline().addValve(new SecurityHeadersValve());
            host.getPipeline().addValve(new ProblemReportValve(json));
        });
    }
}
