package dev.fleetbooking.application.maintenance;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.car.CarOfDealer;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@UseCase
record PlanMaintenanceUseCase(
        CarRepository cars, Bookings bookings, MaintenanceWindows windows, Displacements displacements,
        CurrentCaller callers, IdGenerator ids, Clock clock)
        implements PlanMaintenance {

    @Override
    public Plan plan(Command command) {
        // Displacing may touch every car of the category, so all of them are locked at once, in order.
        var peers = command.onConflict() == OnConflict.DISPLACE
                ? cars.findPeersForUpdate(command.carId())
                : cars.findForClaim(command.carId()).stream().map(CarOfDealer::car).toList();
        var now = clock.instant();
        var car = peers.stream().filter(peer -> peer.id().equals(command.carId())).findFirst()
                .filter(found -> callers.get().knows(found.dealerId()));
        var window = check(command, car, now);

        var displaced = command.onConflict() == OnConflict.DISPLACE
                ? displacements.plan(window, peers, now)
                : List.<Displacement>of();
        if (!command.dryRun()) {
            displaced.forEach(displacement -> displacements.carryOut(displacement, now));
            bookings.claim(window.carId(), window.occupancy(), now,
                    calendar -> windows.refuseIfOccupied(window.period(), calendar, now));
            windows.add(window, now);
        } else if (command.onConflict() == OnConflict.REJECT) {
            windows.refuseIfOccupied(
                    window.period(), bookings.calendar(window.carId(), window.period().start(), now), now);
        }
        // Checked last, because conflicts take precedence. The refusal rolls back what was written.
        car.orElseThrow().refuseIfRetired();
        return new Plan(MaintenanceWindowView.of(window, now), displaced);
    }

    private MaintenanceWindow check(Command command, Optional<Car> car, Instant now) {
        var violations = new Violations();
        violations.require(car.isPresent(), "carId", "must name an existing car");
        var period = MaintenanceWindow.LIMITS.check(violations, "start", command.start(), "end", command.end(), now);
        var reason = violations.check("reason", () -> new Reason(command.reason()));
        violations.refuseIfAny();
        return MaintenanceWindow.plan(new MaintenanceWindowId(ids.next()), car.orElseThrow(), period, reason, now);
    }
}
