package dev.fleetbooking.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Prints what a booking, a search, an event and an idempotency key cost by the size of the data, with and without partitions, and
 * what a second instance of the service adds. Each size has a database of its own.
 */
final class Growth implements AutoCloseable {

    /** In ascending order. */
    private static final List<Integer> SIZES = Stream.of(System.getProperty("growth.sizes").split(",")).map(Integer::valueOf).toList();
    private static final int MAX = SIZES.getLast();
    private static final int USUAL = Math.min(1_000_000, MAX);
    private static final int EVENTS = Math.min(10_000_000, 2 * MAX);
    /** Of a day with 100 a second. */
    private static final int RECORDS = Math.min(8_640_000, 2 * MAX);
    private static final int EXPIRED_AT_ONCE = 10_000;
    private static final int CLIENTS = 16;
    /** Of each measurement, and of the warm-up before it. */
    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("bench.seconds"));
    private static final Path DIRECTORY = Path.of(System.getProperty("bench.directory"));
    private static final String ROW = "| %-43s | %-35s | %9s | %8s | %8s | %-60s |";

    private final Fleet fleet = new Fleet();
    private final List<String> table;
    private final int dealers;
    private final String size;
    private final Database database;
    private final Service service;
    private final Workloads workloads;

    private Growth(List<String> table, int occupancies, int dealers, boolean partitioned) throws Exception {
        this.table = table;
        this.dealers = dealers;
        database = new Database(DIRECTORY);
        service = new Service(Bench.JVM, DIRECTORY.resolve("service.log"), database.environment());
        workloads = new Workloads(service, fleet, occupancies);
        if (partitioned) {
            database.executeResource("/growth-partitions.sql");
        }
        size = "%,d occupancies%s".formatted(occupancies, partitioned ? ", 16 partitions" : "");
        load(occupancies);
    }

    public static void main(String[] arguments) throws Exception {
        var table = new ArrayList<>(List.of(
                ROW.formatted("what", "data", "done/s", "p50 ms", "p99 ms", "answers and remarks"),
                ROW.formatted("---", "---", "---", "---", "---", "---")));
        try {
            for (var occupancies : SIZES) {
                for (var partitioned : List.of(false, true)) {
                    try (var growth = new Growth(table, occupancies, Fleet.DEALERS, partitioned)) {
                        growth.search(growth.size);
                        growth.book();
                    }
                }
            }
            for (var carsOfADealer : List.of(20, 200, 2_000)) {
                try (var growth = new Growth(table, USUAL, Fleet.CARS / carsOfADealer, false)) {
                    growth.search("%,d cars of a dealer".formatted(carsOfADealer));
                }
            }
            try (var growth = new Growth(table, USUAL, Fleet.DEALERS, false)) {
                growth.bookByTwoInstances();
                growth.claimKeys();
                growth.readEvents();
            }
        } finally {
            Files.write(DIRECTORY.resolve("growth.md"), table);
            System.out.println(String.join("\n", table));
        }
    }

    /** Most indexes are built once the rows are there, and so are more compact than those of a fleet that has grown. */
    private void load(int occupancies) throws Exception {
        var begin = System.nanoTime();
        database.executeResource("/growth-load.sql");
        database.execute("CALL growth_fleet(%d, %d)".formatted(dealers, Fleet.CARS));
        database.execute("CALL growth_drop()");
        try (var halves = Executors.newFixedThreadPool(2)) {
            for (var half : halves.invokeAll(List.of(
                    () -> loadBookings(0, Fleet.CARS / 2, occupancies),
                    () -> loadBookings(Fleet.CARS / 2, Fleet.CARS, occupancies)))) {
                half.get();
            }
        }
        database.execute("CALL growth_restore()");
        database.requireWhole(occupancies);
        database.settle();
        var perSecond = occupancies * 1e9 / (System.nanoTime() - begin);
        print("load", size, perSecond, "", "", "MiB: car_occupancy %,d, its GiST %,d, booking %,d".formatted(
                mebibytes("^car_occ"), mebibytes("^car_occ.*(overlap|excl)$"), mebibytes("^booking")));
    }

    private Void loadBookings(int firstCar, int lastCar, int occupancies) throws SQLException {
        database.execute("CALL growth_bookings(%d, %d, %d, %d, %d)".formatted(
                firstCar, lastCar - 1, Fleet.CARS, occupancies / Fleet.CARS, dealers));
        return null;
    }

    /** With indexes. */
    private long mebibytes(String pattern) throws SQLException {
        return database.query("""
                SELECT coalesce(sum(pg_relation_size(oid)), 0) / 1048576 FROM pg_class
                WHERE relkind IN ('r', 'i') AND relname ~ '%s'
                """.formatted(pattern));
    }

    private void search(String data) {
        Load.Call search = () -> {
            var asked = Fleet.anySearch();
            return service.get("/availability?dealerId=%s&from=%s&to=%s".formatted(
                    Fleet.dealer(Fleet.random(dealers)), asked.start(), asked.end())).status();
        };
        Load.closed(CLIENTS, DURATION, () -> search);
        print("search of a dealer, open 50/s", data, Load.open(50, DURATION, search));
    }

    private void book() throws Exception {
        var recorded = BookingBySql.recorded(database, DIRECTORY.resolve("postgres.log"), fleet, workloads);
        try (var sessions = recorded.connect(database, CLIENTS)) {
            Load.Call book = () -> sessions.book(fleet.next());
            Load.closed(CLIENTS, DURATION, () -> book);
            var before = database.query("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
            var booked = Load.closed(CLIENTS, DURATION, () -> book);
            var written = database.query("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint") - before;
            print("booking by SQL, %d clients".formatted(CLIENTS), size, booked,
                    ", WAL of each %,d B".formatted(written / booked.count(201)));
        }
    }

    /** Fails unless each booking that was acknowledged has its rows, and no slot was given twice. */
    private void bookByTwoInstances() throws Exception {
        try (var second = new Service(Bench.JVM, DIRECTORY.resolve("second.log"), database.environment())) {
            var instances = List.of(workloads, new Workloads(second, fleet, USUAL));
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            for (var instance : instances) {
                Load.closed(CLIENTS, DURATION.multipliedBy(2), () -> () -> book(instance, acknowledged));
            }
            var clients = 2 * CLIENTS;
            print("booking, one instance, %d clients".formatted(clients), size,
                    Load.closed(clients, DURATION, () -> () -> book(workloads, acknowledged)));
            var turn = new AtomicInteger();
            print("booking, two instances, %d clients".formatted(clients), size, Load.closed(clients, DURATION, () -> {
                var instance = instances.get(turn.getAndIncrement() % 2);
                return () -> book(instance, acknowledged);
            }));
            var rounds = new AtomicInteger();
            var contested = Load.rounds(clients, DURATION, () -> {
                rounds.incrementAndGet();
                var slot = fleet.nextContested();
                return () -> instances.get(turn.getAndIncrement() % 2).bookSlot(slot);
            });
            print("same slots, two instances, rounds of %d".formatted(clients), size, contested);
            require(acknowledged.size(), database.query("""
                    SELECT count(*) FROM unnest('{%s}'::uuid[]) AS acknowledged
                    JOIN booking ON booking.id = acknowledged JOIN car_occupancy ON owner_id = acknowledged
                    """.formatted(String.join(",", acknowledged))), "bookings that were acknowledged");
            require(rounds.get(), contested.count(201), "contested slots");
            require(0, database.query("""
                    SELECT count(*) FROM (
                        SELECT lower(during) < lag(upper(during)) OVER (PARTITION BY car_id ORDER BY during) AS twice
                        FROM car_occupancy) AS neighbours
                    WHERE twice
                    """), "overlaps");
        }
    }

    private int book(Workloads instance, Set<String> acknowledged) {
        acknowledged.add(instance.book(fleet.next()));
        return 201;
    }

    private static void require(long expected, long found, String what) {
        System.out.printf("%s: %,d, as there must be %,d%n", what, found, expected);
        if (found != expected) {
            throw new IllegalStateException("%d %s instead of %d".formatted(found, what, expected));
        }
    }

    /** As the service does it: the key is claimed, and gets its answer in the same transaction. */
    private void claimKeys() throws Exception {
        var insert = """
                INSERT INTO idempotency_record (key, fingerprint, created_at) VALUES (?, sha256('request'), now())
                ON CONFLICT (key) DO NOTHING""";
        var complete = "UPDATE idempotency_record SET status = 201, body = convert_to(repeat('x', 600), 'UTF8') WHERE key = ?";
        Transaction claim = connection -> {
            var key = UUID.randomUUID().toString();
            update(connection, insert, key);
            update(connection, complete, key);
        };
        transactions("claim of a key", "no idempotency records", CLIENTS, claim);
        database.execute("CALL growth_records(%d)".formatted(RECORDS));
        database.settle();
        var data = "%,d idempotency records".formatted(RECORDS);
        transactions("claim of a key", data, CLIENTS, claim);
        transactions("expiry of %,d".formatted(EXPIRED_AT_ONCE), data, 1, connection -> update(connection, """
                DELETE FROM idempotency_record WHERE key IN (
                    SELECT key FROM idempotency_record WHERE created_at < now() - make_interval(days => CAST(? AS integer))
                    LIMIT %d)""".formatted(EXPIRED_AT_ONCE), "1"));
        database.execute("TRUNCATE idempotency_record");
    }

    private void readEvents() throws Exception {
        var append = """
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status, after_car_id, after_starts_at,
                    after_ends_at, after_daily_price, after_total, after_currency)
                SELECT 'BOOKING_MADE', now(), 'BOOKING', CAST(? AS uuid), growth_id(1, 0), 'CONFIRMED', gen_random_uuid(),
                    growth_day(1), growth_day(3), 30, 60, 'EUR'
                """;
        Transaction one = connection -> update(connection, append, UUID.randomUUID().toString());
        page(0);
        var last = new AtomicLong(database.query("SELECT max(sequence) FROM event"));
        transactions("append of an event", "%,d events".formatted(last.get()), CLIENTS, one);
        printNextPage(last.get());
        last.set(database.query("SELECT max(sequence) FROM event"));
        database.execute("CALL growth_events(%d, %d)".formatted(EVENTS, last.get()));
        last.addAndGet(EVENTS);
        database.settle();
        var data = "%,d events".formatted(last.get());
        print("page of 100 events, open 50/s", data, Load.open(50, DURATION, () -> page(Fleet.random((int) last.get()))));
        transactions("append of an event", data, CLIENTS, one);
        printNextPage(last.get());
    }

    /** It numbers all events that were appended since the last one was read. */
    private void printNextPage(long after) throws SQLException {
        var data = "%,d without a number".formatted(database.query("SELECT count(*) FROM event WHERE sequence IS NULL"));
        print("page of 100 events, one call", data, Load.rounds(1, Duration.ofNanos(1), () -> () -> page(after)));
    }

    private int page(long after) {
        return service.get("/events?limit=100&after=" + after).status();
    }

    private interface Transaction {
        void run(Connection connection) throws SQLException;
    }

    private void transactions(String name, String data, int clients, Transaction transaction) throws SQLException {
        var free = new ConcurrentLinkedQueue<Connection>();
        for (int client = 0; client < clients; client++) {
            var connection = database.connect();
            connection.setAutoCommit(false);
            free.add(connection);
        }
        var result = Load.closed(clients, DURATION, () -> () -> {
            var connection = free.remove();
            transaction.run(connection);
            connection.commit();
            free.add(connection);
            return 0;
        });
        if (result.otherThan(0) > 0) {
            throw new IllegalStateException("%s: %d transactions failed".formatted(name, result.otherThan(0)));
        }
        print("%s, %d clients".formatted(name, clients), data, result);
        for (var connection : free) {
            connection.close();
        }
    }

    private static void update(Connection connection, String sql, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }

    private void print(String name, String data, Load.Result result, String... remarks) {
        print(name, data, result.perSecond(), "%.2f".formatted(result.percentile(50)), "%.2f".formatted(result.percentile(99)),
                result.answers() + String.join("", remarks));
    }

    private void print(String name, String data, double perSecond, String median, String p99, String remarks) {
        table.add(ROW.formatted(name, data, "%.1f".formatted(perSecond), median, p99, remarks));
        System.out.println(table.getLast());
    }

    @Override
    public void close() throws IOException {
        service.close();
        database.close();
    }
}
