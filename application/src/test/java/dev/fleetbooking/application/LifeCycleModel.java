package dev.fleetbooking.application;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A second, minimal implementation of the life cycles. Times are in minutes; cars are numbers. */
final class LifeCycleModel {

    static final String DONE = "done";

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "HELD", List.of("confirmation", "cancellation"), "CONFIRMED", List.of("cancellation", "hand-over", "no-show"),
            "ACTIVE", List.of("return"), "PLANNED", List.of("start", "cancellation"), "IN_PROGRESS", List.of("completion"));

    /** A booking or a window. It blocks its car from {@code from} until {@code blockedUntil}, if that is later. */
    final class Owner {
        final boolean window;
        final double lapsesAt = now + 15;
        String status;
        int car, start = Integer.MIN_VALUE, end, from, blockedUntil;

        Owner(boolean window, String status, int car) {
            this.window = window;
            this.status = status;
            this.car = car;
        }

        boolean is(String... statuses) {
            return Set.of(statuses).contains(status);
        }
    }

    final List<Owner> owners = new ArrayList<>();
    final List<String> cars = new ArrayList<>(), categories = new ArrayList<>();
    final List<Integer> cheapestFirst = new ArrayList<>();
    double now;

    void lapse() {
        owners.stream().filter(owner -> owner.is("HELD") && now >= owner.lapsesAt).forEach(owner -> become(owner, "EXPIRED"));
    }

    boolean isOverdue(Owner owner) {
        return owner.is("ACTIVE", "IN_PROGRESS") && now > owner.end;
    }

    boolean isAtRisk(Owner owner) {
        return owner.is("HELD", "CONFIRMED") && owner.start < now + 1440 && of(owner.car).stream().anyMatch(this::isOverdue);
    }

    /** What blocks the car or has blocked it, by start. */
    List<Owner> of(int car) {
        return owners.stream().filter(o -> o.car == car && o.from < o.blockedUntil).sorted(comparing(o -> o.from)).toList();
    }

    boolean isFree(Owner self, int car, int from, int end) {
        return overlapping(self, car, from, end).isEmpty() && (self.window || cars.get(car).equals("IN_SERVICE"));
    }

    private List<Owner> overlapping(Owner self, int car, int from, int end) {
        return of(car).stream().filter(other -> other != self && other.from < (self.window ? end : end + 30)
                && from < (isOverdue(other) ? Math.max(other.blockedUntil, now + 1440) : other.blockedUntil)).toList();
    }

    /** Gives a period to a new booking or window, or another one to one of {@link #owners}. */
    String put(Owner owner, int start, int end) {
        return start == owner.start && end == owner.end ? DONE
                : start != owner.start && (owner.is("ACTIVE", "IN_PROGRESS") || start < now - (owner.window ? 60 : 5))
                || end < start + (owner.window ? 15 : 60) || owners.contains(owner) && end <= now ? "ValidationFailed"
                : !ALLOWED.containsKey(owner.status) ? invalid(owner, "reschedule")
                : !isFree(owner, owner.car, start, end) ? owner.window ? "MaintenanceConflict" : "CarUnavailable"
                : cars.get(owner.car).equals("RETIRED") ? "CarRetired" : setPeriod(owner, start, end);
    }

    private String setPeriod(Owner owner, int start, int end) {
        owner.from = owner.is("ACTIVE", "IN_PROGRESS") ? owner.from : start;
        owner.start = start;
        owner.end = end;
        owner.blockedUntil = owner.window ? end : end + 30;
        return DONE;
    }

    String displace(Owner window, int start, int end, boolean dryRun) {
        var overlapping = overlapping(window, window.car, start, end);
        overlapping.forEach(owner -> owner.car = cheapestFirst.stream()
                .filter(car -> owner.is("HELD", "CONFIRMED") && categories.get(car).equals(categories.get(window.car)))
                .filter(car -> car != window.car && isFree(owner, car, owner.start, owner.end)).findFirst().orElse(window.car));
        var undisplaced = overlapping.stream().filter(owner -> owner.car == window.car).count();
        var answer = put(window, start, end);
        overlapping.forEach(owner -> owner.car = dryRun || !answer.equals(DONE) ? window.car : owner.car);
        return answer.equals("MaintenanceConflict") ? "DisplacementImpossible " + undisplaced : answer;
    }

    String invalid(Owner owner, String requested) {
        return "InvalidTransition " + owner.status + " " + requested + " " + ALLOWED.getOrDefault(owner.status, List.of());
    }

    String move(Owner owner, String transition, String to) {
        var earliest = Map.of("hand-over", owner.start - 60, "no-show", owner.start + 30)
                .getOrDefault(transition, Integer.MIN_VALUE);
        return owner.is(to) ? DONE
                : !ALLOWED.getOrDefault(owner.status, List.of()).contains(transition) ? invalid(owner, transition)
                : now < earliest ? "TooEarly " + transition + " " + earliest
                : transition.equals("hand-over") && now > owner.end ? "TooLate hand-over " + owner.end
                : !Set.of("ACTIVE", "IN_PROGRESS").contains(to) ? become(owner, to)
                : of(owner.car).stream().anyMatch(o -> o != owner && o.is("ACTIVE", "IN_PROGRESS")) ? "CarNotReturned"
                : !isFree(owner, owner.car, Math.min((int) now, owner.start), owner.end) ? "CarUnavailable"
                : cars.get(owner.car).equals("RETIRED") ? "CarRetired" : become(owner, to);
    }

    private String become(Owner owner, String status) {
        var next = of(owner.car).stream().mapToInt(o -> o.from).filter(o -> o > owner.from).min().orElse(Integer.MAX_VALUE);
        owner.status = status;
        owner.from = owner.is("ACTIVE", "IN_PROGRESS") ? Math.min(owner.start, (int) now) : owner.from;
        owner.blockedUntil = ALLOWED.containsKey(status) ? owner.blockedUntil
                : !owner.is("COMPLETED") || now <= owner.from ? owner.from
                : Math.min((int) Math.ceil(now) + (owner.window ? 0 : 30), next);
        return DONE;
    }

    String setStatus(int car, String status) {
        var nowOrLater = of(car).stream().filter(owner -> owner.blockedUntil > now || owner.is("ACTIVE", "IN_PROGRESS"));
        var forbidding = nowOrLater.filter(owner -> status.equals("RETIRED") || status.equals("OUT_OF_SERVICE")
                && !owner.window && !owner.is("COMPLETED") && !(owner.is("CONFIRMED") && owner.end <= Math.ceil(now))).count();
        var answer = cars.get(car).equals(status) ? DONE : cars.get(car).equals("RETIRED") ? "CarRetired"
                : forbidding > 0 ? "CarHasOccupancies " + forbidding : DONE;
        cars.set(car, answer.equals(DONE) ? status : cars.get(car));
        return answer;
    }
}
