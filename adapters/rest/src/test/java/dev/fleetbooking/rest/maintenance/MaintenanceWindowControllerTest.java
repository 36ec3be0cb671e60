package dev.fleetbooking.rest.maintenance;

import static dev.fleetbooking.rest.ProblemAssert.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class MaintenanceWindowControllerTest extends RestTest {

    private static final String PATH = "/api/v1/maintenance-windows";
    private static final String WINDOW = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "carId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "dealerId": "0197d1a2-7c7e-7000-8000-00000000000a", "status": "PLANNED",
             "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "reason": "brakes",
             "createdAt": "2027-02-01T08:30:00.250Z", "allowedTransitions": ["start", "cancellation"]}""";

    @Test
    void plans() throws Exception {
        var response = post(PATH, """
                {"carId": "0197d1a2-7c7e-7000-8000-00000000000a", "start": "2027-03-01T09:00:00Z",
                 "end": "2027-03-04T09:00:00Z", "reason": "brakes"}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(PATH + "/" + Samples.ID);
        JSONAssert.assertEquals(WINDOW, response.body(), true);
        assertThat(ports.asked(PlanMaintenance.Command.class)).isEqualTo(new PlanMaintenance.Command(
                Samples.CAR.id(), Samples.PERIOD.start(), Samples.PERIOD.end(), "brakes"));
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(WINDOW, get(PATH + "/" + Samples.ID).body(), true);
    }

    @Test
    void listsWhatPassesTheFilters() throws Exception {
        var response = get(PATH + "?carId=" + Samples.ID + "&status=PLANNED&to=2027-03-04T09:00:00Z");

        JSONAssert.assertEquals("{items: [" + WINDOW + "]}", response.body(), true);
        assertThat(ports.asked(List.class).getFirst()).isEqualTo(new MaintenanceWindowRepository.Filter(
                Optional.of(Samples.CAR.id()), Optional.empty(), Optional.of(MaintenanceStatus.PLANNED),
                Optional.empty(), Optional.of(Samples.PERIOD.end())));
    }

    @Test
    void cancels() throws Exception {
        var cancellation = PATH + "/" + Samples.ID + "/cancellation";
        JSONAssert.assertEquals(WINDOW, send("POST", cancellation, BodyPublishers.noBody()).body(), true);
        assertThat(post(cancellation, "{}").statusCode()).isEqualTo(200);
        assertThat(ports.asked(CancelMaintenance.Command.class).id()).isEqualTo(Samples.WINDOW.id());
        assertMalformed(post(cancellation, "{\"reason\": \"x\"}"), "reason", "is not a known field");
    }
}
