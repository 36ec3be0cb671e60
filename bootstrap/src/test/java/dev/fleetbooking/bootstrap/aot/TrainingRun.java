package dev.fleetbooking.bootstrap.aot;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import dev.fleetbooking.bootstrap.kit.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the packaged service and sends it requests, so that the JVM writes an AOT cache when it exits: with the classes that were
 * loaded, and with profiles of the methods that were called often. Operations that are not requested here stay slow at first.
 */
public final class TrainingRun {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 12;
    /** Later rounds begin again with the first day. */
    private static final int DAYS = 400;

    private final Api api;
    private final Fleet fleet;
    private final String contested;
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private TrainingRun(int port) {
        api = new Api(port);
        fleet = new Fleet(api);
        contested = car(dealer());
    }

    public static void main(String... arguments) throws Exception {
        var cache = StartCommand.ROOT.resolve(StartCommand.read().cache());
        write(cache, ROUNDS);
        System.out.printf("%s: %d MiB%n", cache.normalize(), Files.size(cache) >> 20);
    }

    /** @param rounds how often each client requests everything */
    public static void write(Path cache, int rounds) throws Exception {
        Files.deleteIfExists(cache);
        var data = Files.createTempDirectory("training");
        // In this process, so that the cache has no class of the library that unpacks PostgreSQL: its jar (xz) is sealed, and with
        // such classes in the cache the JVM would exit at once where the jar is not found at the path of the training run.
        try (var database = EmbeddedDatabase.start(data)) {
            var environment = Map.of(
                    "SPRING_DATASOURCE_URL", database.getJdbcUrl(),
                    "SPRING_DATASOURCE_USERNAME", database.getUsername(),
                    "SPRING_DATASOURCE_PASSWORD", database.getPassword());
            var command = Stream.of(
                    List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath()),
                    StartCommand.read().others(),
                    List.of("--server.port=0"));
            try (var service = JavaProcess.start(StartCommand.ROOT, environment, command.flatMap(List::stream).toList())) {
                var training = new TrainingRun(service.awaitPort());
                // A process whose output is not read blocks when the pipe is full.
                var output = CompletableFuture.supplyAsync(service::awaitEnd, Thread::startVirtualThread);
                training.run(rounds);
                service.terminate();
                output.join();
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run(int rounds) throws ExecutionException, InterruptedException {
        var clients = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CLIENTS; number++) {
                clients.add(threads.submit(() -> new Client().run(rounds)));
            }
        }
        for (var client : clients) {
            client.get();
        }
    }

    private final class Client {

        private final String dealer = dealer();
        private final String car = car(dealer);
        private final String spare = car(dealer);

        void run(int rounds) {
            for (int round = 0; round < rounds; round++) {
                var start = today.plus(Duration.ofDays(2 + round % DAYS)).plus(Duration.ofHours(9));
                read(start);
                book(start);
                compete(start);
                maintain(start);
                serve();
                refuse(start);
            }
        }

        private void read(Instant start) {
            var period = "from=%s&to=%s".formatted(start, start.plus(Duration.ofDays(2)));
            for (int repeated = 0; repeated < 5; repeated++) {
                get("/availability?%s&dealerId=%s".formatted(period, dealer));
                get("/availability?%s&dealerId=%s&category=COMPACT&currency=EUR&maxDailyPrice=80".formatted(period, dealer));
                get("/cars/%s/availability?%s".formatted(car, period));
            }
            var tag = get("/cars/" + spare).eTag();
            send(304, "GET", "/cars/" + spare, null, "If-None-Match", tag);
            get("/cars?dealerId=%s&category=COMPACT&status=IN_SERVICE&limit=1".formatted(dealer));
            get("/bookings?carId=%s&status=CONFIRMED&limit=5".formatted(car));
            get("/maintenance-windows?carId=%s&limit=5".formatted(car));
            get("/dealers/" + dealer);
            get("/dealers?limit=5");
            get("/events?after=0&limit=20");
        }

