package dev.fleetbooking.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** An embedded PostgreSQL as durable as the service's own, with memory that fits the data set. */
final class Database implements AutoCloseable {

    private final String password = UUID.randomUUID().toString();
    private final EmbeddedPostgres server;

    Database(Path directory) throws IOException {
        var passwordFile = Files.writeString(Files.createTempFile("password", null), password);
        server = EmbeddedPostgres.builder()
                // In the build directory, since the temporary directory may be in memory, without a disk to wait for.
                .setDataDirectory(directory.resolve("postgres"))
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // These become options of initdb too; by default the library requires no password.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile()))
                .start();
        Files.delete(passwordFile);
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** What the service's environment has to contain. */
    Map<String, String> environment() {
        return Map.of("SPRING_DATASOURCE_URL", url(), "SPRING_DATASOURCE_PASSWORD", password);
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", password);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void executeResource(String name) throws IOException, SQLException {
        try (var sql = Database.class.getResourceAsStream(name)) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    long query(String sql) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    long deadlocks() throws SQLException {
        return query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    /** Of all clients except this call. */
    int connections() throws SQLException {
        return (int) query("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'") - 1;
    }

    long postmaster() throws SQLException {
        return query("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint");
    }

    void loadFleet() throws Exception {
        copy("dealer (id, name, time_zone, currency, turnaround_minutes, version)", IntStream.range(0, Fleet.DEALERS)
                .mapToObj(dealer -> row(Fleet.dealer(dealer), "Dealer " + dealer, "Europe/Berlin", "EUR", Fleet.TURNAROUND_MINUTES, 0)));
        copy("car (id, dealer_id, registration_plate, make, model, model_year, category, daily_price, currency, status, version)",
                IntStream.range(0, Fleet.CARS).mapToObj(car -> row(Fleet.car(car), Fleet.dealer(Fleet.dealerOf(car)), "B-" + car, "Volkswagen",
                        "Golf", 2024, Fleet.category(car), Fleet.dailyPrice(car), "EUR", "IN_SERVICE", 0)));
    }

    /** Extends the data set from one size to the next, each half on its own connection. */
    void loadBookings(int from, int to) throws Exception {
        var there = Fleet.numbers(from).boxed().toList();
        var numbers = Fleet.numbers(to).filter(number -> from == 0 || !there.contains(number)).toArray();
        var halves = new ArrayList<Thread>();
        var failures = new CopyOnWriteArrayList<Exception>();
        for (var half : new int[] {0, Fleet.CARS / 2}) {
            halves.add(Thread.ofPlatform().start(() -> {
                try {
                    loadBookings(half, half + Fleet.CARS / 2, numbers);
                } catch (Exception e) {
                    failures.add(e);
                }
            }));
        }
        for (var half : halves) {
            half.join();
        }
        for (var failure : failures) {
            throw failure;
        }
        requireWhole(to);
        settle();
    }

    /** After rows were loaded: does now what PostgreSQL would do during the next measurement. */
    void settle() throws SQLException {
        execute("VACUUM ANALYZE");
        execute("CHECKPOINT");
    }

    private void loadBookings(int firstCar, int lastCar, int[] numbers) throws Exception {
        copyBookings(firstCar, lastCar, numbers, """
                booking (id, car_id, dealer_id, customer_name, customer_email, starts_at, ends_at, turnaround_minutes, time_zone,
                days, daily_price, total, currency, status, created_at, handed_over_at, returned_at, version)
                """, (slot, number) -> {
                    var past = number < Fleet.PAST;
                    var days = past ? 1 : 2;
                    var price = Fleet.dailyPrice(slot.car());
                    return row(Fleet.booking(slot.car(), number), Fleet.car(slot.car()), Fleet.dealer(Fleet.dealerOf(slot.car())),
                            "Ada Lovelace", "ada@example.org", slot.start(), slot.end(), Fleet.TURNAROUND_MINUTES, "Europe/Berlin", days,
                            price, days * price, "EUR", past ? "COMPLETED" : "CONFIRMED", slot.start().minus(Duration.ofDays(400)),
                            past ? slot.start() : "\\N", past ? slot.end() : "\\N", 0);
                });
        copyBookings(firstCar, lastCar, numbers, "car_occupancy (owner_id, car_id, kind, during, used_until, in_use)",
                (slot, number) -> row(Fleet.booking(slot.car(), number), Fleet.car(slot.car()), "BOOKING",
                        "[%s,%s)".formatted(slot.start(), slot.end().plus(Duration.ofMinutes(Fleet.TURNAROUND_MINUTES))), slot.end(), false));
    }

    private interface RowOf {
        String row(Fleet.Slot slot, int number);
    }

    private void copyBookings(int firstCar, int lastCar, int[] numbers, String table, RowOf rows) throws Exception {
        IntFunction<Stream<String>> ofCar = car -> IntStream.of(numbers).mapToObj(number -> rows.row(Fleet.loaded(car, number), number));
        copy(table, IntStream.range(firstCar, lastCar).boxed().flatMap(ofCar::apply));
    }

    private void copy(String table, Stream<String> rows) throws Exception {
        try (var connection = connect(); var statement = connection.createStatement()) {
            // Foreign keys would be checked row by row at the commit; requireWhole checks all of them at once instead. The
            // exclusion constraint is not a trigger and still applies.
            statement.execute("SET session_replication_role = replica");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
            var buffer = new StringBuilder();
            for (var row : (Iterable<String>) rows::iterator) {
                if (buffer.append(row).length() > 1 << 16) {
                    send(copy, buffer);
                }
            }
            send(copy, buffer);
            copy.endCopy();
        }
    }

    private static void send(org.postgresql.copy.CopyIn copy, StringBuilder buffer) throws SQLException {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private static String row(Object... values) {
        return Stream.of(values).map(String::valueOf).reduce((one, other) -> one + '\t' + other).orElseThrow() + '\n';
    }

    /** Fails unless each live booking has its occupancy, and each occupancy its booking. */
    void requireWhole(int occupancies) throws SQLException {
        var whole = query("""
                SELECT count(*) FROM car_occupancy JOIN booking
                ON (id, booking.car_id, booking.in_use, booking.lapses_at_or_never)
                    = (booking_id, car_occupancy.car_id, car_occupancy.in_use, car_occupancy.lapses_at_or_never)
                """);
        var owed = query("SELECT count(*) FROM booking WHERE in_use IS NOT NULL");
        // The warm-up has added some rows.
        if (whole != owed || whole < occupancies) {
            throw new IllegalStateException("%d occupancies with their bookings for %d bookings, of %d".formatted(whole, owed, occupancies));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
