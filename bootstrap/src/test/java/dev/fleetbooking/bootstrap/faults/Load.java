package dev.fleetbooking.bootstrap.faults;

import dev.fleetbooking.bootstrap.faults.Operation.Answer;
import dev.fleetbooking.bootstrap.faults.Operation.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that book, hold, confirm, cancel, reschedule, hand over, take back, plan maintenance and displace, on so few cars that
 * they conflict. Each retries requests without an answer, with the same key, until they are answered. A booking or window is
 * changed only by the client that made it, except that any client may displace a booking.
 */
final class Load implements AutoCloseable {

    static final int CLIENTS = 32;

    /** Longer than anything that the service waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int DAYS = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();
    private final URI service;
    private final Journal journal;
    private final List<String> cars;
    private final List<String> counterCars;
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private List<Future<?>> clients = List.of();

    /**
     * @param cars that are booked for days in the future
     * @param counterCars that are booked from about now, so that they can be handed over; a car is free again in the next minute
     *                    at the earliest, so it takes many of them
     */
    Load(URI service, Journal journal, List<String> cars, List<String> counterCars) {
        this.service = service;
        this.journal = journal;
        this.cars = cars;
        this.counterCars = counterCars;
    }

    /** What a client has made and not cancelled, with its current kind. */
    private record Own(String id, String eTag, Kind kind) {
    }

    void start(int operations) {
        clients = IntStream.range(0, CLIENTS)
                .<Future<?>>mapToObj(number -> threads.submit(() -> new Client(number).run(operations)))
                .toList();
    }

    void awaitEnd() throws ExecutionException, InterruptedException {
        for (var client : clients) {
            client.get();
        }
    }

    /** Books this car, and retries at once until it is answered. */
    void probe(String car) {
        var start = today.plus(Duration.ofDays(1));
        var probe = Operation.create(Kind.BOOK, "probe", car, start, start.plus(Duration.ofHours(1)));
        ask(journal.begin(probe), Duration.ZERO);
        if (!probe.isDone()) {
            throw new AssertionError("The probe was answered " + probe.answers());
        }
    }

    @Override
    public void close() {
        givenUp.countDown();
        threads.shutdownNow();
        http.shutdownNow();
    }

    private final class Client {

        private final Random random;
        private final List<Own> own = new ArrayList<>();
        private final List<Own> atCounter = new ArrayList<>();

        Client(int number) {
            random = new Random(number);
        }

        void run(int operations) {
            for (var number = started.getAndIncrement(); number < operations; number = started.getAndIncrement()) {
                var key = "operation-" + number;
                var choice = random.nextInt(100);
                if (choice < 40 && !own.isEmpty()) {
                    change(take(own), key);
                } else if (choice < 60 && !atCounter.isEmpty()) {
                    serve(take(atCounter), key);
                } else {
                    create(choice < 84 ? Kind.BOOK : choice < 91 ? Kind.HOLD : choice < 93 ? Kind.PLAN : Kind.DISPLACE, key);
                }
            }
        }

        private Own take(List<Own> list) {
            return list.remove(random.nextInt(list.size()));
        }

        private void create(Kind kind, String key) {
            var soon = (kind == Kind.BOOK || kind == Kind.DISPLACE) && random.nextInt(3) == 0;
            var among = soon ? counterCars : cars;
            var start = soon ? thisMinute().plus(Duration.ofMinutes(random.nextInt(55))) : laterStart();
            var end = start.plus(soon
                    ? Duration.ofMinutes(60 + random.nextInt(30))
                    : Duration.ofHours(1 + random.nextInt(kind == Kind.DISPLACE ? 120 : 48)));
            var operation = Operation.create(kind, key, among.get(random.nextInt(among.size())), start, end);
            var answer = ask(journal.begin(operation), PAUSE);
            if (answer.isSuccess()) {
                (soon && kind == Kind.BOOK ? atCounter : own).add(new Own(answer.id(), answer.eTag(), kind));
                if (random.nextInt(20) == 0) {
                    // Sent again, as if the answer had been lost.
                    journal.answer(operation, send(operation));
                }
            }
        }

        private Instant laterStart() {
            return today.plus(Duration.ofHours(24L + random.nextInt(24 * DAYS)));
        }

        private static Instant thisMinute() {
            return Instant.now().truncatedTo(ChronoUnit.MINUTES);
        }

