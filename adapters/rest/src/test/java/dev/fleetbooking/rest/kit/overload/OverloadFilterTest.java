package dev.fleetbooking.rest.kit.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OverloadFilterTest {

    private final OverloadFilter filter = new OverloadFilter(1);

    @Test
    void whatIsBeyondTheLimitIsRefusedWhileOthersAreServed() throws Exception {
        var served = send((_, _) -> assertThat(send((_, _) -> { }).getStatus()).isEqualTo(503));

        assertThat(served.getStatus()).isEqualTo(200);
    }

    @Test
    void aRequestThatEndsMakesRoomHoweverItEnds() throws Exception {
        send((_, _) -> { });
        assertThatExceptionOfType(ServletException.class).isThrownBy(() -> send((_, _) -> {
            throw new ServletException("failed");
        }));

        assertThat(send((_, _) -> { }).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse send(FilterChain chain) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), response, chain);
        return response;
    }
}
