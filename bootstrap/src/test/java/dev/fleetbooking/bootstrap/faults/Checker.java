package dev.fleetbooking.bootstrap.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.bootstrap.faults.Operation.Answer;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
import dev.fleetbooking.bootstrap.faults.Operation.Move;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares what clients were told with the tables. It shares no code with the service: it reads by its own SQL and relies on no
 * constraint. It knows holds, bookings, hand-overs, returns in time, and windows that have not begun.
 */
final class Checker {

    enum Fault {
        /** An answer that is neither a success nor a documented refusal nor 503 with Retry-After. */
        UNCLEAN_ANSWER,
        /** Two answers to one key that are not the same. */
        DIFFERENT_ANSWER,
        /** A change that was acknowledged and is lost. */
        LOST,
        /** A change that nobody requested, or that was refused. */
        UNASKED,
        /** Two changes for one key. */
        DUPLICATE,
        /** Two overlapping occupancies of one car. */
        OVERLAP,
        /** A car that was handed over while another customer had it. */
        NOT_BACK,
        /** A booking that moved to a car of another dealer or category, or whose period or price changed by that. */
        WRONG_MOVE,
        /** A car whose occupancies do not correspond to its bookings and windows. */
        WRONG_OCCUPANCY,
        /** A change without its event, or an event without its change. */
        WRONG_HISTORY,
        /** An acknowledged change without an idempotency record, or a record without its change. */
        WRONG_RECORD
    }

    record Finding(Fault fault, String what) {
    }

    /** A row of a booking or window; the version counts its changes. */
    private record Row(
            String id, String key, String car, Instant start, Instant end, String status, long version) {
    }

    private record Event(
            String subject, String type, String statusBefore, String carBefore, Instant startBefore, Instant endBefore,
            String status, String car, Instant start, Instant end) {
    }

    /** Changes that happen without a request. */
    private static final String BY_ITSELF = "BOOKING_EXPIRED";
    /** Changes of bookings by requests for maintenance windows. */
    private static final String MOVED = "BOOKING_DISPLACED";

    private static final String ROWS = """
            SELECT id, split_part(customer_email, '@', 1) AS key, car_id, starts_at, ends_at, status, version FROM booking
            UNION ALL
            SELECT id, reason, car_id, starts_at, ends_at, status, version FROM maintenance_window
            """;

    /** A hand-over before the start blocks the car from that minute on, and a return up to the end of that minute. */
    private static final String BLOCKING = """
            SELECT id, car_id, kind, tstzrange(since, until + turnaround_minutes * interval '1 minute') AS during,
                   until AS used_until, in_use
            FROM (SELECT id, car_id, turnaround_minutes, CASE status WHEN 'HELD' THEN 'HOLD' ELSE 'BOOKING' END AS kind,
                         least(starts_at, date_trunc('minute', handed_over_at)) AS since,
                         CASE status WHEN 'COMPLETED' THEN date_trunc('minute', returned_at + interval '59.999999 seconds')
                                     ELSE ends_at END AS until,
                         status = 'ACTIVE' AS in_use
                  FROM booking WHERE status IN ('HELD', 'CONFIRMED', 'ACTIVE', 'COMPLETED')) AS used
            WHERE since < until
            UNION ALL
            SELECT id, car_id, 'MAINTENANCE', tstzrange(starts_at, ends_at), ends_at, false
            FROM maintenance_window WHERE status = 'PLANNED'
            """;

    /** In order of their starts, each must begin after all earlier ones have ended; the constraint's index is not used. */
    private static final String OVERLAPS = """
            SELECT id || ' on car ' || car_id FROM (
                SELECT id, car_id, lower(during) AS start, max(upper(during)) OVER (
                    PARTITION BY car_id ORDER BY lower(during), id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken
                FROM (%s) AS blocking) AS sorted
            WHERE start < taken
            """;

    private static final String WRONG_OCCUPANCIES = """
            SELECT coalesce(blocking.id, owner_id)
            FROM (%s) AS blocking FULL JOIN car_occupancy ON blocking.id = owner_id AND blocking.car_id = car_occupancy.car_id
                AND blocking.kind = car_occupancy.kind AND blocking.during = car_occupancy.during
                AND blocking.used_until = car_occupancy.used_until AND blocking.in_use = car_occupancy.in_use
            WHERE blocking.id IS NULL OR owner_id IS NULL
            """.formatted(BLOCKING);

