package dev.fleetbooking.rest.kit.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link ProblemReportValve} in the place of Tomcat's error pages, and what all answers need before it. */
@Component
record TomcatProblems(JsonMapper json) implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // Named as well as added, so that Tomcat does not put its own in front of it.
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new RequestIdValve());
            host.getPipeline().addValve(new SecurityHeadersValve());
            host.getPipeline().addValve(new ProblemReportValve(json));
        });
    }
}
