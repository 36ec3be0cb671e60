package dev.fleetbooking.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A booking directly on the database, by the statements of the service: they are read from PostgreSQL's log, so they cannot
 * differ from what the service sends.
 */
final class BookingBySql {

    private static final String CLAIM = "(?i)ON CONFLICT ON CONSTRAINT car_occupancy_no_overlap DO NOTHING";
    private static final String LOCK = "(?i)FOR SHARE";
    private static final String OVERLAP =
            "SELECT FROM car_occupancy WHERE car_id = ? AND during && tstzrange(?, ?)";
    private static final DateTimeFormatter IN_LOG = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssx").withZone(ZoneOffset.UTC);
    private static final Pattern ENTRY = Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)] (\\w+): +(?:(?:execute|statement)[^:]*: )?(.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    /** @param parameters as text; null is NULL */
    record Statement(String sql, List<String> parameters) {

        Statement with(UnaryOperator<String> change) {
            return new Statement(change.apply(sql), parameters);
        }

        boolean claims() {
            return sql.contains("INTO car_occupancy");
        }
    }

    private final List<Statement> statements;
    private final List<String> seen;

    private BookingBySql(List<Statement> statements, List<String> seen) {
        this.statements = statements;
        this.seen = seen;
    }

    /** Watches the service make one booking. */
    static BookingBySql recorded(Database database, Path log, Fleet fleet, Workloads workloads) throws Exception {
        database.execute("ALTER SYSTEM SET log_statement = 'all'");
        database.execute("SELECT pg_reload_conf()");
        var slot = fleet.next();
        // A connection notices the setting at its next use, and it is not known which connection will be used.
        List<Statement> found = List.of();
        for (var deadline = Instant.now().plusSeconds(20); found.isEmpty() && Instant.now().isBefore(deadline); slot = fleet.next()) {
            var id = workloads.book(slot);
            found = transactionAbout(id, Files.readString(log));
            if (!found.isEmpty()) {
                database.execute("ALTER SYSTEM RESET log_statement");
                database.execute("SELECT pg_reload_conf()");
                return new BookingBySql(found, texts(id, slot));
            }
        }
        throw new IllegalStateException("no booking of the service was seen in " + log);
    }

    private static List<Statement> transactionAbout(String bookingId, String log) {
        var open = new HashMap<String, List<Statement>>();
        for (var entry : log.split("\n(?=\\d{4}-)")) {
            var parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                continue;
            }
            var process = parts.group(1);
            var text = parts.group(3).strip();
            var session = open.get(process);
            if (text.equals("BEGIN")) {
                open.put(process, new ArrayList<>());
            } else if (session == null) {
                // A statement of a transaction that began before the log was switched on.
                continue;
            } else if (parts.group(2).equals("DETAIL")) {
                var values = PARAMETER.matcher(text).results().map(value -> value.group(1)).toList();
                session.set(session.size() - 1, new Statement(session.getLast().sql(), values));
            } else if (!text.equals("COMMIT")) {
                session.add(new Statement(text.replaceAll("\\$\\d+", "?"), List.of()));
            } else if (session.stream().anyMatch(statement -> statement.parameters().contains(bookingId))) {
                return session;
            }
        }
        return List.of();
    }

    /** Without a lock on the car, and with an INSERT that fails if it conflicts. */
    BookingBySql byPlainInsert() {
        return changed(sql -> sql.replaceAll(CLAIM, "").replaceAll(LOCK + "( OF \\w+)?", ""));
    }

    /** One writer of a car at a time, which checks before the INSERT. */
    BookingBySql byRowLock() {
        var changed = changed(sql -> sql.replaceAll(CLAIM, "").replaceAll(LOCK, "FOR NO KEY UPDATE"));
        var withCheck = new ArrayList<>(changed.statements);
        var claim = withCheck.indexOf(withCheck.stream().filter(Statement::claims).findFirst().orElseThrow());
        withCheck.add(claim, new Statement(OVERLAP, List.of(seen.get(1), seen.get(3), seen.get(5))));
        return new BookingBySql(withCheck, seen);
    }

    private BookingBySql changed(UnaryOperator<String> change) {
        var changed = statements.stream().map(statement -> statement.with(change)).toList();
        if (changed.stream().filter(statement -> !statements.contains(statement)).count() < 2) {
            throw new IllegalStateException("expected a lock and a claim in " + statements);
        }
        return new BookingBySql(changed, seen);
    }

    List<String> sql() {
        return statements.stream().map(Statement::sql).toList();
    }

    Sessions connect(Database database, int connections) throws SQLException {
        var sessions = new Sessions();
        for (int number = 0; number < connections; number++) {
            sessions.free.add(new Session(database.connect()));
        }
        return sessions;
    }

    /** Open connections, each of which serves one call at a time. */
    static final class Sessions implements AutoCloseable {

        private final BlockingQueue<Session> free = new LinkedBlockingQueue<>();

        /** @return 201 if booked, 409 if not, 500 for everything else, in particular a deadlock */
        int book(Fleet.Slot slot) throws Exception {
            var session = free.take();
            try {
                return session.book(slot);
            } finally {
                free.add(session);
            }
        }

        @Override
        public void close() throws SQLException {
            for (var session : free) {
                session.connection.close();
            }
        }
    }

    private final class Session {

        private final Connection connection;
        private final List<PreparedStatement> prepared = new ArrayList<>();

        Session(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            for (var statement : statements) {
                prepared.add(connection.prepareStatement(statement.sql()));
            }
        }

        int book(Fleet.Slot slot) throws SQLException {
            var texts = texts(Fleet.newId().toString(), slot);
            try {
                for (int number = 0; number < prepared.size(); number++) {
                    var done = execute(number, texts);
                    var sql = statements.get(number);
                    if (sql.claims() && done == 0 || sql.sql().equals(OVERLAP) && done > 0) {
                        connection.rollback();
                        return 409;
                    }
                }
                connection.commit();
                return 201;
            } catch (SQLException e) {
                connection.rollback();
                // An exclusion violation.
                return "23P01".equals(e.getSQLState()) ? 409 : 500;
            }
        }

        /** @return the number of rows */
        private int execute(int number, List<String> texts) throws SQLException {
            var statement = prepared.get(number);
            var parameters = statements.get(number).parameters();
            for (int index = 0; index < parameters.size(); index++) {
                var value = parameters.get(index);
                var varying = value == null ? -1 : seen.indexOf(value);
                statement.setObject(index + 1, varying < 0 ? value : texts.get(varying), Types.OTHER);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            int rows = 0;
            try (var found = statement.getResultSet()) {
                while (found.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    /** The parameters that differ from booking to booking, in the format of the log. */
    private static List<String> texts(String id, Fleet.Slot slot) {
        return List.of(
                id, Fleet.car(slot.car()).toString(), Fleet.dealer(Fleet.dealerOf(slot.car())).toString(), IN_LOG.format(slot.start()),
                IN_LOG.format(slot.end()), IN_LOG.format(slot.end().plus(Duration.ofMinutes(Fleet.TURNAROUND_MINUTES))));
    }
}
