package dev.fleetbooking.application;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The life cycles once more, in as few words as they take. Times are in minutes; cars are numbers. */
final class LifeCycleModel {

    static final String DONE = "done";

    /** A booking or a window. Nobody else has its car from {@code from} until {@code blockedUntil}, if that is later. */
    final class Owner {
        boolean window;
        int car, start, end, from, blockedUntil;
        final double lapsesAt = now + 15;
        String status = "";

        boolean is(String... statuses) {
            return Set.of(statuses).contains(status);
        }
    }

    final List<Owner> owners = new ArrayList<>();
    final List<String> cars = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    final List<Integer> cheapestFirst = new ArrayList<>();
    double now;

    void setTime(double newNow) {
        now = newNow;
        owners.stream().filter(owner -> now >= owner.lapsesAt).forEach(owner -> move(owner, DONE, "EXPIRED", "HELD"));
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
        return inTheWay(self, car, from, self.window ? end : end + 30).isEmpty()
                && (self.window || cars.get(car).equals("IN_SERVICE"));
    }

    private List<Owner> inTheWay(Owner self, int car, int from, int to) {
        return of(car).stream().filter(other -> other != self && other.from < to
                && from < (isOverdue(other) ? Math.max(other.blockedUntil, now + 1440) : other.blockedUntil)).toList();
    }

    String book(int car, int start, int end, boolean hold) {
        return start < now - 5 || end < start + 60 ? "ValidationFailed"
                : !isFree(new Owner(), car, start, end) ? "CarUnavailable"
                : add(false, hold ? "HELD" : "CONFIRMED", car, start, end);
    }

    String plan(int car, int start, int end, boolean displace, boolean dryRun) {
        var inTheWay = inTheWay(null, car, start, end);
        var answer = start < now - 60 || end < start + 15 ? "ValidationFailed"
                : !inTheWay.stream().allMatch(owner -> displace && isDisplaced(owner)) ? "MaintenanceConflict"
                : cars.get(car).equals("RETIRED") ? "CarRetired" : DONE;
        var isPlanned = !dryRun && answer.equals(DONE);
        inTheWay.forEach(owner -> owner.car = isPlanned ? owner.car : car);
        return isPlanned ? add(true, "PLANNED", car, start, end) : answer;
    }

    private boolean isDisplaced(Owner owner) {
        var old = owner.car;
        owner.car = cheapestFirst.stream().filter(car -> car != old && owner.is("HELD", "CONFIRMED"))
                .filter(car -> categories.get(car).equals(categories.get(old)))
                .filter(car -> isFree(owner, car, owner.start, owner.end)).findFirst().orElse(old);
        return owner.car != old;
    }

    private String add(boolean window, String status, int car, int start, int end) {
        var owner = new Owner();
        owner.window = window;
        owner.car = car;
        owner.status = status;
        owners.add(owner);
        return setPeriod(owner, start, end);
    }

    private String setPeriod(Owner owner, int start, int end) {
        owner.from = owner.is("ACTIVE", "IN_PROGRESS") ? owner.from : start;
        owner.start = start;
        owner.end = end;
        owner.blockedUntil = owner.window ? end : end + 30;
        return DONE;
    }

    String reschedule(Owner owner, int start, int end) {
        var tooEarly = start != owner.start && (owner.is("ACTIVE", "IN_PROGRESS") || start < now - (owner.window ? 60 : 5));
        return start == owner.start && end == owner.end ? DONE
                : tooEarly || end <= now || end < start + (owner.window ? 15 : 60) ? "ValidationFailed"
                : !owner.is("HELD", "CONFIRMED", "ACTIVE", "PLANNED", "IN_PROGRESS") ? "InvalidTransition"
                : !isFree(owner, owner.car, start, end) ? owner.window ? "MaintenanceConflict" : "CarUnavailable"
                : cars.get(owner.car).equals("RETIRED") ? "CarRetired" : setPeriod(owner, start, end);
    }

    String move(Owner owner, String transition) {
        var isEarly = now < owner.start - 60;
        var take = of(owner.car).stream().anyMatch(o -> o != owner && o.is("ACTIVE", "IN_PROGRESS")) ? "CarNotReturned"
                : !isFree(owner, owner.car, Math.min((int) now, owner.start), owner.end) ? "CarUnavailable"
                : cars.get(owner.car).equals("RETIRED") ? "CarRetired" : DONE;
        return switch (transition) {
            case "confirmation" -> move(owner, DONE, "CONFIRMED", "HELD");
            case "cancellation" -> move(owner, DONE, "CANCELLED", "HELD", owner.window ? "PLANNED" : "CONFIRMED");
            case "no-show" -> move(owner, now < owner.start + 30 ? "TooEarly" : DONE, "NO_SHOW", "CONFIRMED");
            case "hand-over" -> move(owner, isEarly ? "TooEarly" : now > owner.end ? "TooLate" : take, "ACTIVE", "CONFIRMED");
            case "start" -> move(owner, take, "IN_PROGRESS", "PLANNED");
            default -> move(owner, DONE, "COMPLETED", "ACTIVE", "IN_PROGRESS");
        };
    }

    private String move(Owner owner, String guard, String to, String... from) {
        if (!owner.is(from) || !guard.equals(DONE)) {
            return owner.is(to) ? DONE : owner.is(from) ? guard : "InvalidTransition";
        }
        var next = of(owner.car).stream().mapToInt(o -> o.from).filter(o -> o > owner.from).min().orElse(Integer.MAX_VALUE);
        owner.status = to;
        owner.from = owner.is("ACTIVE", "IN_PROGRESS") ? Math.min(owner.start, (int) now) : owner.from;
        owner.blockedUntil = owner.is("CONFIRMED", "ACTIVE", "IN_PROGRESS") ? owner.blockedUntil
                : !owner.is("COMPLETED") || now <= owner.from ? owner.from
                : Math.min((int) Math.ceil(now) + (owner.window ? 0 : 30), next);
        return DONE;
    }

    String setStatus(int car, String status) {
        var nowOrLater = of(car).stream().filter(owner -> owner.blockedUntil > now || owner.is("ACTIVE", "IN_PROGRESS"));
        var answer = cars.get(car).equals(status) ? DONE : cars.get(car).equals("RETIRED") ? "CarRetired"
                : nowOrLater.allMatch(owner -> status.equals("IN_SERVICE") || status.equals("OUT_OF_SERVICE")
                && (owner.window || owner.is("COMPLETED") || owner.is("CONFIRMED") && owner.end <= Math.ceil(now)))
                ? DONE : "CarHasOccupancies";
        cars.set(car, answer.equals(DONE) ? status : cars.get(car));
        return answer;
    }
}
