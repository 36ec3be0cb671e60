package dev.fleetbooking.rest.dealer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class DealerControllerTest extends RestTest {

    private static final String DEALER = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "name": "City Cars", "timeZone": "Europe/Berlin",
             "currency": "EUR", "turnaroundMinutes": 90}""";

    @Test
    void registers() throws Exception {
        var response = post("/api/v1/dealers", """
                {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 90}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/dealers/" + Samples.ID);
        assertThat(response.headers().firstValue("ETag")).contains("\"0\"");
        JSONAssert.assertEquals(DEALER, response.body(), true);
        assertThat(ports.asked(RegisterDealer.Command.class))
                .isEqualTo(new RegisterDealer.Command("City Cars", "Europe/Berlin", "EUR", 90));
    }

    @Test
    void registersWithoutTurnaroundUnlessGiven() {
        post("/api/v1/dealers", "{\"name\": \"City Cars\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}");
        assertThat(ports.asked(RegisterDealer.Command.class).turnaroundMinutes()).isZero();
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(DEALER, get("/api/v1/dealers/" + Samples.ID).body(), true);
        assertThat(ports.asked(DealerId.class)).isEqualTo(Samples.DEALER.id());
    }

    @Test
    void lists() throws Exception {
        JSONAssert.assertEquals("{items: [" + DEALER + "]}", get("/api/v1/dealers").body(), true);
    }

    @Test
    void changes() throws Exception {
        var response = patch("/api/v1/dealers/" + Samples.ID, "{\"turnaroundMinutes\": 60}", "If-Match", "\"0\"");

        JSONAssert.assertEquals(DEALER, response.body(), true);
        var command = ports.asked(ChangeDealer.Command.class);
        assertThat(command.id()).isEqualTo(Samples.DEALER.id());
        assertThat(command.name()).isEmpty();
        assertThat(command.turnaroundMinutes()).contains(60);
    }
}
