package dev.fleetbooking.postgres.calendar;

import static dev.fleetbooking.postgres.kit.SqlValues.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** SQL in the transaction of the JPA repositories, because Hibernate supports neither ranges nor this ON CONFLICT. */
@Component
record PostgresOccupancyRepository(JdbcClient jdbc, LockQueues queues) implements OccupancyRepository {

    @Override
    public boolean claim(CarId carId, Occupancy occupancy, Instant now, Instant lateUntil) {
        // A plain INSERT inserts first and checks afterwards, so that two of them deadlock and one is aborted. With ON CONFLICT
        // it waits before it inserts. Because the constraint is named, a second occupancy of one owner is still an error.
        // The constraint does not know lateness; the car's lock prevents a hand-over or return meanwhile.
        var sql = """
                INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until, lapses_at, in_use)
                SELECT :ownerId, :carId, :kind, tstzrange(:start, :blockedUntil), :usedUntil, :lapsesAt, :inUse
                WHERE NOT EXISTS (
                    SELECT FROM car_occupancy
                    WHERE car_id = :carId AND in_use AND used_until < :now
                    AND lower(during) < :blockedUntil AND :start < :lateUntil)
                ON CONFLICT ON CONSTRAINT car_occupancy_no_overlap DO NOTHING
                """;
        var insert = row(sql, carId, occupancy).param("now", utc(now)).param("lateUntil", utc(lateUntil));
        return queues.join(carId.value(), insert::update) == 1;
    }

    @Override
    public void replace(CarId carId, Occupancy occupancy) {
        var sql = """
                UPDATE car_occupancy
                SET car_id = :carId, kind = :kind, during = tstzrange(:start, :blockedUntil), used_until = :usedUntil,
                    lapses_at = :lapsesAt, in_use = :inUse
                WHERE owner_id = :ownerId
                """;
        row(sql, carId, occupancy).update();
    }

    @Override
    public void release(UUID ownerId) {
        jdbc.sql("DELETE FROM car_occupancy WHERE owner_id = :ownerId").param("ownerId", ownerId).update();
    }

    @Override
    public Map<CarId, List<Occupancy>> findByCars(Set<CarId> carIds, Instant after) {
        return find(carIds, "upper(during) > :after OR in_use", Map.of("after", after)).stream()
                .collect(groupingBy(CarOccupancy::carId, mapping(CarOccupancy::occupancy, toList())));
    }

    @Override
    public Map<CarId, Occupancy> findAt(Set<CarId> carIds, Instant instant, Instant now, Instant lateUntil) {
        var condition = """
                during @> :instant AND (lapses_at IS NULL OR lapses_at > :now)
                OR in_use AND used_until < :now AND :instant >= upper(during) AND :instant < :lateUntil
                """;
        return onePerCar(find(carIds, condition, Map.of("instant", instant, "now", now, "lateUntil", lateUntil)));
    }

    @Override
    public Map<CarId, Occupancy> findOverdue(Set<CarId> carIds, Instant now) {
        return onePerCar(find(carIds, "in_use AND used_until < :now", Map.of("now", now)));
    }

    private record CarOccupancy(CarId carId, Occupancy occupancy) {
    }

    private List<CarOccupancy> find(Set<CarId> carIds, String condition, Map<String, Instant> instants) {
        var query = jdbc.sql("""
                        SELECT car_id, %s
                        FROM car_occupancy
                        WHERE car_id = ANY (:carIds) AND (%s)
                        ORDER BY start
                        """.formatted(OccupancyRow.COLUMNS, condition))
                .param("carIds", carIds.stream().map(CarId::value).toArray(UUID[]::new));
        instants.forEach((name, instant) -> query.param(name, utc(instant)));
        return query.query(PostgresOccupancyRepository::carOccupancy).list();
    }

    private static Map<CarId, Occupancy> onePerCar(List<CarOccupancy> found) {
        return found.stream().collect(toMap(
                CarOccupancy::carId, CarOccupancy::occupancy, (one, other) -> one.inUse() ? one : other));
    }

    private StatementSpec row(String sql, CarId carId, Occupancy occupancy) {
        return jdbc.sql(sql)
                .param("ownerId", occupancy.ownerId())
                .param("carId", carId.value())
                .param("kind", occupancy.kind().name())
                .param("start", utc(occupancy.use().start()))
                .param("blockedUntil", utc(occupancy.blockedUntil()))
                .param("usedUntil", utc(occupancy.use().end()))
                .param("lapsesAt", utc(occupancy.lapsesAt()))
                .param("inUse", occupancy.inUse());
    }

    private static CarOccupancy carOccupancy(ResultSet row, int rowNumber) throws SQLException {
        return new CarOccupancy(new CarId(row.getObject("car_id", UUID.class)), OccupancyRow.occupancy(row));
    }
}
