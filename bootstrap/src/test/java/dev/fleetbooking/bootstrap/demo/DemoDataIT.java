package dev.fleetbooking.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.dealer.Dealer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A first start with a policy that allows none of the demo bookings. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "fleet.policy.maximum-booking=PT24H"})
@Import(DemoDataIT.FirstRequest.class)
@DirtiesContext
class DemoDataIT {

    @TempDir
    private static Path dataDirectory;

    @Autowired
    private JdbcClient database;

    @Autowired
    private FirstRequest firstRequest;

    /** Reads the data at the earliest moment at which requests are answered. */
    @TestComponent
    static final class FirstRequest {

        @Autowired
        private ListDealers listDealers;

        private List<Dealer> dealers;

        @EventListener(WebServerInitializedEvent.class)
        void listDealers() {
            dealers = listDealers.list(new PageRequest<>(Optional.empty(), 10)).items();
        }
    }

    @DynamicPropertySource
    static void keepTheDataApart(DynamicPropertyRegistry properties) {
        properties.add("fleet.embedded-postgres.data-directory", dataDirectory::toString);
    }

    @Test
    void bookingsThatThePolicyForbidsAreLeftOut() {
        assertThat(rows("dealer")).isEqualTo(2);
        assertThat(rows("car")).isEqualTo(5);
        assertThat(rows("maintenance_window")).isEqualTo(1);
        assertThat(rows("booking")).isZero();
    }

    @Test
    void itExistsWhenTheFirstRequestIsAnswered() {
        assertThat(firstRequest.dealers).hasSize(2);
    }

    private long rows(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
