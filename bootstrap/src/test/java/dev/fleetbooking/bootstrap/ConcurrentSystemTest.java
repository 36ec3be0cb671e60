package dev.fleetbooking.bootstrap;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.postgres.kit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test like {@link SystemTest} that runs beside other tests, since it mostly waits for other processes, or needs another
 * configuration. All such tests share a second service, whose clock no test sets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    "fleet.mcp.enabled=true",
    // Few, because the other services of this test run share the server's 100 connections.
    "spring.datasource.hikari.maximum-pool-size=5",
    // One after the other they all use the same one, and none is opened while another test counts.
    "spring.datasource.hikari.minimum-idle=1",
    "spring.datasource.hikari.connection-test-query=" + RoundTripIT.VALIDATION,
    "spring.datasource.hikari.data-source-properties.socketFactory=dev.fleetbooking.bootstrap.RoundTripIT$CountedSockets"})
@Import({SettableClockConfiguration.class, RoundTripIT.AnyCaller.class})
@Execution(CONCURRENT)
@ResourceLock("ConcurrentSystemTest")
abstract class ConcurrentSystemTest {

    static final TestDatabase DATABASE = TestDatabase.createDatabase();

    Api api;
    Fleet fleet;

    @DynamicPropertySource
    static void useTheTestDatabase(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        api = new Api(port);
        fleet = new Fleet(api);
    }
}
