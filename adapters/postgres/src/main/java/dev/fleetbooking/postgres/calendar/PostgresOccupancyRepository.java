package dev.fleetbooking.postgres.calendar;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.car.CarId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL in the transaction of the JPA repositories: Hibernate has no type for ranges, and its INSERT no ON CONFLICT here. */
@Repository
class PostgresOccupancyRepository implements OccupancyRepository {

    private final JdbcClient jdbc;

    PostgresOccupancyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(CarId carId, Occupancy occupancy) {
        // A plain INSERT inserts first and checks after, so that two of them wait for each other until one is shot as a
        // deadlock. With ON CONFLICT it waits before. Naming the constraint keeps a second occupancy of one owner an error.
        return jdbc.sql("""
                        INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until)
                        VALUES (:ownerId, :carId, :kind, tstzrange(:start, :blockedUntil), :usedUntil)
                        ON CONFLICT ON CONSTRAINT car_occupancy_no_overlap DO NOTHING
                        """)
                .param("ownerId", occupancy.ownerId())
                .param("carId", carId.value())
                .param("kind", occupancy.kind().name())
                .param("start", utc(occupancy.use().start()))
                .param("blockedUntil", utc(occupancy.blockedUntil()))
                .param("usedUntil", utc(occupancy.use().end()))
                .update() == 1;
    }

    @Override
    public void release(UUID ownerId) {
        jdbc.sql("DELETE FROM car_occupancy WHERE owner_id = :ownerId").param("ownerId", ownerId).update();
    }

    @Override
    public List<Occupancy> findByCar(CarId carId, Instant after) {
        return jdbc.sql("""
                        SELECT kind, owner_id, lower(during) AS start, used_until, upper(during) AS blocked_until
                        FROM car_occupancy
                        WHERE car_id = :carId AND during && tstzrange(:after, NULL)
                        ORDER BY start
                        """)
                .param("carId", carId.value())
                .param("after", utc(after))
                .query(PostgresOccupancyRepository::occupancy)
                .list();
    }

    private static Occupancy occupancy(ResultSet row, int rowNumber) throws SQLException {
        return new Occupancy(
                Occupancy.Kind.valueOf(row.getString("kind")),
                row.getObject("owner_id", UUID.class),
                new Period(instant(row, "start"), instant(row, "used_until")),
                instant(row, "blocked_until"));
    }

    /** JDBC has no Instant (JDBC 4.3, appendix B). */
    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
