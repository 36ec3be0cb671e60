package dev.fleetbooking.rest.maintenance;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.rest.edge.EmptyRequest;
import dev.fleetbooking.rest.edge.PageResponse;
import dev.fleetbooking.rest.edge.Paging;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = MaintenanceWindowController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class MaintenanceWindowController {

    static final String PATH = "/api/v1/maintenance-windows";

    private final PlanMaintenance planMaintenance;
    private final CancelMaintenance cancelMaintenance;
    private final GetMaintenanceWindow getMaintenanceWindow;
    private final ListMaintenanceWindows listMaintenanceWindows;

    MaintenanceWindowController(
            PlanMaintenance planMaintenance, CancelMaintenance cancelMaintenance,
            GetMaintenanceWindow getMaintenanceWindow, ListMaintenanceWindows listMaintenanceWindows) {
        this.planMaintenance = planMaintenance;
        this.cancelMaintenance = cancelMaintenance;
        this.getMaintenanceWindow = getMaintenanceWindow;
        this.listMaintenanceWindows = listMaintenanceWindows;
    }

    @PostMapping
    ResponseEntity<MaintenanceWindowResponse> planMaintenance(@Valid @RequestBody PlanMaintenanceRequest request) {
        var window = MaintenanceWindowResponse.of(planMaintenance.plan(request.toCommand()));
        return ResponseEntity.created(URI.create(PATH + "/" + window.id())).body(window);
    }

    @GetMapping
    PageResponse<MaintenanceWindowResponse> listMaintenanceWindows(
            @RequestParam Optional<CarId> carId,
            @RequestParam Optional<DealerId> dealerId,
            @RequestParam Optional<MaintenanceStatus> status,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Paging paging) {
        var filter = new MaintenanceWindowRepository.Filter(carId, dealerId, status, from, to);
        var page = listMaintenanceWindows.list(filter, paging.requestById(MaintenanceWindowId::new));
        return paging.response(page, MaintenanceWindowResponse::of, window -> window.id().value());
    }

    @GetMapping("/{id}")
    MaintenanceWindowResponse getMaintenanceWindow(@PathVariable MaintenanceWindowId id) {
        return MaintenanceWindowResponse.of(getMaintenanceWindow.get(id));
    }

    @PostMapping("/{id}/cancellation")
    MaintenanceWindowResponse cancelMaintenance(
            @PathVariable MaintenanceWindowId id,
            Precondition precondition,
            @RequestBody(required = false) EmptyRequest request) {
        var window = cancelMaintenance.cancel(new CancelMaintenance.Command(id, precondition));
        return MaintenanceWindowResponse.of(window);
    }
}
