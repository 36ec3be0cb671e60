package dev.fleetbooking.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class PageFailuresTest {

    @Test
    void anUnavailableStoreIsLoggedInOneLineAsByTheApi(CapturedOutput output) {
        var unavailable = new StoreUnavailableException(new IllegalStateException(new SQLException("Connection refused")));
        var response = new MockHttpServletResponse();

        var page = new PageFailures().show(unavailable, response);

        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(output).contains("The store is unavailable: java.sql.SQLException: Connection refused").doesNotContain("\tat ");
    }
}
