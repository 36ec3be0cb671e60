package dev.fleetbooking.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.faults.Checker.Fault;
import dev.fleetbooking.bootstrap.faults.Checker.Finding;
import dev.fleetbooking.bootstrap.faults.Operation.Answer;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
import dev.fleetbooking.postgres.kit.TestDatabase;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The checker of the {@link Faults} finds nothing if nothing is wrong, and finds each planted fault. The test writes tables and
 * journal itself, as the service would write them and as it must never do.
 */
@Execution(CONCURRENT)
@ResourceLock("CheckerIT")
@Tag("thorough")
class CheckerIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T09:00:00Z");
    private static final String CAR = "00000000-0000-7000-8000-0000000000ca";
    private static final String BOOKED = "00000000-0000-7000-8000-00000000000b";
    private static final String MOVED = "00000000-0000-7000-8000-00000000000c";
    private static final String CANCELLED = "00000000-0000-7000-8000-00000000000d";
    private static final String PLANNED = "00000000-0000-7000-8000-00000000000e";
    private static final Instant AGREED = START.plusSeconds(4 * 3600);
    private static final String SPARE = "00000000-0000-7000-8000-0000000000cb";
    private static final String BACK = "00000000-0000-7000-8000-00000000001b";
    private static final String OUT = "00000000-0000-7000-8000-00000000001c";
    private static final String DISPLACED = "00000000-0000-7000-8000-00000000001d";
    private static final String DISPLACING = "00000000-0000-7000-8000-00000000001e";

    private final Journal journal = new Journal();
    private Connection database;
    private Operation booked;
    private Operation moved;

    /** Without foreign keys, which would prevent most planted faults. */
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
        window(PLANNED, "planned", day(20), day(21));

        var refused = journal.begin(Operation.create(Kind.BOOK, "refused", CAR, START, END));
        journal.answer(refused, problem(503, "temporarily-unavailable", "1"));
        journal.answer(refused, Answer.NONE);
        journal.answer(refused, problem(409, "car-unavailable", null));
        writeWhatIsRightOnTheSpareCar();
    }

    /** One customer has returned it, the next one got it early, and a booking of the other car has moved to it. */
    private void writeWhatIsRightOnTheSpareCar() throws SQLException {
        car(CAR, 50);
        car(SPARE, 60);
        made(Kind.BOOK, "back", BACK, SPARE, START, END);
        changed(Kind.HAND_OVER, "hand-over", BACK);
        changed(Kind.RETURN, "return", BACK);
        booking(BACK, "back", SPARE, "COMPLETED", START, END, 2);
        execute("UPDATE booking SET turnaround_minutes = 30 WHERE id = '%s'".formatted(BACK));
        occupancy(BACK, "BOOKING", SPARE, START, minutes(121 + 30));
        execute("UPDATE car_occupancy SET used_until = '%s' WHERE owner_id = '%s'".formatted(minutes(121), BACK));
        event(BACK, "BOOKING_MADE", null, SPARE, START, END, "CONFIRMED", SPARE, START, END);
        handedOver(BACK, START.plusSeconds(10), START, END);
        event(BACK, "CAR_RETURNED", "ACTIVE", SPARE, START, END, "COMPLETED", SPARE, START, END);
        happened(BACK, "CAR_RETURNED", "returned_at", minutes(120).plusSeconds(10));

        made(Kind.BOOK, "out", OUT, SPARE, AGREED, END);
        changed(Kind.HAND_OVER, "hand-over-early", OUT);
        booking(OUT, "out", SPARE, "ACTIVE", AGREED, END, 1);
        occupancy(OUT, "BOOKING", SPARE, minutes(181), END);
        execute("UPDATE car_occupancy SET in_use = true WHERE owner_id = '%s'".formatted(OUT));
        event(OUT, "BOOKING_MADE", null, SPARE, AGREED, END, "CONFIRMED", SPARE, AGREED, END);
        handedOver(OUT, minutes(181).plusSeconds(10), AGREED, END);

        made(Kind.BOOK, "displaced", DISPLACED, CAR, day(30), day(31));
        var displacing = journal.begin(Operation.create(Kind.DISPLACE, "displacing", CAR, day(30), day(31)));
        var body = "{\"id\": \"%s\", \"displaced\": [{\"bookingId\": \"%s\", \"fromCarId\": \"%s\", \"toCarId\": \"%s\"}]}"
                .formatted(DISPLACING, DISPLACED, CAR, SPARE);
        journal.answer(displacing, new Answer(201, "", Optional.empty(), DISPLACING, "\"0\"", body));
        record("displacing", 201, DISPLACING);
        execute("UPDATE idempotency_record SET body = convert_to('%s', 'UTF8') WHERE key = 'displacing'".formatted(body));
        window(DISPLACING, "displacing", day(30), day(31));
        booking(DISPLACED, "displaced", SPARE, "CONFIRMED", day(30), day(31), 1);
        event(DISPLACED, "BOOKING_MADE", null, CAR, day(30), day(31), "CONFIRMED", CAR, day(30), day(31));
        event(DISPLACED, "BOOKING_DISPLACED", "CONFIRMED", CAR, day(30), day(31), "CONFIRMED", SPARE, day(30), day(31));
    }

    @AfterEach
    void forget() throws SQLException {
        database.rollback();
        database.close();
    }

    @Test
    void findsNothingIfNothingIsWrong() throws SQLException {
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
            WRONG_HISTORY   | UPDATE event SET after_car_id = gen_random_uuid() WHERE type = 'BOOKING_CANCELLED'
            WRONG_HISTORY   | UPDATE event SET occurred_at = occurred_at - interval '1 ms' WHERE type = 'CAR_RETURNED'
            WRONG_HISTORY   | UPDATE booking SET handed_over_at = NULL WHERE id = '{back}'
            LOST            | UPDATE booking SET status = 'CONFIRMED' WHERE id = '{out}'
            LOST            | UPDATE booking SET status = 'ACTIVE' WHERE id = '{back}'
            LOST            | DELETE FROM event WHERE type = 'CAR_HANDED_OVER' AND subject_id = '{out}'
            LOST            | UPDATE booking SET car_id = '{car}' WHERE id = '{displaced}'
            LOST            | DELETE FROM event WHERE type = 'BOOKING_DISPLACED'
            UNASKED         | UPDATE event SET subject_id = '{booked}' WHERE type = 'BOOKING_DISPLACED'
            UNASKED         | UPDATE event SET after_car_id = gen_random_uuid() WHERE type = 'BOOKING_DISPLACED'
            DUPLICATE       | UPDATE event SET type = 'CAR_HANDED_OVER' WHERE type = 'CAR_RETURNED'
            NOT_BACK        | UPDATE event SET serial = DEFAULT WHERE type = 'CAR_RETURNED'
            NOT_BACK        | DELETE FROM event WHERE type = 'CAR_RETURNED'
            WRONG_OCCUPANCY | DELETE FROM car_occupancy WHERE owner_id = '{back}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET used_until = upper(during) WHERE owner_id = '{back}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET during = tstzrange(lower(during), used_until) WHERE owner_id = '{back}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET during = during + tstzrange(used_until, '{till}') WHERE owner_id = '{back}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET during = tstzrange('{agreed}', used_until) WHERE owner_id = '{out}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET in_use = false WHERE owner_id = '{out}'
            WRONG_OCCUPANCY | UPDATE car_occupancy SET car_id = gen_random_uuid() WHERE owner_id = '{displaced}'
            WRONG_MOVE      | UPDATE car SET category = 'VAN' WHERE id = '{spare}'
            WRONG_MOVE      | UPDATE car SET dealer_id = gen_random_uuid() WHERE id = '{spare}'
            WRONG_MOVE      | UPDATE event SET before_car_id = after_car_id WHERE type = 'BOOKING_DISPLACED'
            WRONG_MOVE      | UPDATE event SET after_status = 'HELD' WHERE type = 'BOOKING_DISPLACED'
            WRONG_MOVE      | UPDATE event SET after_ends_at = after_ends_at + '1h' WHERE type = 'BOOKING_DISPLACED'
            WRONG_MOVE      | UPDATE event SET after_total = 60 WHERE type = 'BOOKING_DISPLACED'
            WRONG_MOVE      | UPDATE booking SET daily_price = 60, total = 60 WHERE id = '{displaced}'
            WRONG_RECORD    | DELETE FROM idempotency_record WHERE key = 'booked'
            WRONG_RECORD    | UPDATE idempotency_record SET body = 'other' WHERE key = 'cancel'
            WRONG_RECORD    | UPDATE idempotency_record SET key = 'nobody' WHERE key = 'planned'
            """)
    void findsWhatIsWrongInTheTables(Fault fault, String planted) throws SQLException {
        execute(planted.replace("{booked}", BOOKED).replace("{moved}", MOVED)
                .replace("{cancelled}", CANCELLED).replace("{planned}", PLANNED).replace("{back}", BACK).replace("{out}", OUT)
                .replace("{displaced}", DISPLACED).replace("{car}", CAR).replace("{spare}", SPARE)
                .replace("{till}", minutes(181).toString()).replace("{agreed}", AGREED.toString()));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(fault);
    }

    @Test
    void findsAnOverlapOfBookings() throws SQLException {
        execute("UPDATE booking SET starts_at = '%s', ends_at = '%s' WHERE id = '%s'"
                .formatted(START.plusSeconds(3600), END, MOVED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.OVERLAP);
    }

    @Test
    void findsAnOverlapThatNoConstraintRefused() throws SQLException {
        execute("ALTER TABLE car_occupancy DROP CONSTRAINT car_occupancy_no_overlap");
        execute("UPDATE car_occupancy SET during = tstzrange('%1$s', '%2$s'), used_until = '%2$s' WHERE owner_id = '%3$s'"
                .formatted(END.minusSeconds(60), day(11), PLANNED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.OVERLAP);
    }

    @Test
    void findsACarThatIsHandedOverTwice() throws SQLException {
        execute("UPDATE booking SET status = 'ACTIVE' WHERE id = '%s'".formatted(BACK));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.OVERLAP);
    }

    /** The service's clock was set back in between. */
    @Test
    void acceptsThatAnOccupancyThatEndedBeforeItBeganIsDeleted() throws SQLException {
        happened(BACK, "CAR_RETURNED", "returned_at", START.minusSeconds(60));
        execute("DELETE FROM car_occupancy WHERE owner_id = '%s'".formatted(BACK));

        assertThat(Checker.check(database, journal)).isEmpty();
    }

    @Test
    void findsTwoAcknowledgedChangesOfWhichOneIsLost() throws SQLException {
        made(Kind.BOOK, "second", "00000000-0000-7000-8000-0000000000ff", START, END);

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).containsOnly(Fault.LOST);
    }

    @Test
    void findsARetryThatIsAnsweredDifferently() throws SQLException {
        journal.answer(booked, success(201, MOVED));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.DIFFERENT_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 internal-error", "503 ", "504 ", "404 not-found", "409 duplicate-registration-plate", "200 "})
    void findsAForbiddenAnswer(String answer) throws SQLException {
        var parts = answer.split(" ", 2);
        journal.answer(booked, problem(Integer.parseInt(parts[0]), parts[1], "1"));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).contains(Fault.UNCLEAN_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon"})
    void findsA503WithoutRetryAfter(String retryAfter) throws SQLException {
        journal.answer(booked, problem(503, "temporarily-unavailable", retryAfter));

        assertThat(Checker.check(database, journal)).extracting(Finding::fault).containsOnly(Fault.UNCLEAN_ANSWER);
    }

    @Test
    void acceptsThatARescheduleWhoseAnswerWasLostWasMadeOrNot() throws SQLException {
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
    void acceptsALapseOnlyAfterTheHoldsTime(int madeSecondsAgo, int secondsLate, boolean accepted) throws SQLException {
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

    private static Instant minutes(int minutes) {
        return START.plusSeconds(60L * minutes);
    }

    private Operation made(Kind kind, String key, String id, Instant start, Instant end) throws SQLException {
        return made(kind, key, id, CAR, start, end);
    }

    private Operation made(Kind kind, String key, String id, String car, Instant start, Instant end) throws SQLException {
        var operation = journal.begin(Operation.create(kind, key, car, start, end));
        journal.answer(operation, Answer.NONE);
        journal.answer(operation, success(201, id));
        journal.answer(operation, success(201, id));
        record(key, 201, id);
        return operation;
    }

    private void changed(Kind kind, String key, String id) throws SQLException {
        journal.answer(journal.begin(Operation.change(kind, key, id, null, null)), success(200, id));
        record(key, 200, id);
    }

    private static Answer success(int status, String id) {
        return new Answer(status, "", Optional.empty(), id, "\"1\"", "{\"id\": \"" + id + "\"}");
    }

    private static Answer problem(int status, String type, String retryAfter) {
        return new Answer(status, type, Optional.ofNullable(retryAfter), "", "", "");
    }

    private void car(String id, int dailyPrice) throws SQLException {
        execute("""
                INSERT INTO car (id, dealer_id, registration_plate, make, model, model_year, category, daily_price, currency,
                    status, version)
                VALUES ('%1$s', '%2$s', 'T %3$d', 'VW', 'Golf', 2024, 'COMPACT', %3$d, 'EUR', 'IN_SERVICE', 0)
                """.formatted(id, CAR, dailyPrice));
    }

    private void window(String id, String key, Instant start, Instant end) throws SQLException {
        execute("INSERT INTO maintenance_window (id, car_id, dealer_id, starts_at, ends_at, reason, status, created_at, version)"
                + " VALUES ('%s', '%s', '%s', '%s', '%s', '%s', 'PLANNED', now(), 0)".formatted(id, CAR, CAR, start, end, key));
        occupancy(id, "MAINTENANCE", CAR, start, end);
        event(id, "MAINTENANCE_PLANNED", null, start, end, "PLANNED", start, end);
    }

    private void handedOver(String id, Instant at, Instant start, Instant end) throws SQLException {
        event(id, "CAR_HANDED_OVER", "CONFIRMED", SPARE, start, end, "ACTIVE", SPARE, start, end);
        happened(id, "CAR_HANDED_OVER", "handed_over_at", at);
    }

    private void happened(String id, String type, String column, Instant at) throws SQLException {
        execute("UPDATE event SET occurred_at = '%s' WHERE subject_id = '%s' AND type = '%s'".formatted(at, id, type));
        execute("UPDATE booking SET %s = '%s' WHERE id = '%s'".formatted(column, at, id));
    }

    private void booking(String id, String key, String status, Instant start, Instant end, int version) throws SQLException {
        booking(id, key, CAR, status, start, end, version);
    }

    private void booking(String id, String key, String car, String status, Instant start, Instant end, int version)
            throws SQLException {
        execute("""
                INSERT INTO booking (id, car_id, dealer_id, customer_name, customer_email, starts_at, ends_at,
                    turnaround_minutes, time_zone, days, daily_price, total, currency, status, created_at, version)
                VALUES ('%s', '%s', '%s', 'Ada', '%s@example.org', '%s', '%s', 0, 'UTC', 1, 50, 50, 'EUR', '%s', now(), %d)
                """.formatted(id, car, CAR, key, start, end, status, version));
        if (status.equals("CONFIRMED")) {
            occupancy(id, "BOOKING", car, start, end);
        }
    }

    private void occupancy(String owner, String kind, String car, Instant start, Instant end) throws SQLException {
        execute("""
                INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until)
                VALUES ('%1$s', '%2$s', '%3$s', tstzrange('%4$s', '%5$s'), '%5$s')
                """.formatted(owner, car, kind, start, end));
    }

    private void event(
            String subject, String type, String before, Instant startBefore, Instant endBefore,
            String after, Instant start, Instant end) throws SQLException {
        event(subject, type, before, CAR, startBefore, endBefore, after, CAR, start, end);
    }

    private void event(
            String subject, String type, String before, String carBefore, Instant startBefore, Instant endBefore,
            String after, String car, Instant start, Instant end) throws SQLException {
        var unchanged = before == null ? "NULL, NULL, NULL, NULL, NULL, NULL"
                : "'%s', '%s', '%s', '%s', 50, 50".formatted(before, carBefore, startBefore, endBefore);
        execute("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, before_status, before_car_id, before_starts_at,
                    before_ends_at, before_daily_price, before_total, after_status, after_car_id, after_starts_at,
                    after_ends_at, after_daily_price, after_total)
                VALUES ('%s', now(), 'BOOKING', '%s', gen_random_uuid(), %s, '%s', '%s', '%s', '%s', 50, 50)
                """.formatted(type, subject, unchanged, after, car, start, end));
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
