package dev.fleetbooking.bootstrap.access;

import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of a service that needs tokens, and a login for its pages, with a database of its own. All such tests share one service,
 * which therefore also has the tools, the overlapping routes and the counted sockets that only some of them need.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    "fleet.mcp.enabled=true",
    "fleet.security.requests-per-minute=" + SecuredServiceTest.REQUESTS_PER_MINUTE,
    "fleet.security.allowed-origins=https://desk.example",
    "spring.security.oauth2.resourceserver.jwt.audiences=" + Tokens.AUDIENCE,
    // Few, because the services of this test run share the server's 100 connections.
    "spring.datasource.hikari.maximum-pool-size=5",
    // Else the pool might open one while RoundTripIT counts.
    "spring.datasource.hikari.minimum-idle=1",
    "spring.datasource.hikari.connection-test-query=" + RoundTripIT.VALIDATION,
    "spring.datasource.hikari.data-source-properties.socketFactory=dev.fleetbooking.bootstrap.access.RoundTripIT$CountedSockets"})
@Import({SettableClockConfiguration.class, OverlappingRoutesIT.Routes.class})
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("SecuredServiceTest")
abstract class SecuredServiceTest {

    /** More than any other class sends for one caller. */
    static final int REQUESTS_PER_MINUTE = 300;

    static final TestDatabase DATABASE = TestDatabase.createDatabase();
    static final Provider PROVIDER = new Provider();

    @Autowired
    SettableClock clock;

    final Tokens tokens = new Tokens(SettableClockConfiguration.NOW);
    final String adminToken = tokens.admin("root-" + getClass().getSimpleName());

    /** A client without a token. */
    Api nobody;
    Api admin;

    @DynamicPropertySource
    static void needTokens(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
        PROVIDER.configure(properties);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        clock.set(SettableClockConfiguration.NOW);
        nobody = new Api(port);
        admin = nobody.with(adminToken);
    }

    Browser browser() {
        return new Browser(nobody, PROVIDER, tokens, clock);
    }

    Browser loggedIn(String account, String role) {
        return browser().logIn(account, Map.of("roles", List.of(role)));
    }

    Browser staff(String dealer) {
        return browser().logIn("staff", Map.of("roles", List.of("dealer-staff"), "dealer_id", dealer));
    }
}