    /** The event of a lapse has the instant of the lapse, and is not written before it. */
    private static final String WRONG_LAPSES = """
            SELECT subject_id || ' at ' || occurred_at FROM event LEFT JOIN booking ON booking.id = subject_id
            WHERE type = '%s' AND (occurred_at IS DISTINCT FROM created_at + interval '%s' OR occurred_at > now())
            """.formatted(BY_ITSELF, Service.HOLD_DURATION);

    /** A hand-over or return holds the car's lock until its event is written. */
    private static final String NOT_BACK = """
            SELECT subject_id || ' on car ' || after_car_id FROM (
                SELECT *, lag(type) OVER (PARTITION BY after_car_id ORDER BY serial) AS type_before
                FROM event WHERE type IN ('CAR_HANDED_OVER', 'CAR_RETURNED')) AS keys
            WHERE type = 'CAR_HANDED_OVER' AND type_before = 'CAR_HANDED_OVER'
            """;

    private static final String WRONG_TIMES = """
            SELECT concat(booking.id, ' ', type, ' at ', occurred_at)
            FROM booking LEFT JOIN event ON subject_id = booking.id AND type IN ('CAR_HANDED_OVER', 'CAR_RETURNED')
            WHERE occurred_at IS DISTINCT FROM CASE type WHEN 'CAR_RETURNED' THEN returned_at ELSE handed_over_at END
                OR type IS NULL AND returned_at IS NOT NULL
            """;

    private static final String WRONG_MOVES = """
            SELECT subject_id || ' to ' || after_car_id
            FROM event LEFT JOIN car AS old ON old.id = before_car_id LEFT JOIN car AS new ON new.id = after_car_id
                AND new.id <> old.id AND new.dealer_id = old.dealer_id AND new.category = old.category
            WHERE type = '%s' AND (new.id IS NULL OR
                (before_status, before_starts_at, before_ends_at, before_total)
                    IS DISTINCT FROM (after_status, after_starts_at, after_ends_at, after_total))
            UNION ALL
            SELECT booking.id || ' for ' || daily_price || ' a day'
            FROM booking JOIN event ON subject_id = booking.id WHERE after_daily_price <> daily_price
            """.formatted(MOVED);

    private final Connection database;
    private final List<Operation> operations;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(Connection database, List<Operation> operations) {
        this.database = database;
        this.operations = operations;
    }

    static List<Finding> check(Connection database, Journal journal) throws SQLException {
        var checker = new Checker(database, journal.operations());
        checker.checkAnswers();
        checker.checkCalendar();
        checker.checkRows();
        checker.checkTimes();
        checker.checkRecords();
        return checker.findings;
    }

    private void report(Fault fault, String what, Object... arguments) {
        findings.add(new Finding(fault, what.formatted(arguments)));
    }

    private void checkAnswers() {
        for (var operation : operations) {
            for (var answer : operation.answers()) {
                if (!isClean(operation, answer)) {
                    report(Fault.UNCLEAN_ANSWER, "%s %s: %s %s", operation.kind(), operation.key(), answer, answer.body());
                }
            }
            if (operation.answers().stream().filter(Answer::isSuccess).distinct().count() > 1) {
                report(Fault.DIFFERENT_ANSWER, "%s: %s", operation.key(), operation.answers());
            }
        }
    }

    private static boolean isClean(Operation operation, Answer answer) {
        var hasToWait = answer.retryAfter().filter(seconds -> seconds.matches("[1-9]\\d*")).isPresent();
        return switch (answer.toString()) {
            case "0" -> true;
            case "200" -> !operation.kind().creates();
            case "201" -> operation.kind().creates();
            case "503 temporarily-unavailable" -> hasToWait;
            case "409 request-in-progress" -> hasToWait && operation.kind().hasKey();
            default -> operation.kind().refusals.contains(answer.toString());
        };
    }

