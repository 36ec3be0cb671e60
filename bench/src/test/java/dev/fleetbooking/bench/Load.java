package dev.fleetbooking.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Makes a call repeatedly, and measures how long each takes. */
final class Load {

    /** Returns an HTTP status, or 0 for the success of a call that is not HTTP. */
    @FunctionalInterface
    interface Call {
        int run() throws Exception;
    }

    /**
     * @param times     the times of all answers, in microseconds
     * @param byStatus  the times by status; -1 means that there was no answer
     * @param perSecond answers per second, until the last of them came, so that clients that are stuck count
     */
    record Result(Histogram times, Map<Integer, Histogram> byStatus, double perSecond) {

        double percentile(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e3;
        }

        /** @return the number of answers with another status */
        long otherThan(Integer... expected) {
            return times.getTotalCount() - Stream.of(expected).mapToLong(this::count).sum();
        }

        long count(int status) {
            return byStatus.containsKey(status) ? byStatus.get(status).getTotalCount() : 0;
        }

        /** Like 201=9, 409=1. */
        String answers() {
            return byStatus.keySet().stream().map(status -> status + "=" + count(status)).collect(Collectors.joining(", "));
        }

        double slowest() {
            return times.getMaxValue() / 1e3;
        }

        /** The slowest answer with this status; infinity if there is none. */
        double slowest(int status) {
            return byStatus.containsKey(status) ? byStatus.get(status).getMaxValue() / 1e3 : Double.POSITIVE_INFINITY;
        }

        /** Answers per second with this status. */
        double perSecond(int status) {
            return perSecond * count(status) / times.getTotalCount();
        }
    }

    private final Histogram times = new ConcurrentHistogram(3);
    private final Map<Integer, Histogram> byStatus = new ConcurrentSkipListMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    private Load() {
    }

    /**
     * A call is due every 1/rate seconds, whether or not earlier ones were answered, and its time counts from when it was due, so
     * that stalls are not hidden (coordinated omission).
     */
    static Result open(double rate, Duration duration, Call call) {
        var load = new Load();
        var calls = Math.round(rate * duration.toMillis() / 1e3);
        var begin = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < calls; number++) {
                var intended = begin + (long) (number * 1e9 / rate);
                for (var wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                executor.submit(() -> load.measure(call, intended));
            }
        }
        return load.result(begin);
    }

    /**
     * Each client makes its next call when its last one was answered: this measures the maximum throughput.
     *
     * @param calls one for each client
     */
    static Result closed(int clients, Duration duration, Supplier<Call> calls) {
        var load = new Load();
        var begin = System.nanoTime();
        var end = begin + duration.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                var call = calls.get();
                executor.submit(() -> {
                    for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        load.measure(call, now);
                    }
                });
            }
        }
        return load.result(begin);
    }

    /**
     * All clients call at the same moment, and again when the last of them was answered: the strongest contention.
     *
     * @param calls one for each round
     */
    static Result rounds(int clients, Duration duration, Supplier<Call> calls) {
        var load = new Load();
        var begin = System.nanoTime();
        var end = begin + duration.toNanos();
        for (var now = begin; now < end; now = System.nanoTime()) {
            var call = calls.get();
            var start = now;
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < clients; client++) {
                    executor.submit(() -> load.measure(call, start));
                }
            }
        }
        return load.result(begin);
    }

    private void measure(Call call, long begin) {
        int status;
        try {
            status = call.run();
        } catch (Exception e) {
            if (failed.compareAndSet(false, true)) {
                e.printStackTrace(System.out);
            }
            status = -1;
        }
        var microseconds = (System.nanoTime() - begin) / 1_000;
        times.recordValue(microseconds);
        byStatus.computeIfAbsent(status, key -> new ConcurrentHistogram(3)).recordValue(microseconds);
    }

    private Result result(long begin) {
        return new Result(times, byStatus, times.getTotalCount() * 1e9 / (System.nanoTime() - begin));
    }
}
