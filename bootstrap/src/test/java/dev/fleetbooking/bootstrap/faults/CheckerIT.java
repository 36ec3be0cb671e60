package dev.fleetbooking.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.faults.Checker.Fault;
import dev.fleetbooking.bootstrap.faults.Checker.Finding;
import dev.fleetbooking.bootstrap.faults.Operation.Answer;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
import dev.fleetbooking.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The judge of the {@link Faults} finds nothing where nothing is wrong, and each fault that is planted. Tables and journal
 * are written by hand, as the service would have written them and as it never may.
 */
class CheckerIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T09:00:00Z");
    private static final String CAR = "00000000-0000-7000-8000-0000000000ca";
    private static final String BOOKED = "00000000-0000-7000-8000-00000000000b";
    private static final String MOVED = "00000000-0000-7000-8000-00000000000c";
    private static final String CANCELLED = "00000000-0000-7000-8000-00000000000d";
    private static final String PLANNED = "00000000-0000-7000-8000-00000000000e";

    private final Journal journal = new Journal();
    private Connection database;
    private Operation booked;
    private Operation moved;

    /** Without foreign keys, which would keep most faults from being planted. */
    @BeforeAll
    static void createTables() {
        Flyway.configure().dataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password()).load().migrate();
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password()));
        jdbc.sql("SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint WHERE contype = 'f'")
                .query(String.class).list()
                .forEach(dropping -> jdbc.sql(dropping).update());
    }

    @BeforeEach
    void writeWhatIsRight() throws SQLException {
        database = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password());
        database.setAutoCommit(false);
        booked = made(Kind.BOOK, "booked", BOOKED, START, END);
        booking(BOOKED, "booked", "CONFIRMED", START, END, 0);
        event(BOOKED, "BOOKING_MADE", null, START, END, "CONFIRMED", START, END);

        made(Kind.BOOK, "moved", MOVED, day(10), day(11));
        moved = journal.begin(Operation.change(Kind.RESCHEDULE, "move", MOVED, day(12), day(13)));
        journal.answer(moved, success(200, MOVED));
        booking(MOVED, "moved", "CONFIRMED", day(12), day(13), 1);
        event(MOVED, "BOOKING_MADE", null, day(10), day(11), "CONFIRMED", day(10), day(11));
        event(MOVED, "BOOKING_RESCHEDULED", "CONFIRMED", day(10), day(11), "CONFIRMED", day(12), day(13));

        made(Kind.HOLD, "cancelled", CANCELLED, START, END);
        var cancel = journal.begin(Operation.change(Kind.CANCEL, "cancel", CANCELLED, null, null));
        journal.answer(cancel, success(200, CANCELLED));
        record("cancel", 200, CANCELLED);
        booking(CANCELLED, "cancelled", "CANCELLED", START, END, 1);
        event(CANCELLED, "BOOKING_HELD", null, START, END, "HELD", START, END);
        event(CANCELLED, "BOOKING_CANCELLED", "HELD", START, END, "CANCELLED", START, END);

        made(Kind.PLAN, "planned", PLANNED, day(20), day(21));
        execute("INSERT INTO maintenance_window (id, car_id, dealer_id, starts_at, ends_at, reason, status, created_at, version)"
                + " VALUES ('%s', '%s', '%s', '%s', '%s', 'planned', 'PLANNED', now(), 0)"
                        .formatted(PLANNED, CAR, CAR, day(20), day(21)));
        occupancy(PLANNED, "MAINTENANCE", day(20), day(21));
        event(PLANNED, "MAINTENANCE_PLANNED", null, day(20), day(21), "PLANNED", day(20), day(21));

        var refused = journal.begin(Operation.create(Kind.BOOK, "refused", CAR, START, END));
        journal.answer(refused, problem(503, "temporarily-unavailable", "1"));
        journal.answer(refused, Answer.NONE);
        journal.answer(refused, problem(409, "car-unavailable", null));
    }

    @AfterEach
    void forget() throws SQLException {
        database.rollback();
        database.close();
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws SQLException {
        assertThat(Checker.check(database, journal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOST            | DELETE FROM booking WHERE id = '{booked}'
            LOST            | UPDATE booking SET status = 'CANCELLED' WHERE id = '{booked}'
            LOST            | UPDATE booking SET status = 'CONFIRMED' WHERE id = '{cancelled}'
            LOST            | UPDATE booking SET ends_at = ends_at + interval '1 hour' WHERE id = '{moved}'
            LOST            | UPDATE booking SET car_id = gen_random_uuid() WHERE id = '{booked}'
            LOST            | DELETE FROM maintenance_window
            LOST            | DELETE FROM event WHERE type = 'BOOKING_CANCELLED'
            UNASKED         | UPDATE booking SET customer_email = 'nobody@example.org' WHERE id = '{booked}'
            UNASKED         | UPDATE booking SET customer_email = 'refused@example.org' WHERE id = '{booked}'
            UNASKED         | UPDATE event SET type = 'BOOKING_CORRECTED' WHERE type = 'BOOKING_RESCHEDULED'
            DUPLICATE       | UPDATE booking SET customer_email = 'moved@example.org' WHERE id = '{booked}'
            DUPLICATE       | UPDATE event SET type = 'BOOKING_MADE' WHERE type = 'BOOKING_RESCHEDULED'
            WRONG_OCCUPANCY | DELETE FROM car_occupancy WHERE owner_id = '{planned}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET owner_id = gen_random_uuid() WHERE owner_id = '{booked}'
            WRONG_OCCUPANCY | UPDATE booking SET turnaround_minutes = 60 WHERE id = '{booked}'
            WRONG_HISTORY   | DELETE FROM event WHERE type = 'BOOKING_RESCHEDULED'
            WRONG_HISTORY   | UPDATE booking SET version = 1 WHERE id = '{booked}'
            WRONG_HISTORY   | UPDATE event SET before_status = 'CONFIRMED' WHERE type = 'BOOKING_CANCELLED'
            WRONG_HISTORY   | DELETE FROM booking WHERE id = '{cancelled}'
            WRONG_RECORD    | DELETE FROM idempotency_record WHERE key = 'booked'
            WRONG_RECORD    | UPDATE idempotency_record SET body = 'other' WHERE key = 'cancel'
            WRONG_RECORD    | UPDATE idempotency_record SET key = 'nobody' WHERE key = 'planned'
            """)
    void findsWhatIsWrongInTheTables(Fault fault, String planted) throws SQLException {
        execute(planted.replace("{booked}", BOOKED).replace("{moved}", MOVED)
                .replace("{cancelled}", CANCELLED).replace("{planned}", PLANNED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(fault);
    }

    @Test
    void findsAnOverlapOfBookings() throws SQLException {
        execute("UPDATE booking SET starts_at = '%s', ends_at = '%s' WHERE id = '%s'"
                .formatted(START.plusSeconds(3600), END, MOVED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.OVERLAP);
    }

    @Test
    void findsAnOverlapThatNoConstraintHasSeen() throws SQLException {
        execute("ALTER TABLE car_occupancy DROP CONSTRAINT car_occupancy_no_overlap");
        execute("UPDATE car_occupancy SET during = tstzrange('%1$s', '%2$s'), used_until = '%2$s' WHERE owner_id = '%3$s'"
                .formatted(END.minusSeconds(60), day(11), PLANNED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.OVERLAP);
    }

    @Test
    void findsTwoAcknowledgedChangesOfWhichOneIsThere() throws SQLException {
        made(Kind.BOOK, "second", "00000000-0000-7000-8000-0000000000ff", START, END);

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).containsOnly(Fault.LOST);
    }

    @Test
    void findsARepetitionThatIsAnsweredDifferently() throws SQLException {
        journal.answer(booked, success(201, MOVED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.DIFFERENT_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 internal-error", "503 ", "504 ", "404 not-found", "409 duplicate-registration-plate", "200 "})
    void findsAnAnswerThatMustNotBe(String answer) throws SQLException {
        var parts = answer.split(" ", 2);
        journal.answer(booked, problem(Integer.parseInt(parts[0]), parts[1], "1"));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.UNCLEAN_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon"})
    void findsARefusalThatDoesNotSayWhenToComeBack(String retryAfter) throws SQLException {
        journal.answer(booked, problem(503, "temporarily-unavailable", retryAfter));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).containsOnly(Fault.UNCLEAN_ANSWER);
    }

    @Test
    void acceptsThatARescheduleWhoseAnswerGotLostWasDoneOrNot() throws SQLException {
        moved.answers().clear();
        journal.answer(moved, Answer.NONE);
        journal.answer(moved, problem(412, "precondition-failed", null));
        assertThat(Checker.check(database, journal)).isEmpty();

        execute("DELETE FROM event WHERE type = 'BOOKING_RESCHEDULED'");
        execute("UPDATE booking SET starts_at = '%s', ends_at = '%s', version = 0 WHERE id = '%s'"
                .formatted(day(10), day(11), MOVED));
        execute("UPDATE car_occupancy SET during = tstzrange('%1$s', '%2$s'), used_until = '%2$s' WHERE owner_id = '%3$s'"
                .formatted(day(10), day(11), MOVED));
        assertThat(Checker.check(database, journal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, 0, true", "60, -1, false", "60, 1, false", "-60, 0, false"})
    void acceptsThatAHoldHasLapsedAfterItsTimeOnly(int madeSecondsAgo, int secondsLate, boolean accepted) throws SQLException {
        var id = "00000000-0000-7000-8000-0000000000aa";
        made(Kind.HOLD, "lapsed", id, START, END);
        booking(id, "lapsed", "EXPIRED", START, END, 1);
        execute("UPDATE booking SET created_at = now() - interval '%d seconds' WHERE id = '%s'".formatted(madeSecondsAgo, id));
        event(id, "BOOKING_HELD", null, START, END, "HELD", START, END);
        event(id, "BOOKING_EXPIRED", "HELD", START, END, "EXPIRED", START, END);
        execute("UPDATE event SET occurred_at = (SELECT created_at FROM booking WHERE id = subject_id) + interval '%s'"
                .formatted(Service.HOLD_DURATION.plusSeconds(secondsLate)) + " WHERE type = 'BOOKING_EXPIRED'");

        assertThat(Checker.check(database, journal)).extracting(Finding::fault)
                .containsExactlyElementsOf(accepted ? List.of() : List.of(Fault.WRONG_HISTORY));
    }

    private static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }

    private Operation made(Kind kind, String key, String id, Instant start, Instant end) throws SQLException {
        var operation = journal.begin(Operation.create(kind, key, CAR, start, end));
        journal.answer(operation, Answer.NONE);
        journal.answer(operation, success(201, id));
        journal.answer(operation, success(201, id));
        record(key, 201, id);
        return operation;
    }

    private static Answer success(int status, String id) {
        return new Answer(status, "", Optional.empty(), id, "\"1\"", "{\"id\": \"" + id + "\"}");
    }

    private static Answer problem(int status, String type, String retryAfter) {
        return new Answer(status, type, Optional.ofNullable(retryAfter), "", "", "");
    }

    private void booking(String id, String key, String status, Instant start, Instant end, int version) throws SQLException {
        execute("""
                INSERT INTO booking (id, car_id, dealer_id, customer_name, customer_email, starts_at, ends_at,
                    turnaround_minutes, time_zone, days, daily_price, total, currency, status, created_at, version)
                VALUES ('%s', '%s', '%s', 'Ada', '%s@example.org', '%s', '%s', 0, 'UTC', 1, 50, 50, 'EUR', '%s', now(), %d)
                """.formatted(id, CAR, CAR, key, start, end, status, version));
        if (status.equals("CONFIRMED")) {
            occupancy(id, "BOOKING", start, end);
        }
    }

    private void occupancy(String owner, String kind, Instant start, Instant end) throws SQLException {
        execute("""
                INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until)
                VALUES ('%1$s', '%2$s', '%3$s', tstzrange('%4$s', '%5$s'), '%5$s')
                """.formatted(owner, CAR, kind, start, end));
    }

    private void event(
            String subject, String type, String before, Instant startBefore, Instant endBefore,
            String after, Instant start, Instant end) throws SQLException {
        var unchanged = before == null ? "NULL, NULL, NULL, NULL"
                : "'%s', '%s', '%s', '%s'".formatted(before, CAR, startBefore, endBefore);
        execute("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, before_status, before_car_id, before_starts_at,
                    before_ends_at, after_status, after_car_id, after_starts_at, after_ends_at)
                VALUES ('%s', now(), 'BOOKING', '%s', %s, '%s', '%s', '%s', '%s')
                """.formatted(type, subject, unchanged, after, CAR, start, end));
    }

    private void record(String key, int status, String id) throws SQLException {
        execute("INSERT INTO idempotency_record (key, fingerprint, created_at, status, body) VALUES"
                + " ('%s', sha256(''), now(), %d, convert_to('%s', 'UTF8'))".formatted(key, status, success(status, id).body()));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
