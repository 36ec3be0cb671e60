package dev.fleetbooking.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs the whole programme once: fills the database, measures, prints, and cleans up. */
final class Bench {

    private static final int SMALL = 100_000;
    private static final int DAY_RATE = 500;
    private static final int WARM_UP_CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);
    private static final int WARM_UP_STEPS = 40;
    private static final int KEPT_STARTS = 3;
    private static final int PLAIN_RUNS = 6;
    private static final int TOKEN_RUNS = 7;
    /** So few that nothing waits for a processor. */
    private static final int TOKEN_CLIENTS = 2;
    /** With pools of 40 the three services would need more connections than PostgreSQL has; these suffice to warm up. */
    private static final int TOKEN_POOL = 16;
    static final List<String> JVM = List.of(System.getProperty("bench.jvm").split(" "));

    private final Duration duration = Duration.ofSeconds(Long.getLong("bench.seconds"));
    private final int occupancies = Integer.getInteger("bench.occupancies");
    private final Report report = new Report();
    private final Fleet fleet = new Fleet();
    private final Database database;
    private final Service service;
    private final Workloads workloads;
    private final long postmaster;
    private String data;
    /** The service, or its peer while that is measured. */
    private Service underLoad;
    /** Processor time of client, service and database, for a call of the last measurement. */
    private List<Long> microseconds;

    private Bench(Database database, Service service) throws Exception {
        this.database = database;
        this.service = service;
        this.underLoad = service;
        this.workloads = new Workloads(service, fleet, occupancies);
        this.postmaster = database.postmaster();
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("bench.directory"));
        boolean missed;
        try (var database = new Database(directory);
                var service = new Service(JVM, directory.resolve("service.log"), database.environment())) {
            missed = new Bench(database, service).run(directory);
        }
        if (missed && Boolean.getBoolean("bench.fail")) {
            throw new IllegalStateException("a target is missed");
        }
    }

    /** Writes the results even if a measurement fails. */
    private boolean run(Path directory) throws Exception {
        var machine = "%s, %d processors, load %.1f when it began; service with %s, %s AOT cache; PostgreSQL 18 with fsync".formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), String.join(" ", JVM),
                service.usesAotCache() ? "with an" : "without");
        say(machine);
        List<String> booking = List.of();
        try {
            start(directory);
            var search = search();
            var recorded = BookingBySql.recorded(database, directory.resolve("postgres.log"), fleet, workloads);
            booking = recorded.sql();
            var connections = database.connections();
            var warm = bookWithoutContention(recorded, connections);
            var cold = warmUp(directory, warm.perSecond(), connections);
            var sameSlots = bookTheSameSlots(recorded, connections);
            peer(directory, search, cold, sameSlots, connections);
            tokens(directory);
            day();
            overload(connections);
        } finally {
            report.write(directory.resolve("bench.md"), machine, booking);
        }
        return report.missed();
    }

    /** With the embedded database and its data, as after the first start. */
    private void start(Path directory) throws IOException {
        var seconds = new ArrayList<Double>();
        for (int starts = 0; starts <= KEPT_STARTS; starts++) {
            try (var kept = new Service(JVM, directory.resolve("start.log"), Map.of(),
                    "--fleet.embedded-postgres.data-directory=" + directory.resolve("kept"))) {
                seconds.add(kept.start().toMillis() / 1e3);
            }
        }
        say("start to Ready in seconds, the first of them not counted: " + seconds);
        report.target("start to Ready, built, kept data, embedded database, median of " + KEPT_STARTS,
                median(seconds.subList(1, seconds.size())), "<=", 3, "s");
    }

    /** @return of a dealer, with all occupancies */
    private Load.Result search() throws Exception {
        database.loadFleet();
        grow(0, SMALL);
        say("warming up");
        for (Load.Call call : List.<Load.Call>of(
                workloads::mixed, workloads::searchDealer, workloads::explain, workloads::bookFree,
                () -> workloads.bookSlot(Fleet.booked()), workloads::mixed)) {
            Load.closed(WARM_UP_CLIENTS, WARM_UP, () -> call);
        }
        var small = open("search of a dealer", 50, workloads::searchDealer);
        var smallTaken = open("search of a dealer, nothing is free", 50, workloads::searchTaken);
        var large = small;
        var largeTaken = smallTaken;
        if (occupancies > SMALL) {
            grow(SMALL, occupancies);
        }
        var sql = System.getProperty("bench.sql");
        if (!sql.isBlank()) {
            say(sql);
            database.execute(sql);
        }
        if (occupancies > SMALL || !sql.isBlank()) {
            large = open("search of a dealer", 50, workloads::searchDealer);
            largeTaken = open("search of a dealer, nothing is free", 50, workloads::searchTaken);
        }
        report.target("search of a dealer, p99, " + data, large.percentile(99), "<", 25, "ms");
        report.target("search of a dealer, answers other than 200",
                Stream.of(small, smallTaken, large, largeTaken).mapToLong(result -> result.otherThan(200)).sum(), "<=", 0, "");
        report.target("search of a dealer, p99 as a multiple of that with 100k",
                large.percentile(99) / small.percentile(99), "<=", 1.3, "times");
        report.target("search of a dealer, nothing is free, p99 as a multiple of that with 100k",
                largeTaken.percentile(99) / smallTaken.percentile(99), "<=", 1.3, "times");
        open("search of the whole fleet", 1, workloads::searchFleet);
        open("one car explained", 100, workloads::explain);
        return large;
    }

    private Load.Result bookWithoutContention(BookingBySql recorded, int connections) throws Exception {
        var alone = bookBySql("booking, (a) SQL alone", recorded, connections);
        bookBySql("booking, (b) plain INSERT", recorded.byPlainInsert(), connections);
        bookBySql("booking, (c) row lock", recorded.byRowLock(), connections);
        var service = closed("booking, service", connections, () -> workloads::bookFree);
        report.target("booking, processor time of the service", microseconds.get(1) / 1e3, "<=", 0.7, "ms");
        open("booking, service at 70 % of that", 0.7 * service.perSecond(), workloads::bookFree);
        report.target("booking, answers other than 201", service.otherThan(201), "<=", 0, "");
        report.target("booking, share of (a)", service.perSecond() / alone.perSecond(), ">=", 0.7, "");
        return service;
    }

    /**
     * A second service on the same database, from its first request on, while the first one is idle.
     *
     * @param warm bookings a second of the first one
     * @return bookings a second in the first 10 s
     */
    private double warmUp(Path directory, double warm, int clients) throws IOException {
        try (var cold = new Service(JVM, directory.resolve("cold.log"), database.environment())) {
            var calls = new Workloads(cold, fleet, occupancies);
            var rates = new ArrayList<Double>();
            do {
                rates.add(Load.closed(clients, WARM_UP_STEP, () -> calls::bookFree).perSecond(201));
            } while (rates.size() < 2 || rates.getLast() < 0.9 * warm && rates.size() < WARM_UP_STEPS);
            say("bookings a second after the start, by steps of %d s: %s; warm: %.0f".formatted(WARM_UP_STEP.toSeconds(), rates.stream()
                    .map(rate -> "%.0f".formatted(rate)).collect(Collectors.joining(", ")), warm));
            var first = (rates.get(0) + rates.get(1)) / 2;
            report.target("bookings in the first 10 s after Ready as a share of warm", first / warm, ">=", 0.8, "");
            report.target("warm-up under full load until 90 %",
                    IntStream.range(0, rates.size()).filter(step -> rates.get(step) >= 0.9 * warm).findFirst().orElse(rates.size())
                            * WARM_UP_STEP.toSeconds(), "<=", 15, "s");
            return first;
        }
    }

    /**
     * What an ordinary Spring service does instead, on the same data, while the service is idle.
     *
     * @param search    of a dealer, by the service
     * @param cold      bookings a second of the service in the first 10 s
     * @param sameSlots rounds of the service
     */
    private void peer(Path directory, Load.Result search, double cold, Load.Result sameSlots, int clients) throws Exception {
        database.executeResource("/peer.sql");
        database.execute("CHECKPOINT");
        // The machine may be faster or slower than it was: so once more, right before the peer.
        var service = closed("booking, service again", clients, () -> workloads::bookFree);
        try (var peer = Service.peer(JVM, directory.resolve("peer.log"), database.environment(), clients)) {
            underLoad = peer;
            var calls = new Workloads(peer, fleet, occupancies);
            var first = run("booking, Spring peer, first 10 s", "closed %d".formatted(clients),
                    () -> Load.closed(clients, WARM_UP_STEP.multipliedBy(2), () -> calls::bookFree));
            warmUp(calls);
            var warm = closed("booking, Spring peer", clients, () -> calls::bookFree);
            var peerSearch = open("search of a dealer, Spring peer", 50, calls::searchDealer);
            var peerSlots = rounds("same slots, Spring peer", clients, calls::bookSlot);
            report.target("warm bookings, as a multiple of the plain Spring peer",
                    service.perSecond(201) / warm.perSecond(201), ">=", 1.3, "times");
            say("""
                    multiples of the Spring peer: bookings in the first 10 s after Ready %.2f, same slots %.2f; a search of a dealer \
                    takes the peer %.2f times as long (p50), and its slowest answer for the same slots %.2f times""".formatted(
                            cold / first.perSecond(201), sameSlots.perSecond() / peerSlots.perSecond(),
                            peerSearch.percentile(50) / search.percentile(50), peerSlots.slowest() / sameSlots.slowest()));
        } finally {
            underLoad = this.service;
            database.execute("DROP SCHEMA IF EXISTS peer CASCADE");
        }
    }

    /** As often and as long as the service was warmed up. */
    private static void warmUp(Workloads calls) {
        for (int kind = 0; kind < 2; kind++) {
            for (Load.Call call : List.<Load.Call>of(
                    calls::bookFree, calls::searchDealer, () -> calls.bookSlot(Fleet.booked()))) {
                Load.closed(WARM_UP_CLIENTS, WARM_UP, () -> call);
            }
        }
    }

    /** Two services of the same age, in turns, because the speed of the machine varies. */
    private void tokens(Path directory) throws IOException {
        var pool = "--spring.datasource.hikari.maximum-pool-size=" + TOKEN_POOL;
        try (var plain = new Service(JVM, directory.resolve("plain.log"), database.environment(), pool);
                var withTokens = Service.withTokens(JVM, directory.resolve("tokens.log"), database.environment(), pool)) {
            var plainCalls = new Workloads(plain, fleet, occupancies);
            var calls = new Workloads(withTokens, fleet, occupancies);
            warmUp(plainCalls);
            warmUp(calls);
            var multiples = new ArrayList<Double>();
            var refused = 0L;
            for (int run = 1; run <= TOKEN_RUNS; run++) {
                underLoad = plain;
                closed("booking, without token, run " + run, TOKEN_CLIENTS, () -> plainCalls::bookFree);
                var without = microseconds.get(1) + microseconds.get(2);
                underLoad = withTokens;
                refused += closed("booking, with token, run " + run, TOKEN_CLIENTS, () -> calls::bookFree).otherThan(201);
                multiples.add((double) (microseconds.get(1) + microseconds.get(2)) / without);
            }
            report.target("booking with a token, answers other than 201", refused, "<=", 0, "");
            report.target("booking with a token, processor time of service and database, multiple of that without, median of "
                    + TOKEN_RUNS, median(multiples), "<=", 1.1, "times");
        } finally {
            underLoad = service;
        }
    }

    /** The client gets its own processor, so that it does not take time from the service. */
    private void overload(int connections) throws Exception {
        try (var _ = Processors.split(service.handle(), ProcessHandle.of(postmaster).orElseThrow())) {
            var alone = closed("booking, client apart", connections, () -> workloads::bookFree);
            var rate = 3 * alone.perSecond();
            // Everything takes longer the first time, and so far the service has refused no request for overload.
            var first = open("booking at three times that, at first", rate, workloads::bookFree);
            var flood = open("booking at three times that", rate, workloads::bookFree);
            report.target("booking at three times that, at first, slowest 201", first.slowest(201), "<", 1000, "ms");
            report.target("booking at three times that, slowest 201", flood.slowest(201), "<", 1000, "ms");
            report.target("booking at three times that, slowest 503", flood.slowest(503), "<", 1000, "ms");
            report.target("booking at three times that, 201 as a share of those without overload",
                    flood.perSecond(201) / alone.perSecond(), ">=", 0.5, "");
            report.target("booking at three times that, at first too, answers other than 201 and 503",
                    first.otherThan(201, 503) + flood.otherThan(201, 503), "<=", 0, "");
        }
    }

    private Load.Result bookBySql(String name, BookingBySql booking, int connections) throws Exception {
        try (var sessions = booking.connect(database, connections)) {
            return closed(name, connections, () -> () -> sessions.book(fleet.next()));
        }
    }

    /** @return rounds of the service */
    private Load.Result bookTheSameSlots(BookingBySql recorded, int connections) throws Exception {
        bookTheSameBySql("same slots, (a) SQL alone", recorded, connections);
        // When its clients deadlock is random, and so is its rate.
        var plain = new ArrayList<Double>();
        for (int run = 1; run <= PLAIN_RUNS; run++) {
            plain.add(bookTheSameBySql("same slots, (b) plain INSERT, run " + run, recorded.byPlainInsert(), connections).perSecond());
        }
        bookTheSameBySql("same slots, (c) row lock", recorded.byRowLock(), connections);
        var before = database.deadlocks();
        var service = rounds("same slots, service", connections, workloads::bookSlot);
        var everyFew = fleet.contestedBy(connections);
        var open = open("same slots, service at 70 % of that", 0.7 * service.perSecond(), () -> workloads.bookSlot(everyFew.get()));
        report.target("same slots, answers other than 201 and 409", service.otherThan(201, 409) + open.otherThan(201, 409), "<=", 0, "");
        report.target("same slots, multiple of (b), median of " + PLAIN_RUNS, service.perSecond() / median(plain), ">=", 5, "times");
        report.target("same slots, slowest answer", Math.max(service.slowest(), open.slowest()), "<", 250, "ms");
        report.target("same slots, deadlocks", database.deadlocks() - before, "<=", 0, "");
        return service;
    }

    private Load.Result bookTheSameBySql(String name, BookingBySql booking, int connections) throws Exception {
        try (var sessions = booking.connect(database, connections)) {
            return rounds(name, connections, sessions::book);
        }
    }

    private interface Attempt {
        int book(Fleet.Slot slot) throws Exception;
    }

    /** All clients request the same slot at the same moment. */
    private Load.Result rounds(String name, int clients, Attempt attempt) {
        return run(name, "rounds of %d".formatted(clients), () -> Load.rounds(clients, duration, () -> {
            var slot = fleet.nextContested();
            return () -> attempt.book(slot);
        }));
    }

    private void day() throws Exception {
        var minutes = Integer.getInteger("bench.minutes");
        double worst = 0;
        long bad = 0;
        double slowestRate = DAY_RATE;
        for (int minute = 1; minute <= minutes; minute++) {
            var result = run("mixed day, minute " + minute, "open %d/s".formatted(DAY_RATE),
                    () -> Load.open(DAY_RATE, Duration.ofMinutes(1), workloads::mixed));
            worst = Math.max(worst, result.percentile(99));
            bad += result.otherThan(200, 201);
            slowestRate = Math.min(slowestRate, result.perSecond());
        }
        report.target("mixed day at 500/s, p99 of its worst minute", worst, "<", 50, "ms");
        report.target("mixed day, answers a second in its slowest minute", slowestRate, ">=", 0.99 * DAY_RATE, "");
        report.target("mixed day, answers other than 200 and 201", bad, "<=", 0, "");
        report.target("resident memory of the service after it", service.residentMemory(), "<=", 450, "MiB");
    }

    private void grow(int from, int to) throws Exception {
        var begin = System.nanoTime();
        database.loadBookings(from, to);
        data = to >= 1_000_000 ? to / 1_000_000 + "m" : to / 1_000 + "k";
        say("%s occupancies, loaded in %.0f s".formatted(data, (System.nanoTime() - begin) / 1e9));
    }

    private Load.Result open(String name, double rate, Load.Call call) {
        return run(name, "open %.0f/s".formatted(rate), () -> Load.open(rate, duration, call));
    }

    private Load.Result closed(String name, int clients, Supplier<Load.Call> calls) {
        return run(name, "closed %d".formatted(clients), () -> Load.closed(clients, duration, calls));
    }

    private Load.Result run(String name, String arrivals, Supplier<Load.Result> load) {
        var before = processorTimes();
        var result = load.get();
        var after = processorTimes();
        microseconds = IntStream.range(0, before.size())
                .mapToObj(role -> spent(before.get(role), after.get(role)).toNanos() / 1_000 / result.times().getTotalCount())
                .toList();
        var cpu = microseconds.stream().map(String::valueOf).collect(Collectors.joining(" / "));
        report.measured(name, data, arrivals, result, cpu);
        return result;
    }

    /** Of the processes of the client, the service and the database. */
    private List<Map<Long, Duration>> processorTimes() {
        var server = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.of(Stream.of(ProcessHandle.current()), Stream.of(underLoad.handle()), server.descendants())
                .map(processes -> processes.collect(Collectors.toMap(
                        ProcessHandle::pid, process -> process.info().totalCpuDuration().orElse(Duration.ZERO))))
                .toList();
    }

    private static double median(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sorted().skip((values.size() - 1) / 2).limit(2 - values.size() % 2)
                .average().orElseThrow();
    }

    /** By processes that still exist: the times of those that have ended are lost. */
    private static Duration spent(Map<Long, Duration> before, Map<Long, Duration> after) {
        return after.entrySet().stream()
                .map(process -> process.getValue().minus(before.getOrDefault(process.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
