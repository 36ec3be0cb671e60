package dev.fleetbooking.rest.maintenance;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.StubPorts;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.skyscreamer.jsonassert.JSONAssert;

class MaintenanceWindowControllerTest extends RestTest {

    private static final String PATH = "/api/v1/maintenance-windows";
    private static final String WINDOW = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "carId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "dealerId": "0197d1a2-7c7e-7000-8000-00000000000a", "status": "PLANNED",
             "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "reason": "brakes",
             "createdAt": "2027-02-01T08:30:00.250Z", "allowedTransitions": ["start", "cancellation"]}""";

    private static final String OVER_BOOKINGS = """
            {"carId": "0197d1a2-7c7e-7000-8000-00000000000a", "start": "2027-03-01T09:00:00Z",
             "end": "2027-03-04T09:00:00Z", "reason": "brakes", "onConflict": "%s", "dryRun": %s}""";
    private static final PlanMaintenance.Displacement DISPLACEMENT = new PlanMaintenance.Displacement(
            Samples.BOOKING, new CarId(UUID.fromString("0197d1a2-7c7e-7000-8000-00000000000b")));
    private static final String DISPLACED = """
            , "displaced": [{"bookingId": "0197d1a2-7c7e-7000-8000-00000000000a",
                             "fromCarId": "0197d1a2-7c7e-7000-8000-00000000000a",
                             "toCarId": "0197d1a2-7c7e-7000-8000-00000000000b"}]""";
    static final List<Arguments> TRANSITIONS = List.of(
            Arguments.of("start", StartMaintenance.class),
            Arguments.of("completion", CompleteMaintenance.class),
            Arguments.of("cancellation", CancelMaintenance.class));

    @Test
    void plans() throws Exception {
        var response = post(PATH, """
                {"carId": "0197d1a2-7c7e-7000-8000-00000000000a", "start": "2027-03-01T09:00:00Z",
                 "end": "2027-03-04T09:00:00Z", "reason": "brakes"}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(PATH + "/" + Samples.ID);
        JSONAssert.assertEquals(WINDOW, response.body(), true);
        assertThat(ports.asked(PlanMaintenance.Command.class)).isEqualTo(new PlanMaintenance.Command(
                Samples.CAR.id(), Samples.PERIOD.start(), Samples.PERIOD.end(), "brakes", PlanMaintenance.OnConflict.REJECT, false));
    }

    @Test
    void plansOverBookings() throws Exception {
        ports.answerWith(new PlanMaintenance.Plan(Samples.WINDOW_VIEW, List.of(DISPLACEMENT)));

        var response = post(PATH, OVER_BOOKINGS.formatted("displace", false));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("ETag")).isPresent();
        JSONAssert.assertEquals(WINDOW.replaceFirst("}$", DISPLACED + "}"), response.body(), true);
        assertThat(ports.asked(PlanMaintenance.Command.class).onConflict()).isEqualTo(PlanMaintenance.OnConflict.DISPLACE);
    }

    @Test
    void answersADryRunWithItsResult() throws Exception {
        ports.answerWith(new PlanMaintenance.Plan(Samples.WINDOW_VIEW, List.of(DISPLACEMENT)));

        var response = post(PATH, OVER_BOOKINGS.formatted("displace", true));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().map()).doesNotContainKeys("Location", "ETag", "location", "etag");
        JSONAssert.assertEquals("""
                {"carId": "0197d1a2-7c7e-7000-8000-00000000000a", "dealerId": "0197d1a2-7c7e-7000-8000-00000000000a",
                 "status": "PLANNED", "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "reason": "brakes",
                 "allowedTransitions": ["start", "cancellation"]""" + DISPLACED + "}", response.body(), true);
        assertThat(ports.asked(PlanMaintenance.Command.class).dryRun()).isTrue();
    }

    @Test
    void refusesAnUnknownOnConflict() {
        assertMalformed(post(PATH, OVER_BOOKINGS.formatted("DISPLACE", true)), "onConflict", "must be one of reject, displace");
    }

    @Test
    void changes() throws Exception {
        var response = patch(PATH + "/" + Samples.ID, "{\"start\": \"2027-03-01T10:00:00Z\", \"reason\": \"tyres\"}", "If-Match", "*");

        JSONAssert.assertEquals(WINDOW, response.body(), true);
        var command = ports.asked(ChangeMaintenance.Command.class);
        assertThat(command.id()).isEqualTo(Samples.WINDOW.id());
        assertThat(command.start()).contains(Instant.parse("2027-03-01T10:00:00Z"));
        assertThat(command.end()).isEmpty();
        assertThat(command.reason()).contains("tyres");
    }

    @Test
    void showsWhenTheWorkIsOverdue() {
        ports.answerWith(new MaintenanceWindowView(Samples.WINDOW.start(), true));
        assertThat(get(PATH + "/" + Samples.ID).body()).contains("\"status\":\"IN_PROGRESS\"", "\"overdue\":true");
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(WINDOW, get(PATH + "/" + Samples.ID).body(), true);
    }

    @Test
    void listsWithFilters() throws Exception {
        var response = get(PATH + "?carId=" + Samples.ID + "&status=PLANNED&to=2027-03-04T09:00:00Z");

        JSONAssert.assertEquals("{items: [" + WINDOW + "]}", response.body(), true);
        assertThat(ports.asked(CalendarFilter.class)).isEqualTo(new CalendarFilter<>(
                Optional.of(Samples.CAR.id()), Optional.empty(), Optional.of(MaintenanceStatus.PLANNED),
                Optional.empty(), Optional.of(Samples.PERIOD.end())));
    }

    @ParameterizedTest
    @FieldSource("TRANSITIONS")
    void makesEachTransition(String transition, Class<?> port) throws Exception {
        var path = PATH + "/" + Samples.ID + "/" + transition;

        JSONAssert.assertEquals(WINDOW, send("POST", path, BodyPublishers.noBody()).body(), true);
        assertThat(ports.lastCall()).contains(new StubPorts.Call(port, List.of(Samples.WINDOW.id(), Precondition.NONE)));
    }
}
