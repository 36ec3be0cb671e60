package dev.fleetbooking.postgres;

import static dev.fleetbooking.postgres.TestTables.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database itself refuses, whoever writes to it. */
@WhatToDo("each constraint and table of a migration has a comment: docs/recipes/add-a-field.md")
@Execution(CONCURRENT)
@ResourceLock("SchemaIT")
class SchemaIT {

    private static final String LAPSE = "'2027-01-01T00:15Z'";
    private static final Map<String, String> HOLD = Map.of("kind", "'HOLD'", "lapses_at", LAPSE);

    private static TestTables tables;

    private UUID dealer;
    private UUID car;

    @BeforeAll
    static void createTables() {
        tables = TestTables.create();
    }

    @BeforeEach
    void givenCar() {
        dealer = tables.dealer(Map.of());
        car = tables.car(dealer, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "b-ab 1", "B-AB  1", "B-AB\u00a01", "B\u2011AB 1", "B\u2212AB 1", "B\u2013AB 1", "B-AB\u16801", "\uff22-AB 1", "M-A\u0308 1",
        " B-AB 1", "B-AB 1 ", "B\tAB", "B\u202eAB", "\ud803\udead"
    })
    void refusesASecondSpellingOfAPlate(String plate) {
        refuses("car_registration_plate_normal", () -> tables.car(dealer, Map.of("registration_plate", quoted(plate))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before_reason", "after_reason"})
    void refusesAnEventWhoseReasonIsNotInNormalForm(String column) {
        refuses("event_%s_normal".formatted(column), () -> tables.jdbc().sql("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status, %s)
                VALUES ('CAR_CHANGED', now(), 'CAR', gen_random_uuid(), gen_random_uuid(), 'IN_SERVICE', 'A\u0308')
                """.formatted(column)).update());
    }

    @Test
    void refusesALiveBookingWithoutOccupancy() {
        refuses("booking_required_occupancy_fkey", () -> tables.booking(car, Map.of()));
    }

    @Test
    void refusesToDeleteTheOccupancyOfALiveBooking() {
        var booking = bookingWithOccupancy("CONFIRMED");

        refuses("booking_required_occupancy_fkey", () -> deleteOccupancy(booking));
    }

    @Test
    void refusesToReviveABookingWithoutOccupancy() {
        var booking = tables.booking(car, Map.of("status", "'COMPLETED'"));

        refuses("booking_required_occupancy_fkey", () -> setStatus("booking", booking, "ACTIVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "EXPIRED", "NO_SHOW"})
    void refusesAnOccupancyOfACancelledExpiredOrNoShowBooking(String status) {
        var booking = tables.booking(car, Map.of("status", quoted(status)));

        refuses("car_occupancy_booking_fkey", () -> tables.occupancy(booking, car, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "EXPIRED", "NO_SHOW"})
    void refusesToEndABookingThatKeepsItsOccupancy(String status) {
        var booking = bookingWithOccupancy("CONFIRMED");

        refuses("car_occupancy_booking_fkey", () -> setStatus("booking", booking, status));
    }

    @Test
    void allowsACompletedBookingToKeepItsOccupancyOrNot() {
        var booking = bookingWithOccupancy("ACTIVE");

        assertThatCode(() -> tables.commit(() -> {
            setStatus("booking", booking, "COMPLETED");
            setInUse(booking, false);
        })).doesNotThrowAnyException();
        assertThatCode(() -> tables.commit(() -> deleteOccupancy(booking))).doesNotThrowAnyException();
    }

    @Test
    void allowsToReplaceTheOccupancyOfALiveBooking() {
        var booking = bookingWithOccupancy("CONFIRMED");

        assertThatCode(() -> tables.commit(() -> {
            deleteOccupancy(booking);
            tables.occupancy(booking, car, Map.of());
        })).doesNotThrowAnyException();
    }

    @Test
    void refusesALiveWindowWithoutOccupancy() {
        refuses("maintenance_window_required_occupancy_fkey", () -> tables.maintenanceWindow(car, Map.of()));
    }

    @Test
    void refusesToDeleteTheOccupancyOfALiveWindow() {
        var window = windowWithOccupancy("IN_PROGRESS");

        refuses("maintenance_window_required_occupancy_fkey", () -> deleteOccupancy(window));
    }

    @Test
    void refusesAnOccupancyOfACancelledWindow() {
        var window = tables.maintenanceWindow(car, Map.of("status", "'CANCELLED'"));

        refuses("car_occupancy_maintenance_window_fkey",
                () -> tables.occupancy(window, car, Map.of("kind", "'MAINTENANCE'")));
    }

    @Test
    void refusesToCancelAWindowThatKeepsItsOccupancy() {
        var window = windowWithOccupancy("PLANNED");

        refuses("car_occupancy_maintenance_window_fkey", () -> setStatus("maintenance_window", window, "CANCELLED"));
    }

    @Test
    void allowsACompletedWindowToKeepItsOccupancyOrNot() {
        var window = windowWithOccupancy("IN_PROGRESS");

        assertThatCode(() -> tables.commit(() -> {
            setStatus("maintenance_window", window, "COMPLETED");
            setInUse(window, false);
        })).doesNotThrowAnyException();
        assertThatCode(() -> tables.commit(() -> deleteOccupancy(window))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOccupancyWithoutOwner() {
        refuses("car_occupancy_booking_fkey", () -> tables.occupancy(UUID.randomUUID(), car, Map.of()));
    }

    @Test
    void refusesAnOccupancyOfAnotherKindThanItsOwner() {
        refuses("car_occupancy_maintenance_window_fkey", () -> {
            var booking = tables.booking(car, Map.of("status", "'COMPLETED'"));
            tables.occupancy(booking, car, Map.of("kind", "'MAINTENANCE'"));
        });
        refuses("car_occupancy_booking_fkey", () -> {
            var window = tables.maintenanceWindow(car, Map.of("status", "'COMPLETED'"));
            tables.occupancy(window, car, Map.of());
        });
    }

    @Test
    void refusesAnOccupancyOfAnotherCarThanItsOwner() {
        var other = tables.car(dealer, Map.of());

        refuses("car_occupancy_booking_fkey", () -> {
            var booking = tables.booking(car, Map.of());
            tables.occupancy(booking, other, Map.of());
        });
    }

    @Test
    void refusesToMoveABookingToAnotherCarWithoutItsOccupancy() {
        var booking = bookingWithOccupancy("CONFIRMED");
        var other = tables.car(dealer, Map.of());

        refuses("car_occupancy_booking_fkey", () -> update(
                "UPDATE booking SET car_id = %s WHERE id = %s".formatted(quoted(other), quoted(booking))));
    }

    @Test
    void refusesASecondOccupancyOfOneOwner() {
        var booking = bookingWithOccupancy("CONFIRMED");

        refuses("car_occupancy_pkey", () -> tables.occupancy(
                booking, car, Map.of("during", "'[2027-04-01T09:00Z,2027-04-02T09:00Z)'", "used_until", "'2027-04-02T09:00Z'")));
    }

    @Test
    void refusesABookingOfACarOfAnotherDealer() {
        var other = tables.dealer(Map.of());

        refuses("booking_car_fkey", () -> tables.booking(car, Map.of("dealer_id", quoted(other), "status", "'CANCELLED'")));
    }

    @Test
    void refusesAWindowOfACarOfAnotherDealer() {
        var other = tables.dealer(Map.of());

        refuses("maintenance_window_car_fkey",
                () -> tables.maintenanceWindow(car, Map.of("dealer_id", quoted(other), "status", "'CANCELLED'")));
    }

    @Test
    void refusesAPriceInAnotherCurrencyThanTheDealers() {
        refuses("car_dealer_fkey", () -> tables.car(dealer, Map.of("currency", "'USD'")));
    }

    @Test
    void refusesASecondCarOfADealerWithTheSamePlate() {
        tables.car(dealer, Map.of("registration_plate", "'B-AB 123'"));

        refuses("car_registration_plate_key", () -> tables.car(dealer, Map.of("registration_plate", "'B-AB 123'")));
    }

    @Test
    void refusesAnOccupancyThatOverlapsAnotherOfTheSameCarWhateverTheirKinds() {
        bookingWithOccupancy("CONFIRMED");

        refuses("car_occupancy_no_overlap", () -> windowWithOccupancy("PLANNED"));
        refuses("car_occupancy_no_overlap", () -> bookingWithOccupancy("COMPLETED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            car_occupancy_during_half_open  | empty
            car_occupancy_during_half_open  | (,2027-03-03T09:00Z)
            car_occupancy_during_minutes    | [2027-03-01T09:00Z,)
            car_occupancy_during_minutes    | [-infinity,2027-03-03T09:00Z)
            car_occupancy_during_minutes    | [2027-03-01T09:00Z,infinity)
            car_occupancy_during_minutes    | [2027-03-01T09:00:30Z,2027-03-03T09:00Z)
            car_occupancy_during_minutes    | [2027-03-01T09:00Z,2027-03-03T09:00:00.001Z)
            car_occupancy_during_half_open  | [2027-03-01T09:00Z,2027-03-03T09:00Z]
            car_occupancy_during_half_open  | (2027-03-01T09:00Z,2027-03-03T09:00Z)
            car_occupancy_used_until_range  | [2027-03-01T09:00Z,2027-03-03T08:59Z)
            car_occupancy_used_until_range  | [2027-03-03T09:00Z,2027-03-03T10:00Z)
            """)
    void refusesAnOccupancyThatIsNotAHalfOpenPeriodOfWholeMinutesAroundItsUse(String constraint, String during) {
        refuses(constraint, () -> tables.occupancy(UUID.randomUUID(), car, Map.of("during", quoted(during))));
    }

    @Test
    void refusesAUseThatDoesNotEndAtAWholeMinute() {
        refuses("car_occupancy_used_until_minute", () -> tables.occupancy(
                UUID.randomUUID(), car, Map.of("used_until", "'2027-03-03T08:59:59Z'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"car_id", "kind", "during", "used_until", "in_use"})
    void refusesAnOccupancyWithMissingValues(String column) {
        var failure = catchThrowable(() -> tables.occupancy(UUID.randomUUID(), car, Map.of(column, "NULL")));

        assertThat(failure).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining(column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            booking_period_order    | 2027-03-01T09:00Z    | 2027-03-01T09:00Z
            booking_period_order    | 2027-03-03T09:00Z    | 2027-03-01T09:00Z
            booking_period_minutes  | 2027-03-01T09:00:01Z | 2027-03-03T09:00Z
            booking_period_minutes  | 2027-03-01T09:00Z    | 2027-03-03T09:00:01Z
            booking_period_minutes  | 2027-03-01T09:00Z    | infinity
            """)
    void refusesABookingOrWindowThatIsNotAPeriodOfWholeMinutes(String constraint, String start, String end) {
        var period = Map.of("starts_at", quoted(start), "ends_at", quoted(end));

        refuses(constraint, () -> tables.booking(car, period));
        refuses(constraint.replace("booking", "maintenance_window"), () -> tables.maintenanceWindow(car, period));
    }

    @Test
    void refusesATotalThatIsNotTheProductOfDaysAndDailyPrice() {
        refuses("booking_total_product", () -> tables.booking(car, Map.of("total", "99.99")));
    }

    @Test
    void onlyHoldsLapseAmongBookings() {
        refuses("booking_hold_expires", () -> tables.booking(car, Map.of("status", "'HELD'")));
        refuses("booking_hold_expires", () -> tables.booking(car, Map.of("hold_expires_at", LAPSE)));
    }

    @Test
    void onlyHoldsLapseAmongOccupancies() {
        refuses("car_occupancy_hold_lapses", () -> tables.occupancy(UUID.randomUUID(), car, Map.of("kind", "'HOLD'")));
        refuses("car_occupancy_hold_lapses", () -> tables.occupancy(UUID.randomUUID(), car, Map.of("lapses_at", LAPSE)));
    }

    @Test
    void allowsAHoldWhoseOccupancyLapsesWithIt() {
        assertThatCode(() -> tables.commit(() -> tables.occupancy(held(), car, HOLD))).doesNotThrowAnyException();
    }

    @Test
    void refusesAHoldWhoseOccupancyDoesNotLapseWithIt() {
        refuses("car_occupancy_booking_fkey", () -> tables.occupancy(held(), car, Map.of()));
        refuses("car_occupancy_booking_fkey", () -> tables.occupancy(
                held(), car, Map.of("kind", "'HOLD'", "lapses_at", "'2027-01-01T00:16Z'")));
    }

    @Test
    void refusesAnOccupancyThatLapsesIfItsBookingDoesNot() {
        refuses("car_occupancy_booking_fkey", () -> tables.occupancy(tables.booking(car, Map.of()), car, HOLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void refusesAHoldWhoseLapseIsNoInstant(String lapse) {
        refuses("booking_hold_expires_finite",
                () -> tables.booking(car, Map.of("status", "'HELD'", "hold_expires_at", quoted(lapse))));
        refuses("car_occupancy_hold_lapses_finite",
                () -> tables.occupancy(UUID.randomUUID(), car, Map.of("kind", "'HOLD'", "lapses_at", quoted(lapse))));
    }

    @Test
    void refusesAnOccupancyInUseIfItsOwnerIsNotInProgress() {
        var booking = bookingWithOccupancy("CONFIRMED");
        refuses("car_occupancy_booking_fkey", () -> setInUse(booking, true));
        tables.commit(() -> {
            setStatus("booking", booking, "CANCELLED");
            deleteOccupancy(booking);
        });

        refuses("car_occupancy_booking_fkey", () -> {
            var hold = held();
            tables.occupancy(hold, car, HOLD);
            setInUse(hold, true);
        });
        var window = windowWithOccupancy("PLANNED");
        refuses("car_occupancy_maintenance_window_fkey", () -> setInUse(window, true));
    }

    @Test
    void refusesToStartAnOwnerWithoutMarkingItsOccupancyInUse() {
        var booking = bookingWithOccupancy("CONFIRMED");

        refuses("car_occupancy_booking_fkey", () -> setStatus("booking", booking, "ACTIVE"));
    }

    @Test
    void refusesTwoOccupanciesInUseOfOneCar() {
        bookingWithOccupancy("ACTIVE");

        refuses("car_occupancy_in_use_key", () -> tables.occupancy(UUID.randomUUID(), car, Map.of(
                "during", "'[2027-04-01T09:00Z,2027-04-02T09:00Z)'", "used_until", "'2027-04-02T09:00Z'", "in_use", "true")));
    }

    @Test
    void refusesABookingAndAWindowThatShareAnOccupancy() {
        var id = quoted(UUID.randomUUID());

        refuses("booking_required_occupancy_fkey", () -> {
            tables.booking(car, Map.of("id", id));
            tables.occupancy(tables.maintenanceWindow(car, Map.of("id", id)), car, Map.of("kind", "'MAINTENANCE'"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'two words'", "'größe'", "E'tab\\t'", "repeat('x', 256)"})
    void refusesAnAccountThatIsNotVisibleAscii(String account) {
        refuses("booking_owner_form", () -> tables.booking(car, Map.of("owner", account)));
        refuses("event_actor_form", () -> update("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status, actor, actor_role)
                VALUES ('CAR_ADDED', now(), 'CAR', gen_random_uuid(), gen_random_uuid(), 'IN_SERVICE', %s, 'CUSTOMER')
                """.formatted(account)));
    }

    @Test
    void refusesTwoEventsWithTheSameSequence() {
        refuses("event_sequence_key", () -> update("""
                INSERT INTO event (sequence, type, occurred_at, subject_kind, subject_id, dealer_id, after_status)
                SELECT 1, 'CAR_ADDED', now(), 'CAR', gen_random_uuid(), gen_random_uuid(), 'IN_SERVICE' FROM generate_series(1, 2)
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "idempotency_record_pkey|'one', sha256(''), 201, ''), ('one', sha256(''), 201, ''",
        "idempotency_record_key_form|'two words', sha256(''), 201, ''",
        "idempotency_record_key_form|repeat('x', 65), sha256(''), 201, ''",
        "idempotency_record_fingerprint_length|'key', 'x', 201, ''",
        "idempotency_record_successful|'key', sha256(''), 409, ''",
        "idempotency_record_answered|'key', sha256(''), 201, NULL"})
    void refusesAnIdempotencyRecordThatCannotBeReplayed(String constraint, String values) {
        refuses(constraint, () -> update("""
                INSERT INTO idempotency_record (key, fingerprint, status, body, created_at)
                SELECT key, fingerprint::bytea, status, body::bytea, now() FROM (VALUES (%s)) AS given (key, fingerprint, status, body)
                """.formatted(values)));
    }

    @Test
    void everyTableAndConstraintSaysWhatItIsFor() {
        assertThat(tables.jdbc().sql("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND relname <> 'flyway_schema_history' AND obj_description(oid, 'pg_class') IS NULL
                UNION ALL
                SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
                AND conrelid <> 'flyway_schema_history'::regclass
                AND coalesce(obj_description(oid, 'pg_constraint'), '') NOT LIKE 'Refuses %'
                UNION ALL
                SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                WHERE relnamespace = 'public'::regnamespace AND indisunique AND indrelid <> 'flyway_schema_history'::regclass
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                AND coalesce(obj_description(indexrelid, 'pg_class'), '') NOT LIKE 'Refuses %'
                UNION ALL
                SELECT attrelid::regclass || '.' || attname FROM pg_attribute
                WHERE attgenerated <> '' AND NOT attisdropped AND col_description(attrelid, attnum) IS NULL
                """).query(String.class).list()).isEmpty();
    }

    private UUID held() {
        return tables.booking(car, Map.of("status", "'HELD'", "hold_expires_at", LAPSE));
    }

    private static void setInUse(UUID owner, boolean inUse) {
        update("UPDATE car_occupancy SET in_use = %s WHERE owner_id = %s".formatted(inUse, quoted(owner)));
    }

    private UUID bookingWithOccupancy(String status) {
        var id = UUID.randomUUID();
        tables.commit(() -> {
            tables.booking(car, Map.of("id", quoted(id), "status", quoted(status)));
            tables.occupancy(id, car, Map.of("in_use", quoted(status.equals("ACTIVE"))));
        });
        return id;
    }

    private UUID windowWithOccupancy(String status) {
        var id = UUID.randomUUID();
        tables.commit(() -> {
            tables.maintenanceWindow(car, Map.of("id", quoted(id), "status", quoted(status)));
            tables.occupancy(
                    id, car, Map.of("kind", "'MAINTENANCE'", "in_use", quoted(status.equals("IN_PROGRESS"))));
        });
        return id;
    }

    private static void setStatus(String table, UUID id, String status) {
        update("UPDATE %s SET status = %s WHERE id = %s".formatted(table, quoted(status), quoted(id)));
    }

    private static void deleteOccupancy(UUID owner) {
        update("DELETE FROM car_occupancy WHERE owner_id = " + quoted(owner));
    }

    private static void update(String sql) {
        assertThat(tables.jdbc().sql(sql).update()).isOne();
    }

    /** Immediately or at the commit. */
    private static void refuses(String constraint, Runnable change) {
        assertThat(catchThrowable(() -> tables.commit(change)))
                .matches(failure -> PostgresFailures.violates(failure, constraint), "violates " + constraint);
    }
}
