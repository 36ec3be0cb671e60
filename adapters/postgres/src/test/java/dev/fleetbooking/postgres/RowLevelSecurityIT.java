package dev.fleetbooking.postgres;

import static dev.fleetbooking.postgres.TestTables.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transaction that works for one dealer or owner sees and changes by plain SQL that leaves nothing out by itself. */
@WhatToDo("a new table needs a policy, or a reason here for having none: docs/adr/0046-row-level-security-is-the-second-wall.md")
@Execution(CONCURRENT)
@ResourceLock("RowLevelSecurityIT")
class RowLevelSecurityIT {

    private static final String START = "'[2027-03-01T09:00Z,2027-03-03T09:00Z)'";

    private static TestTables tables;
    private static UUID dealer;
    private static UUID other;
    private static UUID car;
    private static UUID foreign;
    private static UUID adas;
    private static UUID eves;

    @BeforeAll
    static void giveTwoDealersTheSame() {
        tables = TestTables.create();
        dealer = tables.dealer(Map.of());
        other = tables.dealer(Map.of());
        car = tables.car(dealer, Map.of());
        foreign = tables.car(other, Map.of());
        adas = book(car, "ada");
        eves = book(foreign, "eve");
        for (var each : new UUID[] {car, foreign}) {
            tables.maintenanceWindow(each, Map.of("status", "'CANCELLED'"));
            event(each);
        }
    }

    private static UUID book(UUID car, String owner) {
        var id = UUID.randomUUID();
        tables.commit(() -> {
            tables.booking(car, Map.of("id", quoted(id), "owner", quoted(owner)));
            tables.occupancy(id, car, Map.of());
        });
        return id;
    }

    private static void event(UUID car) {
        tables.jdbc().sql("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status)
                SELECT 'CAR_ADDED', now(), 'CAR', id, dealer_id, 'IN_SERVICE' FROM car WHERE id = :car
                """).param("car", car).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealer", "car", "booking", "maintenance_window", "event"})
    void aTransactionThatSaysNothingSeesEverything(String table) {
        tables.rollBack(() -> assertThat(count(table)).isEqualTo(2));
        tables.rollBack(() -> {
            workFor("", "");
            assertThat(count(table)).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealer", "car", "booking", "maintenance_window", "event"})
    void aQueryWithoutFilterFindsTheRowsOfTheDealerOnly(String table) {
        tables.rollBack(() -> {
            workFor(dealer.toString(), "");
            assertThat(count(table)).isOne();
        });
        tables.rollBack(() -> {
            workFor(UUID.randomUUID().toString(), "");
            assertThat(count(table)).isZero();
        });
    }

    /** Whoever forgets to say it in the next transaction of the connection sees everything, and never another caller's rows. */
    @Test
    void theRestrictionEndsWithTheTransaction() {
        tables.commit(() -> workFor(dealer.toString(), "ada"));

        assertThat(count("booking")).isEqualTo(2);
    }

    @Test
    void anOwnerSeesItsBookingsOnlyAndNoMaintenanceOrEvents() {
        tables.rollBack(() -> {
            workFor("", "ada");
            assertThat(tables.jdbc().sql("SELECT id FROM booking").query(UUID.class).list()).containsExactly(adas);
            assertThat(count("maintenance_window")).isZero();
            assertThat(count("event")).isZero();
            assertThat(count("car")).isEqualTo(2);
            assertThat(count("dealer")).isEqualTo(2);
        });
        tables.rollBack(() -> {
            workFor("", "nobody");
            assertThat(count("booking")).isZero();
        });
    }

    @Test
    void aBookingWithoutOwnerIsNobodys() {
        tables.rollBack(() -> {
            tables.jdbc().sql("UPDATE booking SET owner = NULL").update();
            workFor("", "ada");
            assertThat(count("booking")).isZero();
        });
    }

    @Test
    void whatIsHiddenCanBeNeitherChangedNorDeleted() {
        tables.rollBack(() -> {
            workFor(dealer.toString(), "");
            assertThat(update("UPDATE booking SET customer_name = 'Eve' WHERE id = " + quoted(eves))).isZero();
            assertThat(update("UPDATE car SET daily_price = 1")).isOne();
            assertThat(update("DELETE FROM event")).isOne();
        });
    }

    @Test
    void nothingCanBeGivenToAnotherDealer() {
        for (var sql : new String[] {
            "UPDATE car SET dealer_id = %s".formatted(quoted(other)),
            "INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status)"
                    + " VALUES ('CAR_ADDED', now(), 'CAR', gen_random_uuid(), %s, 'IN_SERVICE')".formatted(quoted(other))}) {
            assertThatThrownBy(() -> tables.rollBack(() -> {
                workFor(dealer.toString(), "");
                update(sql);
            })).rootCause().hasMessageContaining("row-level security policy");
        }
    }

    /** A car must not be promised twice, whatever the one who promises can see. */
    @Test
    void theExclusionConstraintSeesEverything() {
        tables.rollBack(() -> {
            workFor(dealer.toString(), "");
            assertThat(count("car_occupancy")).isEqualTo(2);
        });
        assertThatThrownBy(() -> tables.rollBack(() -> {
            workFor(dealer.toString(), "");
            tables.occupancy(UUID.randomUUID(), foreign, Map.of("during", START));
        })).rootCause().hasMessageContaining("car_occupancy_no_overlap");
    }

    @Test
    void whoeverNumbersEventsNumbersThoseOfAllDealers() {
        tables.rollBack(() -> {
            workFor(dealer.toString(), "ada");
            assertThat(tables.jdbc().sql("SELECT number_events()").query(Long.class).single()).isEqualTo(2);
            assertThat(count("event")).isZero();
            workFor("", "");
            assertThat(tables.jdbc().sql("SELECT sequence FROM event ORDER BY serial").query(Long.class).list())
                    .containsExactly(1L, 2L);
        });
    }

    /** A new table of the fleet either belongs to a dealer and has a policy, or is named here with the reason. */
    @Test
    void everyTableHasAPolicyOrNamesNobody() {
        assertThat(tables.jdbc().sql("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND NOT (relrowsecurity AND relforcerowsecurity)
                """).query(String.class).list())
                // What blocks a car names nobody; answers are found by a key that contains their caller.
                .containsExactlyInAnyOrder("car_occupancy", "idempotency_record", "flyway_schema_history");
    }

    private static void workFor(String onlyDealer, String onlyOwner) {
        tables.jdbc().sql("SELECT set_config('fleet.dealer', :dealer, true), set_config('fleet.owner', :owner, true)")
                .param("dealer", onlyDealer)
                .param("owner", onlyOwner)
                .query()
                .singleRow();
    }

    private static int count(String table) {
        return tables.jdbc().sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private static int update(String sql) {
        return tables.jdbc().sql(sql).update();
    }
}
