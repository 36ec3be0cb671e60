package dev.fleetbooking.bench.peer;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * What the service is compared with: the same booking and the same search, as an ordinary Spring service has them (ADR 0029).
 * Entities with Spring Data JPA, a plain INSERT, and a 409 that does not say what conflicts; no events, no idempotency keys, no
 * turnaround. Settings are Spring Boot's defaults, except the number of connections.
 */
@SpringBootApplication
public class PeerApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(PeerApplication.class);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "spring.jpa.properties.hibernate.default_schema", "peer"));
        var server = ((WebServerApplicationContext) application.run(arguments)).getWebServer();
        System.out.println("Ready. http://127.0.0.1:" + server.getPort() + "/docs");
    }
}
