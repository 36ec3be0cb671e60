package dev.fleetbooking.bootstrap.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.bootstrap.faults.Operation.Answer;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
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
 * Judges what clients were told by what the tables hold. It shares nothing with the service: it reads by SQL of its own,
 * trusts no constraint, and knows of holds, bookings that are not handed over yet, and windows that have not begun.
 */
final class Checker {

    enum Fault {
        /** An answer that is neither a success nor a documented refusal nor 503 with Retry-After. */
        UNCLEAN_ANSWER,
        /** Two answers to one key that are not the same. */
        DIFFERENT_ANSWER,
        /** A change that was acknowledged and is not there. */
        LOST,
        /** A change that nobody asked for, or that was refused. */
        UNASKED,
        /** Two changes for one key. */
        DUPLICATE,
        /** One car for two at the same time. */
        OVERLAP,
        /** A car that is not blocked as its bookings and windows say. */
        WRONG_OCCUPANCY,
        /** A change without its event, or an event without its change. */
        WRONG_HISTORY,
        /** An acknowledged change that could not be repeated with its key, or a record of what was not done. */
        WRONG_RECORD
    }

    record Finding(Fault fault, String what) {
    }

    /** A booking or window as its table has it; the version counts its changes. */
    private record Row(
            String id, String key, String car, Instant start, Instant end, String status, long version) {
    }

    private record Event(
            String subject, String type, String statusBefore, String carBefore, Instant startBefore, Instant endBefore,
            String status, String car, Instant start, Instant end) {
    }

    /** What happens without being asked for. */
    private static final String BY_ITSELF = "BOOKING_EXPIRED";

    private static final String ROWS = """
            SELECT id, split_part(customer_email, '@', 1) AS key, car_id, starts_at, ends_at, status, version FROM booking
            UNION ALL
            SELECT id, reason, car_id, starts_at, ends_at, status, version FROM maintenance_window
            """;

    private static final String BLOCKING = """
            SELECT id, car_id, CASE status WHEN 'HELD' THEN 'HOLD' ELSE 'BOOKING' END AS kind,
                   tstzrange(starts_at, ends_at + turnaround_minutes * interval '1 minute') AS during
            FROM booking WHERE status IN ('HELD', 'CONFIRMED')
            UNION ALL
            SELECT id, car_id, 'MAINTENANCE', tstzrange(starts_at, ends_at)
            FROM maintenance_window WHERE status = 'PLANNED'
            """;

    /** In order of their starts, each must begin after the latest end before it; the index of the constraint is of no use here. */
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
            WHERE blocking.id IS NULL OR owner_id IS NULL
            """.formatted(BLOCKING);

    /** The event of a lapse bears the instant of the lapse, and is not written before. */
    private static final String WRONG_LAPSES = """
            SELECT subject_id || ' at ' || occurred_at FROM event LEFT JOIN booking ON booking.id = subject_id
            WHERE type = '%s' AND (occurred_at IS DISTINCT FROM created_at + interval '%s' OR occurred_at > now())
            """.formatted(BY_ITSELF, Service.HOLD_DURATION);

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
        checker.checkLapses();
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
        known.forEach((id, history) -> checkAcknowledged(rowsById.get(id), history));
        Stream.of(rowsById.keySet(), events.keySet()).flatMap(Set::stream).distinct().forEach(id -> checkHistory(
                rowsById.get(id), events.getOrDefault(id, List.of()), known.getOrDefault(id, List.of())));
    }

    /** Follows what was acknowledged from the making of a booking or window to its last change. */
    private void checkAcknowledged(Row row, List<Operation> history) {
        var made = history.getFirst();
        if (row == null || !row.key().equals(made.key()) || !row.car().equals(made.car())) {
            report(Fault.LOST, "%s of %s, there is %s", made.kind(), made.key(), row);
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

    /** Each event continues the one before, the last one leads to the row, and there is one for each change that was asked for. */
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

    private void checkLapses() throws SQLException {
        for (var lapse : query(WRONG_LAPSES, row -> row.getString(1))) {
            report(Fault.WRONG_HISTORY, "lapsed: %s", lapse);
        }
    }

    private void checkChanges(Map<String, Long> happened, List<Operation> history) {
        for (var kind : Kind.values()) {
            var done = history.stream().filter(operation -> operation.kind() == kind && operation.isDone()).count();
            var uncertain = history.stream().filter(operation -> operation.kind() == kind && operation.isUncertain()).count();
            var times = happened.getOrDefault(kind.event, 0L);
            if (times < done || times > done + uncertain) {
                report(times < done ? Fault.LOST : Fault.DUPLICATE,
                        "%s happened %d times, %d were acknowledged: %s", kind, times, done, history);
            }
        }
        var asked = Stream.of(Kind.values()).map(kind -> kind.event).collect(toSet());
        happened.keySet().stream().filter(type -> !asked.contains(type) && !type.equals(BY_ITSELF))
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