    private void checkCalendar() throws SQLException {
        for (var calendar : List.of(BLOCKING, "SELECT owner_id AS id, car_id, during FROM car_occupancy")) {
            for (var overlap : query(OVERLAPS.formatted(calendar), row -> row.getString(1))) {
                report(Fault.OVERLAP, overlap);
            }
        }
        for (var owner : query(WRONG_OCCUPANCIES, row -> row.getString(1))) {
            report(Fault.WRONG_OCCUPANCY, owner);
        }
        for (var handOver : query(NOT_BACK, row -> row.getString(1))) {
            report(Fault.NOT_BACK, handOver);
        }
        for (var move : query(WRONG_MOVES, row -> row.getString(1))) {
            report(Fault.WRONG_MOVE, move);
        }
    }

    private void checkRows() throws SQLException {
        var rows = query(ROWS, Checker::toRow);
        var asked = operations.stream().filter(operation -> operation.kind().creates())
                .collect(toMap(Operation::key, Function.identity()));
        var seen = new HashSet<String>();
        for (var row : rows) {
            if (!asked.containsKey(row.key()) || !asked.get(row.key()).isDone()) {
                report(Fault.UNASKED, "%s", row);
            }
            if (!seen.add(row.key())) {
                report(Fault.DUPLICATE, "%s", row);
            }
        }
        var rowsById = rows.stream().collect(toMap(Row::id, Function.identity()));
        var events = query("SELECT * FROM event WHERE subject_kind <> 'CAR' ORDER BY serial", Checker::toEvent).stream()
                .collect(groupingBy(Event::subject));
        var known = operations.stream().filter(operation -> operation.knownSubject().isPresent())
                .collect(groupingBy(operation -> operation.knownSubject().orElseThrow()));
        var moves = operations.stream()
                .flatMap(operation -> operation.moves().stream())
                .collect(groupingBy(Move::booking));
        known.forEach((id, history) -> checkAcknowledged(rowsById.get(id), history, moves.getOrDefault(id, List.of())));
        Stream.of(rowsById.keySet(), events.keySet(), moves.keySet()).flatMap(Set::stream).distinct().forEach(id -> {
            checkHistory(rowsById.get(id), events.getOrDefault(id, List.of()), known.getOrDefault(id, List.of()));
            checkMoves(events.getOrDefault(id, List.of()), moves.getOrDefault(id, List.of()));
        });
    }

    /** Follows the acknowledged changes of a booking or window from its creation to the last one. */
    private void checkAcknowledged(Row row, List<Operation> history, List<Move> moves) {
        var made = history.getFirst();
        if (row == null || !row.key().equals(made.key()) || !List.of(row.car()).equals(carsAfter(made.car(), moves))) {
            report(Fault.LOST, "%s of %s, and %s, there is %s", made.kind(), made.key(), moves, row);
            return;
        }
        String status = null;
        var starts = new HashSet<Instant>();
        var ends = new HashSet<Instant>();
        for (var operation : history) {
            if (operation.isDone()) {
                status = Objects.requireNonNullElse(operation.kind().status, status);
            }
            if (operation.start() != null && operation.isDone()) {
                starts.clear();
                ends.clear();
            }
            if (operation.start() != null && (operation.isDone() || operation.isUncertain())) {
                starts.add(operation.start());
                ends.add(operation.end());
            }
        }
        var lapsed = "HELD".equals(status) && row.status().equals("EXPIRED");
        if (!row.status().equals(status) && !lapsed || !starts.contains(row.start()) || !ends.contains(row.end())) {
            report(Fault.LOST, "%s from %s until %s was acknowledged, there is %s", status, starts, ends, row);
        }
    }

    /** The last car of a booking, whatever the order of the others. */
    private static List<String> carsAfter(String first, List<Move> moves) {
        var cars = new ArrayList<>(List.of(first));
        moves.forEach(move -> cars.add(move.to()));
        moves.forEach(move -> cars.remove(move.from()));
        return cars;
    }

