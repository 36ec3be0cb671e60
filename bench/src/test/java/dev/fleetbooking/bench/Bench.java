package dev.fleetbooking.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs the whole programme once: fills the database, measures, prints, and cleans up. */
final class Bench {

    private static final int SMALL = 100_000;
    private static final int DAY_RATE = 500;

    private final Duration duration = Duration.ofSeconds(Long.getLong("bench.seconds"));
    private final int occupancies = Integer.getInteger("bench.occupancies");
    private final Report report = new Report();
    private final Fleet fleet = new Fleet();
    private final Database database;
    private final Service service;
    private final Workloads workloads;
    private final long postmaster;
    private String data;

    private Bench(Database database, Service service) throws Exception {
        this.database = database;
        this.service = service;
        this.workloads = new Workloads(service, fleet, occupancies);
        this.postmaster = database.postmaster();
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("bench.directory"));
        var jvm = System.getProperty("bench.jvm");
        boolean missed;
        try (var database = new Database(directory);
                var service = new Service(Path.of(System.getProperty("bench.jar")).normalize(), List.of(jvm.split(" ")), database,
                        directory.resolve("service.log"))) {
            missed = new Bench(database, service).run(directory, jvm);
        }
        if (missed && Boolean.getBoolean("bench.fail")) {
            throw new IllegalStateException("a target is missed");
        }
    }

    private boolean run(Path directory, String jvm) throws Exception {
        var load = loadAverage();
        database.loadFleet();
        grow(0, SMALL);
        say("warming up");
        for (Load.Call call : List.<Load.Call>of(workloads::mixed, workloads::searchDealer, workloads::bookFree)) {
            Load.closed(4, duration, call);
        }
        var small = open("search of a dealer", 50, workloads::searchDealer);
        if (occupancies > SMALL) {
            grow(SMALL, occupancies);
        }
        var sql = System.getProperty("bench.sql");
        if (!sql.isBlank()) {
            say(sql);
            database.execute(sql);
        }
        var large = occupancies > SMALL ? open("search of a dealer", 50, workloads::searchDealer) : small;
        open("search of the whole fleet", 1, workloads::searchFleet);
        open("one car explained", 100, workloads::explain);

        var recorded = BookingBySql.recorded(database, directory.resolve("postgres.log"), fleet, workloads);
        var connections = database.connections();
        bookWithoutContention(recorded, connections);
        bookTheSameSlots(recorded, connections);
        day();

        report.target("search of a dealer, p99, " + data, large.percentile(99), "<", 25, "ms");
        report.target("the same, as a multiple of that with 100k", large.percentile(99) / small.percentile(99), "<=", 1.3, "times");
        var machine = "%s, %d processors, load %.1f when it began; service with %s, %d connections; PostgreSQL %s".formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES), Runtime.getRuntime().availableProcessors(), load, jvm,
                connections, "18, fsync on");
        report.write(directory.resolve("bench.md"), report.text(machine, recorded.sql()));
        return report.missed();
    }

    private void bookWithoutContention(BookingBySql recorded, int connections) throws Exception {
        var bySql = sql("booking, (a) SQL alone", recorded, connections, false);
        sql("booking, (b) plain INSERT", recorded.byPlainInsert(), connections, false);
        sql("booking, (c) row lock", recorded.byRowLock(), connections, false);
        var closed = closed("booking, service", connections, workloads::bookFree);
        open("booking, service at 70 % of that", 0.7 * closed.perSecond(), workloads::bookFree);
        report.target("booking, share of (a)", closed.perSecond() / bySql.perSecond(), ">=", 0.5, "");
    }

    private void bookTheSameSlots(BookingBySql recorded, int connections) throws Exception {
        sql("same slots, (a) SQL alone", recorded, connections, true);
        var plain = sql("same slots, (b) plain INSERT", recorded.byPlainInsert(), connections, true);
        sql("same slots, (c) row lock", recorded.byRowLock(), connections, true);
        var before = database.deadlocks();
        var closed = closed("same slots, service", connections, () -> workloads.bookContested(connections));
        var open = open("same slots, service at 70 % of that", 0.7 * closed.perSecond(), () -> workloads.bookContested(connections));
        report.target("same slots, multiple of (b)", closed.perSecond() / plain.perSecond(), ">=", 20, "times");
        report.target("same slots, slowest answer", Math.max(closed.slowest(), open.slowest()), "<", 250, "ms");
        report.target("same slots, deadlocks", database.deadlocks() - before, "<=", 0, "");
    }

    private void day() throws Exception {
        var minutes = Integer.getInteger("bench.minutes");
        double worst = 0;
        double bad = 0;
        double slowestRate = DAY_RATE;
        for (int minute = 1; minute <= minutes; minute++) {
            var result = run("mixed day, minute " + minute, "open %d/s".formatted(DAY_RATE),
                    () -> Load.open(DAY_RATE, Duration.ofMinutes(1), workloads::mixed));
            worst = Math.max(worst, result.percentile(99));
            bad += result.statuses().entrySet().stream().filter(answer -> answer.getKey() / 100 != 2).mapToLong(answer -> answer.getValue()).sum();
            slowestRate = Math.min(slowestRate, result.perSecond());
        }
        report.target("mixed day at 500/s, p99 of its worst minute", worst, "<", 50, "ms");
        report.target("mixed day, answers a second in its slowest minute", slowestRate, ">=", 0.99 * DAY_RATE, "");
        report.target("mixed day, answers other than 2xx", bad, "<=", 0, "");
        report.target("resident memory of the service after it", service.residentMemory(), "<", 512, "MiB");
    }

    private void grow(int from, int to) throws Exception {
        var begin = System.nanoTime();
        database.loadBookings(from, to);
        data = to >= 1_000_000 ? to / 1_000_000 + "m" : to / 1_000 + "k";
        say("%s occupancies, loaded in %.0f s".formatted(data, (System.nanoTime() - begin) / 1e9));
    }

    private Load.Result open(String name, double rate, Load.Call call) throws Exception {
        return run(name, "open %.0f/s".formatted(rate), () -> Load.open(rate, duration, call));
    }

    private Load.Result closed(String name, int clients, Load.Call call) throws Exception {
        return run(name, "closed %d".formatted(clients), () -> Load.closed(clients, duration, call));
    }

    private Load.Result sql(String name, BookingBySql booking, int connections, boolean sameSlots) throws Exception {
        try (var sessions = booking.connect(database, connections)) {
            return closed(name, connections, () -> sessions.book(sameSlots ? fleet.nextContested(connections) : fleet.next()));
        }
    }

    private Load.Result run(String name, String arrivals, Supplier<Load.Result> load) {
        var before = processorTimes();
        var result = load.get();
        var after = processorTimes();
        var cpu = IntStream.range(0, before.size())
                .mapToObj(process -> String.valueOf(after.get(process).minus(before.get(process)).toNanos() / 1_000 / result.times().getTotalCount()))
                .collect(Collectors.joining(" / "));
        report.measured(name, data, arrivals, result, cpu);
        return result;
    }

    /** Of the client, the service and the database. */
    private List<Duration> processorTimes() {
        var server = ProcessHandle.of(postmaster).orElseThrow();
        return List.of(
                processorTime(Stream.of(ProcessHandle.current())), processorTime(Stream.of(service.handle())),
                processorTime(server.descendants()));
    }

    private static Duration processorTime(Stream<ProcessHandle> processes) {
        return processes.flatMap(process -> process.info().totalCpuDuration().stream()).reduce(Duration.ZERO, Duration::plus);
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
