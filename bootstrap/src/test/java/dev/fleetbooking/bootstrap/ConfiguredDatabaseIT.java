package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.database.EmbeddedDatabase;
import dev.fleetbooking.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConfiguredDatabaseIT {

    @Autowired
    ObjectProvider<EmbeddedDatabase> embeddedDatabase;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HealthEndpoint health;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void configureDatabase(DynamicPropertyRegistry properties) {
        TestDatabase database = TestDatabase.createDatabase();
        properties.add("spring.datasource.url", database::jdbcUrl);
        properties.add("spring.datasource.username", database::username);
        properties.add("spring.datasource.password", database::password);
    }

    @Test
    void no_embedded_server_is_started() {
        assertThat(embeddedDatabase.stream()).isEmpty();
    }

    @Test
    void nobody_waits_for_a_lock_longer_than_five_seconds() {
        assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
    }

    @Test
    void readiness_includes_the_database() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.healthForPath("readiness", "db")).isNotNull();
    }

    @Test
    void of_the_actuator_only_health_is_exposed() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
