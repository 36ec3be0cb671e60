package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadMaintenanceWindowsTest {

    private final Fleet fleet = new Fleet();

    @Test
    void anUnknownWindowIsRefused() {
        var id = new MaintenanceWindowId(new UUID(0, 0));

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetMaintenanceWindow.class).get(id)))
                .isEqualTo(new CommonRefusal.NotFound("maintenance window", id.value()));
    }

    @Test
    void windowsThatPassTheFilterAreListedPageByPage() {
        var car = fleet.car(fleet.dealer());
        var first = fleet.plan(car, hours(48, 72));
        fleet.plan(car, hours(96, 120));
        var second = fleet.plan(car, hours(24, 48));

        assertThat(list(Optional.of(hour(24)), Optional.of(hour(72)), Optional.empty()))
                .isEqualTo(new Page<>(List.of(fleet.view(first)), true));
        assertThat(list(Optional.of(hour(24)), Optional.of(hour(72)), Optional.of(first.id())))
                .isEqualTo(new Page<>(List.of(fleet.view(second)), false));
    }

    @Test
    void boundsThatAreNotInOrderAreRefused() {
        assertThat(invalidFields(() -> list(Optional.of(hour(1)), Optional.of(hour(1)), Optional.empty())))
                .containsExactly("to");
    }

    private Page<MaintenanceWindowView> list(
            Optional<Instant> from, Optional<Instant> to, Optional<MaintenanceWindowId> after) {
        return fleet.useCase(ListMaintenanceWindows.class).list(
                new CalendarFilter<>(Optional.empty(), Optional.empty(), Optional.empty(), from, to),
                new PageRequest<>(after, 1));
    }
}
