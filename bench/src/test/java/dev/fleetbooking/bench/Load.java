package dev.fleetbooking.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Calls something again and again, and measures how long each call takes. */
final class Load {

    /** Answers an HTTP status, or 0 for what is none and went well. */
    @FunctionalInterface
    interface Call {
        int run() throws Exception;
    }

    /**
     * @param times     in microseconds
     * @param statuses  how often each answer came; -1 stands for a failure to get one
     * @param perSecond answers, until the last of them came: clients that are stuck count
     */
    record Result(Histogram times, Map<Integer, Long> statuses, double perSecond) {

        double percentile(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e3;
        }

        /** @return how many answers were none of these */
        long otherThan(Integer... expected) {
            return times.getTotalCount() - Stream.of(expected).mapToLong(status -> statuses.getOrDefault(status, 0L)).sum();
        }

        double slowest() {
            return times.getMaxValue() / 1e3;
        }
    }

    private final Histogram times = new ConcurrentHistogram(3);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    private final AtomicBoolean failed = new AtomicBoolean();

    private Load() {
    }

    /**
     * A call begins every 1/rate seconds, whether or not earlier ones were answered, and its time is counted from when it
     * should have begun: a service that stalls delays nobody's clock (coordinated omission).
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
     * Each client makes its next call when its last one was answered: the most that they get through.
     *
     * @param calls of each client one
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
        times.recordValue((System.nanoTime() - begin) / 1_000);
        statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
    }

    private Result result(long begin) {
        var perSecond = times.getTotalCount() * 1e9 / (System.nanoTime() - begin);
        var counted = new TreeMap<Integer, Long>();
        statuses.forEach((status, count) -> counted.put(status, count.sum()));
        return new Result(times, counted, perSecond);
    }
}
