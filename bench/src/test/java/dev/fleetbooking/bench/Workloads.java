package dev.fleetbooking.bench;

import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The requests to the service. */
final class Workloads {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    private final Service service;
    private final Fleet fleet;
    private final int[] loaded;
    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    private final Queue<String> held = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastEvent = new AtomicLong();

    Workloads(Service service, Fleet fleet, int occupancies) {
        this.service = service;
        this.fleet = fleet;
        this.loaded = Fleet.numbers(occupancies).toArray();
    }

    /** @return the booking's id */
    String book(Fleet.Slot slot) {
        return first(ID, post(slot, false, Map.of()));
    }

    int bookFree() {
        return bookSlot(fleet.next());
    }

    int bookSlot(Fleet.Slot slot) {
        return post(slot, false, Map.of()).status();
    }

    int searchDealer() {
        return service.get("/availability?dealerId=" + Fleet.dealer(Fleet.random(Fleet.DEALERS)) + period(Fleet.anySearch())).status();
    }

    /** A search that has to check each car of the dealer, however many bookings there are. */
    int searchTaken() {
        var taken = Fleet.taken(Fleet.random(Fleet.CARS));
        return service.get("/availability?dealerId=" + Fleet.dealer(Fleet.dealerOf(taken.car())) + period(taken)).status();
    }

    int searchFleet() {
        return service.get("/availability?" + period(Fleet.anySearch()).substring(1)).status();
    }

    int explain() {
        var asked = Fleet.anySearch();
        return service.get("/cars/" + Fleet.car(asked.car()) + "/availability?" + period(asked).substring(1)).status();
    }

    /** 80 of 100 requests read and 20 write. */
    int mixed() {
        var number = Fleet.random(100);
        if (number < 20) {
            return searchDealer();
        } else if (number < 40) {
            return explain();
        } else if (number < 64) {
            return service.get("/bookings/" + Fleet.booking(Fleet.random(Fleet.CARS), loaded[Fleet.random(loaded.length)])).status();
        } else if (number < 74) {
            return service.get("/cars?dealerId=" + Fleet.dealer(Fleet.random(Fleet.DEALERS))).status();
        } else if (number < 79) {
            return service.get("/bookings?carId=" + Fleet.car(Fleet.random(Fleet.CARS))).status();
        } else if (number < 80) {
            return readEvents();
        } else if (number < 92) {
            return keep(confirmed, post(fleet.next(), false, Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        } else if (number < 94) {
            return keep(held, post(fleet.next(), true, Map.of()));
        } else if (number < 96) {
            return transition(held, "confirmation");
        } else {
            return transition(confirmed, "cancellation");
        }
    }

    private int readEvents() {
        var answer = service.get("/events?limit=100&after=" + lastEvent.get());
        SEQUENCE.matcher(answer.body()).results().mapToLong(found -> Long.parseLong(found.group(1))).max()
                .ifPresent(last -> lastEvent.accumulateAndGet(last, Math::max));
        return answer.status();
    }

    private int transition(Queue<String> bookings, String name) {
        var id = bookings.poll();
        return id == null
                ? keep(confirmed, post(fleet.next(), false, Map.of()))
                : service.post("/bookings/" + id + "/" + name, "{}", Map.of()).status();
    }

    private static int keep(Queue<String> bookings, Service.Answer answer) {
        if (answer.status() == 201) {
            bookings.add(first(ID, answer));
        }
        return answer.status();
    }

    private Service.Answer post(Fleet.Slot slot, boolean hold, Map<String, String> headers) {
        return service.post("/bookings", """
                {"carId": "%s", "start": "%s", "end": "%s", "hold": %s, "customer": {"name": "Ada Lovelace", "email": "ada@example.org"}}
                """.formatted(Fleet.car(slot.car()), slot.start(), slot.end(), hold), headers);
    }

    private static String period(Fleet.Slot slot) {
        return "&from=" + slot.start() + "&to=" + slot.end();
    }

    private static String first(Pattern pattern, Service.Answer answer) {
        var found = pattern.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(answer.toString());
        }
        return found.group(1);
    }
}
