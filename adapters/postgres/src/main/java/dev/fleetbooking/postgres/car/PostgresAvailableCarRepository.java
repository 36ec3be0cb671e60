package dev.fleetbooking.postgres.car;

import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.pricing.Quote;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hibernate.Session;
import org.springframework.stereotype.Component;

@Component
record PostgresAvailableCarRepository(EntityManager entityManager) implements AvailableCarRepository {

    /** The cars that match the filters, cheapest first. */
    private static final String CANDIDATES = """
            SELECT car.*, zone.days, zone.days * car.daily_price AS total, dealer.turnaround_minutes
            FROM unnest(:zones, :days) AS zone (time_zone, days)
            JOIN dealer ON dealer.time_zone = zone.time_zone
            JOIN car ON car.dealer_id = dealer.id
            WHERE car.status = 'IN_SERVICE'
            """;

    /**
     * The candidates are sorted first, so that PostgreSQL reads calendars only until the page is full. OFFSET 0 keeps the
     * planner from merging the subqueries, so that the calendar of each car is looked up separately; without it, PostgreSQL may
     * read all past and future occupancies. Occupancies do not overlap, so only the first one that ends after the start has to
     * be checked.
     */
    private static final String AVAILABLE_CARS = """
            SELECT %s, car.days FROM (%s ORDER BY car.currency, total, car.id OFFSET 0) AS car
            WHERE NOT coalesce((
                SELECT lower(car_occupancy.during) < CAST(:end AS timestamptz) + make_interval(mins => car.turnaround_minutes)
                FROM car_occupancy
                WHERE car_occupancy.car_id = car.id AND upper(car_occupancy.during) > :start
                AND (car_occupancy.lapses_at IS NULL OR car_occupancy.lapses_at > :now)
                ORDER BY upper(car_occupancy.during) LIMIT 1), false)
            AND NOT EXISTS (
                SELECT FROM car_occupancy
                WHERE car_occupancy.car_id = car.id
                AND car_occupancy.in_use AND car_occupancy.used_until < :now
                AND lower(car_occupancy.during) < CAST(:end AS timestamptz) + make_interval(mins => car.turnaround_minutes)
                AND CAST(:start AS timestamptz) < :lateUntil
                OFFSET 0)
            ORDER BY car.currency, car.total, car.id LIMIT :limit
            """;

    @Override
    public Page<Offer> search(Search search, PageRequest<FindAvailableCars.Key> page) {
        var sql = new StringBuilder(CANDIDATES);
        var parameters = new HashMap<String, Object>();
        parameters.put("zones", search.daysByZone().keySet().stream().map(ZoneId::getId).toArray(String[]::new));
        parameters.put("days", search.daysByZone().values().toArray(Integer[]::new));
        parameters.put("start", search.period().start());
        parameters.put("end", search.period().end());
        parameters.put("now", search.now());
        parameters.put("lateUntil", search.lateUntil());
        parameters.put("limit", page.limit() + 1);
        BiConsumer<String, Map<String, ?>> and = (condition, values) -> {
            sql.append(" AND ").append(condition);
            parameters.putAll(values);
        };
        search.dealerId().ifPresent(id -> and.accept("car.dealer_id = :dealerId", Map.of("dealerId", id.value())));
        search.category().ifPresent(category ->
                and.accept("car.category = :category", Map.of("category", category.value())));
        search.currency().ifPresent(currency -> and.accept("car.currency = :currency", Map.of("currency", currency)));
        search.maxDailyPrice().ifPresent(max ->
                and.accept("car.daily_price <= :maxDailyPrice", Map.of("maxDailyPrice", max)));
        page.after().ifPresent(key -> and.accept(
                "(car.currency, zone.days * car.daily_price, car.id) > (:afterCurrency, :afterTotal, :afterId)",
                Map.of(
                        "afterCurrency", key.currency().getCurrencyCode(), "afterTotal", key.total(),
                        "afterId", key.carId().value())));
        return Page.of(fetch(AVAILABLE_CARS.formatted(CarEntity.COLUMNS, sql), parameters), page.limit());
    }

    private List<Offer> fetch(String sql, Map<String, Object> parameters) {
        var query = entityManager.unwrap(Session.class).createNativeQuery(sql, Object[].class)
                .addEntity("car", CarEntity.class)
                .addScalar("days", Integer.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(row -> offer((CarEntity) row[0], (Integer) row[1])).toList();
    }

    private static Offer offer(CarEntity entity, int days) {
        var car = entity.toDomain();
        return new Offer(car, Quote.of(days, car.dailyPrice()));
    }
}
