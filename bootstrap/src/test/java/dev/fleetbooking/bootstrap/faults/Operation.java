package dev.fleetbooking.bootstrap.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change that a client requested, with retries, and all answers. What it creates contains its key, a booking in the customer's
 * address and a window in its reason, so that the checker finds it without the service.
 *
 * @param key unlike that of any other operation, and the idempotency key of its POST
 * @param subject the booking or window that is to change; null if it is to be made
 * @param start of the requested period, if there is one
 * @param end of the requested period, if there is one
 */
record Operation(
        String key, Kind kind, String subject, String car, Instant start, Instant end, List<Answer> answers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A booking that moves from one car to another. */
    record Move(String booking, String from, String to) {
    }

    static Operation create(Kind kind, String key, String car, Instant start, Instant end) {
        return new Operation(key, kind, null, car, start, end, new CopyOnWriteArrayList<>());
    }

    static Operation change(Kind kind, String key, String subject, Instant start, Instant end) {
        return new Operation(key, kind, subject, null, start, end, new CopyOnWriteArrayList<>());
    }

    enum Kind {
        BOOK("BOOKING_MADE", "CONFIRMED", "409 car-unavailable"),
        HOLD("BOOKING_HELD", "HELD", "409 car-unavailable"),
        CONFIRM("BOOKING_CONFIRMED", "CONFIRMED", "409 invalid-transition"),
        CANCEL("BOOKING_CANCELLED", "CANCELLED", "409 invalid-transition"),
        RESCHEDULE("BOOKING_RESCHEDULED", null, "409 car-unavailable", "409 invalid-transition", "412 precondition-failed"),
        /** Too early if the service's clock was set back after the booking was made. */
        HAND_OVER("CAR_HANDED_OVER", "ACTIVE", "409 car-not-returned", "409 car-unavailable", "409 too-early"),
        RETURN("CAR_RETURNED", "COMPLETED"),
        PLAN("MAINTENANCE_PLANNED", "PLANNED", "409 maintenance-conflict"),
        /** The same, and conflicting bookings move to other cars. */
        DISPLACE("MAINTENANCE_PLANNED", "PLANNED", "409 maintenance-conflict"),
        CANCEL_WINDOW("MAINTENANCE_CANCELLED", "CANCELLED");

        final String event;
        /** The kind of its subject afterwards; null if it does not change. */
        final String status;
        final Set<String> refusals;

        Kind(String event, String status, String... refusals) {
            this.event = event;
            this.status = status;
            this.refusals = Set.of(refusals);
        }

        boolean creates() {
            return this == BOOK || this == HOLD || isWindow();
        }

        /** Whether it creates a window. */
        boolean isWindow() {
            return this == PLAN || this == DISPLACE;
        }

        boolean hasKey() {
            return this != RESCHEDULE;
        }
    }

    /**
     * @param status 0 if the connection broke before there was an answer
     * @param problem the last part of the problem's type, empty if it is none
     * @param id of what the body shows, empty if it is a problem
     */
    record Answer(int status, String problem, Optional<String> retryAfter, String id, String eTag, String body) {

        static final Answer NONE = new Answer(0, "", Optional.empty(), "", "", "");

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether the result of the change is unknown, so that the client has to retry. */
        boolean isOpen() {
            return status == 0 || status >= 500 || problem.equals("request-in-progress");
        }

        @Override
        public String toString() {
            return (status + " " + problem).strip();
        }
    }

    /** Whether the client knows that the change was made. */
    boolean isDone() {
        return answers.stream().anyMatch(Answer::isSuccess);
    }

    /** Whether the change may have been made without the client's knowledge: an answer was lost, and the retry came too late. */
    boolean isUncertain() {
        return !isDone() && !kind.hasKey() && answers.stream().anyMatch(Answer::isOpen);
    }

    /** The bookings that it moved to other cars, as far as the client knows. */
    List<Move> moves() {
        return answers.stream().filter(Answer::isSuccess).findFirst().stream()
                .flatMap(answer -> JSON.readTree(answer.body()).path("displaced").valueStream())
                .map(move -> new Move(
                        move.path("bookingId").asString(), move.path("fromCarId").asString(), move.path("toCarId").asString()))
                .toList();
    }

    /** The car of the change, as far as the client knows. */
    Optional<String> knownSubject() {
        return subject != null
                ? Optional.of(subject)
                : answers.stream().filter(Answer::isSuccess).map(Answer::id).findFirst();
    }
}