        /** Bookings of both kinds: changed, confirmed and cancelled, sent again with their key, and refused. The last one stays. */
        private void book(Instant start) {
            for (int hour = 0; hour < 5; hour++) {
                var begin = start.plus(Duration.ofHours(2 * hour));
                var end = begin.plus(Duration.ofHours(1));
                var body = fleet.booking(car, begin, end);
                var key = UUID.randomUUID().toString();
                var booking = send(201, "POST", "/bookings", body, "Idempotency-Key", key);
                send(201, "POST", "/bookings", body, "Idempotency-Key", key);
                send(409, "POST", "/bookings", body);
                var path = "/bookings/" + booking.id();
                get(path);
                send(200, "PATCH", path, "{\"end\": \"%s\"}".formatted(end.plusSeconds(60)), "If-Match", booking.eTag());
                send(200, "POST", path + "/cancellation", "{\"reason\": \"Flight cancelled\"}");
                get(path + "/events");
                var held = "/bookings/" + send(201, "POST", "/bookings", Fleet.with(body, "\"hold\": true")).id();
                send(200, "POST", held + "/confirmation", null);
                send(200, "POST", held + "/cancellation", null);
                send(201, "POST", "/bookings", body);
            }
        }

        private void compete(Instant start) {
            var answer = api.raw("POST", "/api/v1/bookings", fleet.booking(contested, start, start.plus(Duration.ofHours(1))));
            if (answer.status() != 201) {
                answer.expect(409);
            }
        }

        /** Maintenance that displaces what was booked. */
        private void maintain(Instant start) {
            var window = fleet.window(car, start, start.plus(Duration.ofHours(10)));
            send(409, "POST", "/maintenance-windows", window);
            send(200, "POST", "/maintenance-windows", Fleet.with(window, "\"onConflict\": \"displace\", \"dryRun\": true"));
            var path = "/maintenance-windows/"
                    + send(201, "POST", "/maintenance-windows", Fleet.with(window, "\"onConflict\": \"displace\"")).id();
            get(path);
            send(200, "PATCH", path, "{\"reason\": \"Brakes and oil\"}", "If-Match", "*");
            send(200, "POST", path + "/cancellation", null);
        }

        /** At the counter and in the workshop. A returned car is free from the next minute only, so each round has new cars. */
        private void serve() {
            var other = dealer();
            var soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
            var end = soon.plus(Duration.ofHours(1));
            var booking = "/bookings/" + send(201, "POST", "/bookings", fleet.booking(car(other), soon, end)).id();
            send(409, "POST", booking + "/no-show", null);
            send(200, "POST", booking + "/hand-over", null);
            send(200, "POST", booking + "/return", null);
            var window = "/maintenance-windows/"
                    + send(201, "POST", "/maintenance-windows", fleet.window(car(other), soon, end)).id();
            send(200, "POST", window + "/start", null);
            send(200, "POST", window + "/completion", null);
        }

        private void refuse(Instant start) {
            send(400, "POST", "/bookings", "{\"carId\": 1");
            send(422, "POST", "/bookings", fleet.booking(car, start, start.minusSeconds(60)));
            send(412, "PATCH", "/cars/" + car, "{\"category\": \"COMPACT\"}", "If-Match", "\"other\"");
            send(200, "PATCH", "/cars/" + car, "{\"category\": \"COMPACT\"}", "If-Match", "*");
            send(200, "PATCH", "/dealers/" + dealer, "{\"name\": \"Town Cars\"}", "If-Match", "*");
            send(404, "GET", "/bookings/" + UUID.randomUUID(), null);
        }
    }

    private String dealer() {
        return send(201, "POST", "/dealers", """
                {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 0}
                """).id();
    }

    private String car(String dealer) {
        return send(201, "POST", "/cars", Fleet.car(dealer, Fleet.plate(), "COMPACT", "49.90", "EUR")).id();
    }

    private Api.Answer get(String path) {
        return send(200, "GET", path, null);
    }

    /** Does not check the answer against the contract, which would take longer than the answer itself. */
    private Api.Answer send(int expected, String method, String path, String json, String... headers) {
        return api.raw(method, "/api/v1" + path, json, headers).expect(expected);
    }
}
