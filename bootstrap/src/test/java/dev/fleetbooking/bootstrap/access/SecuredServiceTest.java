package dev.fleetbooking.bootstrap.access;

import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.postgres.kit.TestDatabase;
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

/** A test of a service that needs tokens, with a database of its own. All such tests share one service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    "fleet.mcp.enabled=true",
    "fleet.security.requests-per-minute=" + SecuredServiceTest.REQUESTS_PER_MINUTE,
    "fleet.security.allowed-origins=https://desk.example",
    "spring.security.oauth2.resourceserver.jwt.audiences=" + Tokens.AUDIENCE})
@Import({SettableClockConfiguration.class, OverlappingRoutesIT.Routes.class})
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("SecuredServiceTest")
abstract class SecuredServiceTest {

    /** More than any other test sends for one caller. */
    static final int REQUESTS_PER_MINUTE = 400;

    static final TestDatabase DATABASE = TestDatabase.createDatabase();

    @Autowired
    SettableClock clock;

    final Tokens tokens = new Tokens(SettableClockConfiguration.NOW);

    /** A client without a token. */
    Api nobody;
    Api admin;

    @DynamicPropertySource
    static void needTokens(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> Tokens.publicKey().toUri().toString());
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        clock.set(SettableClockConfiguration.NOW);
        nobody = new Api(port);
        admin = nobody.with(tokens.admin());
    }
}
