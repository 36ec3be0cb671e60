package dev.fleetbooking.bootstrap.kit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HousekeepingTest {

    @Test
    void anOutageIsLoggedInOneLine(CapturedOutput log) {
        Housekeeping.tidy(() -> {
            throw new StoreUnavailableException(new RuntimeException(new SQLException("gone")));
        });

        assertThat(log.getOut().lines()).singleElement().asString()
                .endsWith("The store is unavailable: java.sql.SQLException: gone");
    }
}