    private void checkMoves(List<Event> events, List<Move> acknowledged) {
        var happened = events.stream().filter(event -> event.type().equals(MOVED))
                .map(event -> new Move(event.subject(), event.carBefore(), event.car()))
                .collect(toCollection(ArrayList::new));
        for (var move : acknowledged) {
            if (!happened.remove(move)) {
                report(Fault.LOST, "%s", move);
            }
        }
        happened.forEach(move -> report(Fault.UNASKED, "%s", move));
        events.stream().filter(event -> !event.type().equals(MOVED) && event.carBefore() != null)
                .filter(event -> !event.car().equals(event.carBefore()))
                .forEach(event -> report(Fault.WRONG_HISTORY, "%s", event));
    }

    /** Each event continues the previous one, the last one agrees with the row, and each requested change has one. */
    private void checkHistory(Row row, List<Event> events, List<Operation> history) {
        Event last = null;
        for (var event : events) {
            var continues = last == null
                    ? event.statusBefore() == null
                    : last.status().equals(event.statusBefore()) && last.car().equals(event.carBefore())
                            && last.start().equals(event.startBefore()) && last.end().equals(event.endBefore());
            if (!continues) {
                report(Fault.WRONG_HISTORY, "%s after %s", event, last);
            }
            last = event;
        }
        if (row == null || last == null || row.version() != events.size() - 1 || !row.status().equals(last.status())
                || !row.car().equals(last.car()) || !row.start().equals(last.start()) || !row.end().equals(last.end())) {
            report(Fault.WRONG_HISTORY, "%s with %d events, the last of which is %s", row, events.size(), last);
        }
        checkChanges(events.stream().collect(groupingBy(Event::type, counting())), history);
    }

    private void checkTimes() throws SQLException {
        for (var lapse : query(WRONG_LAPSES, row -> row.getString(1))) {
            report(Fault.WRONG_HISTORY, "lapsed: %s", lapse);
        }
        for (var time : query(WRONG_TIMES, row -> row.getString(1))) {
            report(Fault.WRONG_HISTORY, time);
        }
    }

    private void checkChanges(Map<String, Long> happened, List<Operation> history) {
        var asked = Stream.of(Kind.values()).map(kind -> kind.event).collect(toSet());
        for (var event : asked) {
            var those = history.stream().filter(operation -> operation.kind().event.equals(event)).toList();
            var done = those.stream().filter(Operation::isDone).count();
            var uncertain = those.stream().filter(Operation::isUncertain).count();
            var times = happened.getOrDefault(event, 0L);
            if (times < done || times > done + uncertain) {
                report(times < done ? Fault.LOST : Fault.DUPLICATE,
                        "%s happened %d times, %d were acknowledged: %s", event, times, done, history);
            }
        }
        happened.keySet().stream().filter(type -> !asked.contains(type) && !Set.of(BY_ITSELF, MOVED).contains(type))
                .forEach(type -> report(Fault.UNASKED, "%s: %s", type, history));
    }

    private void checkRecords() throws SQLException {
        var records = query("SELECT key, status || ' ' || convert_from(body, 'UTF8') FROM idempotency_record",
                row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (var operation : operations) {
            var record = operation.kind().hasKey() ? records.remove(operation.key()) : null;
            var expected = operation.answers().stream().filter(answer -> answer.isSuccess() && operation.kind().hasKey())
                    .map(answer -> answer.status() + " " + answer.body()).findFirst().orElse(null);
            if (!Objects.equals(record, expected)) {
                report(Fault.WRONG_RECORD, "%s was answered %s, the record says %s", operation.key(), expected, record);
            }
        }
        records.keySet().forEach(key -> report(Fault.WRONG_RECORD, "nobody used the key %s", key));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    private static Row toRow(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"), row.getString("key"), row.getString("car_id"), instant(row, "starts_at"),
                instant(row, "ends_at"), row.getString("status"), row.getLong("version"));
    }

    private static Event toEvent(ResultSet row) throws SQLException {
        return new Event(
                row.getString("subject_id"), row.getString("type"), row.getString("before_status"),
                row.getString("before_car_id"), instant(row, "before_starts_at"), instant(row, "before_ends_at"),
                row.getString("after_status"), row.getString("after_car_id"), instant(row, "after_starts_at"),
                instant(row, "after_ends_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
