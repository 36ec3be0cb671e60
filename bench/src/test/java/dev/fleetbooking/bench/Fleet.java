package dev.fleetbooking.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The data set: which rows exist, and which periods are left for the runs. Everything is computed from numbers, so that the
 * loader and the requests agree without communication.
 */
final class Fleet {

    static final int DEALERS = 50;
    static final int CARS = 10_000;
    static final int CATEGORIES = 10;
    static final int PAST = 425;
    static final int COMING = 75;
    static final int TURNAROUND_MINUTES = 60;

    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    /** After the last booking that is loaded, and before the horizon of 18 months. */
    private static final int FIRST_FREE_DAY = 310;
    private static final int FIRST_CONTESTED_DAY = 455;
    private static final int CONTESTED_SLOTS_OF_A_CAR = 100;
    private static final long FIRST_ID = 1_700_000_000_000L;

    private final AtomicInteger slots = new AtomicInteger();
    private final AtomicInteger contested = new AtomicInteger();

    /** A car and a period, to be booked. */
    record Slot(int car, Instant start, Instant end) {
    }

    /** A free slot that was not used yet: one a day, on all cars in turn. */
    Slot next() {
        var number = slots.getAndIncrement();
        var start = day(FIRST_FREE_DAY + number / CARS);
        return new Slot((int) (number * 7_919L % CARS), start, start.plus(Duration.ofHours(20)));
    }

    /** A free slot that was not used yet, for many clients to compete for: two hours long, on one car after the other. */
    Slot nextContested() {
        var number = contested.getAndIncrement();
        var start = day(FIRST_CONTESTED_DAY).plus(Duration.ofHours(number % CONTESTED_SLOTS_OF_A_CAR * 2L));
        return new Slot(number / CONTESTED_SLOTS_OF_A_CAR, start, start.plus(Duration.ofHours(1)));
    }

    /** The same slot for this number of calls, and then the next one. */
    Supplier<Slot> contestedBy(int clients) {
        var calls = new AtomicInteger();
        var slots = new ConcurrentHashMap<Integer, Slot>();
        return () -> slots.computeIfAbsent(calls.getAndIncrement() / clients, round -> nextContested());
    }

    /** Past bookings count backwards from yesterday, future ones forward from tomorrow. */
    static Slot loaded(int car, int number) {
        var start = number < PAST
                ? day(-3 - 2 * number)
                : day(1 + 4 * (number - PAST) + car % 4);
        return new Slot(car, start, start.plus(Duration.ofDays(number < PAST ? 1 : 2)));
    }

    /** Which bookings of each car belong to a data set of this size: 8 past and 2 future ones, 85 and 15, or all. */
    static IntStream numbers(int occupancies) {
        var share = occupancies / CARS;
        return IntStream.range(0, PAST + COMING).filter(number -> number < PAST
                ? number < share * PAST / 500
                : (number - PAST) % (share >= 500 ? 1 : share >= 100 ? 5 : 40) == 0);
    }

    static Slot anySearch() {
        var start = day(1 + random(290));
        return new Slot(random(CARS), start, start.plus(Duration.ofDays(2)));
    }

    /** A slot that is booked in a data set of any size. */
    static Slot booked() {
        return loaded(random(CARS), PAST);
    }

    /** A period in which each car has a booking, in a data set of any size. */
    static Slot taken(int car) {
        return new Slot(car, day(1), day(7));
    }

    static UUID dealer(int number) {
        return id(1, number);
    }

    static int dealerOf(int car) {
        return car % DEALERS;
    }

    static String category(int car) {
        return "CATEGORY_" + car / DEALERS % CATEGORIES;
    }

    static int dailyPrice(int car) {
        return 30 + car % 50;
    }

    static UUID car(int number) {
        return id(2, number);
    }

    static UUID booking(int car, int number) {
        return id(3, (long) car * (PAST + COMING) + number);
    }

    /** Grows with time, as the ids of the service do. */
    static UUID newId() {
        var random = ThreadLocalRandom.current();
        return new UUID(System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static UUID id(int kind, long number) {
        return new UUID((FIRST_ID + number) << 16 | 0x7000, Long.MIN_VALUE | (long) kind << 32 | number);
    }

    private static Instant day(int number) {
        return TODAY.plus(Duration.ofDays(number)).plus(Duration.ofHours(9));
    }
}
