package dev.fleetbooking.postgres.calendar;

import static dev.fleetbooking.postgres.kit.SqlValues.instant;

import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.kit.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** An occupancy as a row of a query. */
public final class OccupancyRow {

    /** The columns that {@link #occupancy} reads, of {@code car_occupancy}. */
    public static final String COLUMNS =
            "kind, owner_id, lower(during) AS start, used_until, upper(during) AS blocked_until, lapses_at, in_use";

    private OccupancyRow() {
    }

    public static Occupancy occupancy(ResultSet row) throws SQLException {
        return new Occupancy(
                Occupancy.Kind.valueOf(row.getString("kind")),
                row.getObject("owner_id", UUID.class),
                new Period(instant(row, "start"), instant(row, "used_until")),
                instant(row, "blocked_until"),
                Optional.ofNullable(instant(row, "lapses_at")),
                row.getBoolean("in_use"));
    }
}
