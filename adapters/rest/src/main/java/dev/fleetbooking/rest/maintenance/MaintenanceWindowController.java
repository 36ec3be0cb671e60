package dev.fleetbooking.rest.maintenance;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.request.EmptyRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = MaintenanceWindowController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record MaintenanceWindowController(
        PlanMaintenance planMaintenance, ChangeMaintenance changeMaintenance, StartMaintenance startMaintenance,
        CompleteMaintenance completeMaintenance, CancelMaintenance cancelMaintenance,
        GetMaintenanceWindow getMaintenanceWindow, ListMaintenanceWindows listMaintenanceWindows) {

    static final String PATH = "/api/v1/maintenance-windows";

    /** A dry run creates nothing, so its answer has no Location and no entity tag and must not be stored. */
    @PostMapping
    ResponseEntity<MaintenanceWindowResponse> planMaintenance(@Valid @RequestBody PlanMaintenanceRequest request) {
        var command = request.toCommand();
        var plan = planMaintenance.plan(command);
        var response = MaintenanceWindowResponse.of(plan, !command.dryRun());
        return command.dryRun()
                ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response)
                : ResponseEntity.created(URI.create(PATH + "/" + plan.window().window().id().value())).body(response);
    }

    @GetMapping
    PageResponse<MaintenanceWindowResponse> listMaintenanceWindows(
            @RequestParam Optional<CarId> carId,
            @RequestParam Optional<DealerId> dealerId,
            @RequestParam Optional<MaintenanceStatus> status,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Paging paging) {
        var filter = new CalendarFilter<>(carId, dealerId, status, from, to);
        var page = listMaintenanceWindows.list(filter, paging.requestById(MaintenanceWindowId::new));
        return paging.response(page, MaintenanceWindowResponse::of, view -> view.window().id().value());
    }

    @GetMapping("/{id}")
    MaintenanceWindowResponse getMaintenanceWindow(@PathVariable MaintenanceWindowId id) {
        return MaintenanceWindowResponse.of(getMaintenanceWindow.get(id));
    }

    @PatchMapping("/{id}")
    MaintenanceWindowResponse changeMaintenance(
            @PathVariable MaintenanceWindowId id, Precondition precondition,
            @Valid @RequestBody ChangeMaintenanceRequest request) {
        return MaintenanceWindowResponse.of(changeMaintenance.change(request.toCommand(id, precondition)));
    }

    @PostMapping("/{id}/start")
    MaintenanceWindowResponse startMaintenance(
            @PathVariable MaintenanceWindowId id, Precondition precondition,
            @RequestBody(required = false) EmptyRequest request) {
        return MaintenanceWindowResponse.of(startMaintenance.start(id, precondition));
    }

    @PostMapping("/{id}/completion")
    MaintenanceWindowResponse completeMaintenance(
            @PathVariable MaintenanceWindowId id, Precondition precondition,
            @RequestBody(required = false) EmptyRequest request) {
        return MaintenanceWindowResponse.of(completeMaintenance.complete(id, precondition));
    }

    @PostMapping("/{id}/cancellation")
    MaintenanceWindowResponse cancelMaintenance(
            @PathVariable MaintenanceWindowId id, Precondition precondition,
            @RequestBody(required = false) EmptyRequest request) {
        return MaintenanceWindowResponse.of(cancelMaintenance.cancel(id, precondition));
    }
}