        /** Hands the car over, and takes it back the next time; sometimes cancels instead. */
        private void serve(Own mine, String key) {
            var choice = mine.kind() == Kind.HAND_OVER ? Kind.RETURN
                    : random.nextInt(10) == 0 ? Kind.CANCEL : Kind.HAND_OVER;
            var answer = ask(journal.begin(Operation.change(choice, key, mine.id(), null, null)), PAUSE);
            if (choice == Kind.HAND_OVER) {
                atCounter.add(answer.isSuccess() ? new Own(mine.id(), answer.eTag(), choice) : mine);
            }
        }

        private void change(Own mine, String key) {
            var choice = mine.kind().isWindow() ? Kind.CANCEL_WINDOW
                    : random.nextInt(100) < 45 ? Kind.CANCEL
                    : mine.kind() == Kind.HOLD && random.nextBoolean() ? Kind.CONFIRM : Kind.RESCHEDULE;
            if (choice == Kind.RESCHEDULE) {
                // No booking is made with this length, so this is always a change.
                var start = laterStart();
                var end = start.plus(Duration.ofMinutes(1 + 60L * (1 + random.nextInt(48)) + random.nextInt(58)));
                var answer = ask(journal.begin(Operation.change(choice, key, mine.id(), start, end)), PAUSE, mine.eTag());
                if (answer.isSuccess()) {
                    own.add(new Own(mine.id(), answer.eTag(), mine.kind()));
                } else if (answer.problem().equals("car-unavailable")) {
                    own.add(mine);
                }
            } else {
                var answer = ask(journal.begin(Operation.change(choice, key, mine.id(), null, null)), PAUSE);
                if (answer.isSuccess() && choice == Kind.CONFIRM) {
                    own.add(new Own(mine.id(), answer.eTag(), Kind.BOOK));
                }
            }
        }
    }

    private Answer ask(Operation operation, Duration pause, String... eTag) {
        while (true) {
            var answer = send(operation, eTag);
            journal.answer(operation, answer);
            if (!answer.isOpen()) {
                return answer;
            }
            var seconds = pause.isZero() ? Duration.ZERO
                    : answer.retryAfter().map(Long::parseLong).map(Duration::ofSeconds).orElse(pause);
            try {
                if (givenUp.await(seconds.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The scenario was given up while " + operation + " was not answered.");
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private Answer send(Operation operation, String... eTag) {
        try {
            return toAnswer(http.send(request(operation, eTag), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException lost) {
            return Answer.NONE;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(Operation operation, String... eTag) {
        var id = operation.subject();
        var path = switch (operation.kind()) {
            case BOOK, HOLD -> "/bookings";
            case PLAN, DISPLACE -> "/maintenance-windows";
            case CONFIRM -> "/bookings/" + id + "/confirmation";
            case CANCEL -> "/bookings/" + id + "/cancellation";
            case HAND_OVER -> "/bookings/" + id + "/hand-over";
            case RETURN -> "/bookings/" + id + "/return";
            case RESCHEDULE -> "/bookings/" + id;
            case CANCEL_WINDOW -> "/maintenance-windows/" + id + "/cancellation";
        };
        var request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .setHeader("Content-Type", "application/json");
        var body = BodyPublishers.ofString(body(operation));
        return operation.kind().hasKey()
                ? request.setHeader("Idempotency-Key", operation.key()).POST(body).build()
                : request.setHeader("If-Match", eTag[0]).method("PATCH", body).build();
    }

    private static String body(Operation operation) {
        var period = "\"start\": \"%s\", \"end\": \"%s\"".formatted(operation.start(), operation.end());
        return switch (operation.kind()) {
            case BOOK, HOLD -> """
                    {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "%s@example.org"}, "hold": %b, %s}
                    """.formatted(operation.car(), operation.key(), operation.kind() == Kind.HOLD, period);
            case PLAN, DISPLACE -> """
                    {"carId": "%s", "reason": "%s", "onConflict": "%s", %s}
                    """.formatted(
                            operation.car(), operation.key(), operation.kind() == Kind.PLAN ? "reject" : "displace", period);
            case RESCHEDULE -> "{" + period + "}";
            case CONFIRM, CANCEL, HAND_OVER, RETURN, CANCEL_WINDOW -> "{}";
        };
    }

    private static Answer toAnswer(HttpResponse<String> response) {
        var headers = response.headers();
        var type = headers.firstValue("Content-Type").orElse("");
        var json = type.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
        var isProblem = type.startsWith("application/problem+json");
        return new Answer(
                response.statusCode(),
                isProblem ? json.path("type").asString("").replaceFirst(".*/", "") : "",
                headers.firstValue("Retry-After"),
                isProblem ? "" : json.path("id").asString(""),
                headers.firstValue("ETag").orElse(""),
                response.body());
    }
}
