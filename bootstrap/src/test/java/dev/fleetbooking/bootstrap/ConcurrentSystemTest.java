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
 * A test like {@link SystemTest} that takes long because it waits for other processes, and so runs beside other tests. All such
 * tests share a second service, whose clock no test sets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "fleet.housekeeping.enabled=false",
    "fleet.mcp.enabled=true",
    // Few, because the other services of this test run share the server's 100 connections.
    "spring.datasource.hikari.maximum-pool-size=5"})
@Import(SettableClockConfiguration.class)
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
