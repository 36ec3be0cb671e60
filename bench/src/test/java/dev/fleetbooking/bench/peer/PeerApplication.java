package dev.fleetbooking.bench.peer;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * What bookings are compared with: the same booking and the same search, as most Spring services would have them. Entities with
 * Spring Data JPA, a plain INSERT, and a conflict that becomes a 409 without an explanation; no events, no idempotency keys, no
 * turnaround, and all settings that matter as Spring Boot has them.
 */
@SpringBootApplication
public class PeerApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(PeerApplication.class);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "spring.jpa.properties.hibernate.default_schema", "peer",
                "spring.datasource.hikari.maximum-pool-size", "40"));
        var server = ((WebServerApplicationContext) application.run(arguments)).getWebServer();
        System.out.println("Ready. http://127.0.0.1:" + server.getPort() + "/docs");
    }
}
