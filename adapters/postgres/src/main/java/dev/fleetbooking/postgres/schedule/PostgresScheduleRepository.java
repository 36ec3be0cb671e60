package dev.fleetbooking.postgres.schedule;

import static dev.fleetbooking.postgres.kit.SqlValues.text;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.schedule.ReadSchedule.BookingDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Details;
import dev.fleetbooking.application.schedule.ReadSchedule.MaintenanceDetails;
import dev.fleetbooking.application.schedule.ReadSchedule.Query;
import dev.fleetbooking.application.schedule.ScheduleRepository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.postgres.calendar.OccupancyRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record PostgresScheduleRepository(JdbcClient jdbc) implements ScheduleRepository {

    /**
     * For each car separately, so that PostgreSQL looks its window up in an index. Occupancies do not overlap, so the last one in
     * the window is the first one that does not end before the window does. What was called off has no occupancy any more.
     */
    private static final String USES = """
            SELECT found.*, coalesce(booking.version, maintenance_window.version) AS version, customer_name,
                CASE WHEN lapses_at <= :now THEN 'EXPIRED' ELSE booking.status END AS booking_status,
                maintenance_window.status AS window_status, reason
            FROM unnest(:carIds) AS car (id) CROSS JOIN LATERAL (
                SELECT car_id, %1$s FROM car_occupancy
                WHERE car_id = car.id AND upper(during) > :from AND lower(during) < :to AND upper(during) <= coalesce((
                    SELECT upper(during) FROM car_occupancy WHERE car_id = car.id AND upper(during) >= :to
                    ORDER BY upper(during) LIMIT 1), 'infinity')
                UNION ALL
                SELECT car_id, %1$s FROM car_occupancy
                WHERE car_id = car.id AND in_use AND used_until < :now AND NOT during && tstzrange(:from, :to)
                UNION ALL
                SELECT car_id, 'BOOKING', booking.id, starts_at, ends_at, ends_at, NULL, false
                FROM booking
                WHERE :calledOff AND car_id = car.id AND status IN ('CANCELLED', 'EXPIRED', 'NO_SHOW')
                AND ends_at > :from AND starts_at < :to AND (CAST(:owner AS text) IS NULL OR owner = :owner)
                UNION ALL
                SELECT car_id, 'MAINTENANCE', maintenance_window.id, starts_at, ends_at, ends_at, NULL, false
                FROM maintenance_window
                WHERE :calledOff AND car_id = car.id AND status = 'CANCELLED' AND ends_at > :from AND starts_at < :to
                AND CAST(:owner AS text) IS NULL
                OFFSET 0
            ) AS found
            LEFT JOIN booking ON booking.id = owner_id AND (CAST(:owner AS text) IS NULL OR booking.owner = :owner)
            LEFT JOIN maintenance_window ON maintenance_window.id = owner_id AND CAST(:owner AS text) IS NULL
            WHERE lapses_at IS NULL OR lapses_at > :now OR :calledOff AND booking.id IS NOT NULL
            ORDER BY start, owner_id
            """.formatted(OccupancyRow.COLUMNS);

    @Override
    public List<Use> find(Set<CarId> carIds, Query query, Caller caller, Instant now) {
        return jdbc.sql(USES)
                .param("carIds", carIds.stream().map(CarId::value).toArray(UUID[]::new))
                .param("from", utc(query.from()))
                .param("to", utc(query.to()))
                .param("calledOff", query.calledOff())
                .param("owner", text(caller.onlyOwner().map(AccountId::value)))
                .param("now", utc(now))
                .query((row, _) -> new Use(
                        new CarId(row.getObject("car_id", UUID.class)), OccupancyRow.occupancy(row), details(row)))
                .list();
    }

    private static Optional<Details> details(ResultSet row) throws SQLException {
        var version = row.getLong("version");
        var booking = row.getString("booking_status");
        if (booking != null) {
            return Optional.of(new BookingDetails(
                    BookingStatus.valueOf(booking), new Name(row.getString("customer_name")), version));
        }
        var window = row.getString("window_status");
        return window == null
                ? Optional.empty()
                : Optional.of(new MaintenanceDetails(
                        MaintenanceStatus.valueOf(window), new Reason(row.getString("reason")), version));
    }
}
