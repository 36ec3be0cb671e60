package dev.fleetbooking.rest.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** The kinds of problems that answers report (RFC 9457, section 3.1.1), and the page behind each. */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is malformed", ProblemMembers.Errors.class,
            "The body, a parameter or a header does not have the form that the API describes. Nothing was changed.",
            "Correct what errors names: the dotted path of a field in the JSON body, or a parameter or header."),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is invalid", ProblemMembers.None.class,
            "The cursor cannot be read, or it was issued for another list or other filters.",
            "Pass the cursor back as it was, with the same filters; or begin again without a cursor."),
    CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "The request comes from another site", ProblemMembers.None.class,
            "By Sec-Fetch-Site or Origin the browser says that another site made it send the request. As nobody has to "
                    + "authenticate here, that is refused. Nothing was changed.",
            "Type the address or use a bookmark instead of a link; call the service from its own pages, or without a browser."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", ProblemMembers.None.class,
            "There is no such route, or what the path names does not exist.",
            "Check the path and the id in it."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed", ProblemMembers.None.class,
            "The route exists, but not with this method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", ProblemMembers.None.class,
            "The Accept header allows none of the media types that the route answers with.",
            "Accept application/json, or send no Accept header."),
    INVALID_TRANSITION(HttpStatus.CONFLICT, "The status does not allow it", ProblemMembers.InvalidTransition.class,
            "What was requested is not possible from the current status.",
            "Choose one of the transitions in allowed; if it is empty, the status is final."),
    TOO_EARLY(HttpStatus.CONFLICT, "It is too early", ProblemMembers.TooEarly.class,
            "The status allows what was requested, but not before the instant in earliest.",
            "Ask again from that instant on."),
    TOO_LATE(HttpStatus.CONFLICT, "It is too late", ProblemMembers.TooLate.class,
            "The booking has ended, at the instant in latest; its car cannot be handed over any more.",
            "Move the end of the booking to a later instant, or record that the customer did not come."),
    CAR_NOT_RETURNED(HttpStatus.CONFLICT, "The car is not back", ProblemMembers.None.class,
            "The car cannot be given away, because the customer or the workshop that has it has not returned it.",
            "Record the return or the completion first, or use another car."),
    CAR_UNAVAILABLE(HttpStatus.CONFLICT, "The car is not available", ProblemMembers.CarUnavailable.class,
            "The car cannot be had for the whole period; reasons says why, and conflicts what is in the way.",
            "Book one of the alternatives, or the same car from nextAvailableFrom; or extend up to latestPossibleEnd."),
    MAINTENANCE_CONFLICT(HttpStatus.CONFLICT, "The car is occupied", ProblemMembers.MaintenanceConflict.class,
            "The car is booked or in maintenance in a part of the period; conflicts lists everything in the way.",
            "Plan for one of the suggestions, which are exactly as long, or cancel what is in the way first. "
                    + "With onConflict displace, bookings that have not begun move to other cars if there is one for each; "
                    + "if not, undisplaced says what stays and why, so that you can make room on one of the cars it names."),
    CAR_HAS_OCCUPANCIES(HttpStatus.CONFLICT, "The car is still needed", ProblemMembers.CarHasOccupancies.class,
            "The status of the car cannot change while it is occupied, now or later; occupancies lists by what.",
            "Cancel what the car is occupied by, or wait until it is over."),
    CAR_RETIRED(HttpStatus.CONFLICT, "The car is retired", ProblemMembers.None.class,
            "The car has left the fleet for good: its status cannot change, and no maintenance can be planned for it.",
            "Use another car; a car that was retired by mistake is added anew."),
    PRICE_CHANGED(HttpStatus.CONFLICT, "The price has changed", ProblemMembers.PriceChanged.class,
            "The expected total is not what the car costs now; quote is the right price. Nothing was booked.",
            "Show the quote to the customer and book again with its total."),
    DUPLICATE_REGISTRATION_PLATE(HttpStatus.CONFLICT, "The plate is taken", ProblemMembers.None.class,
            "The dealer already has a car with this registration plate.",
            "Check the plate; neither case nor the kind of its spaces and dashes makes a difference."),
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "The request is in progress", ProblemMembers.None.class,
            "An earlier request with the same Idempotency-Key has not been answered yet.",
            "Send the same request again after the seconds in Retry-After; it then gets the answer to the first one."),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Changed in the meantime", ProblemMembers.None.class,
            "If-Match does not name the current state: it has changed since, or the tag is weak, which never matches. "
                    + "Nothing was changed.",
            "Read it again, decide again, and send the new ETag in If-Match."),
    CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", ProblemMembers.None.class,
            "Request bodies may have up to 64 KiB.",
            "Send less."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", ProblemMembers.None.class,
            "The body is not declared as JSON, or it is compressed.",
            "Send Content-Type: application/json, and no Content-Encoding."),
    MISDIRECTED_REQUEST(HttpStatus.MISDIRECTED_REQUEST, "The host is not this service", ProblemMembers.None.class,
            "The Host header names neither the loopback address (localhost, 127.0.0.1 or [::1]) nor one of the hosts that the "
                    + "service is configured to answer for. Nothing was changed.",
            "Use one of these names, or have yours added to fleet.web.allowed-hosts."),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "Values are not allowed", ProblemMembers.Errors.class,
            "The request is well-formed, but values in it break rules. Nothing was changed.",
            "Correct everything that errors names; it is complete."),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request", ProblemMembers.None.class,
            "The Idempotency-Key was used for a request with another path, query or body. Nothing was changed.",
            "Send each request with a key of its own, and repeat it byte for byte."),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is required", ProblemMembers.None.class,
            "A change must say which state it is made for, so that nobody overwrites a change they have not seen.",
            "Send the ETag of the last read in If-Match, or * to change whatever is there."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", ProblemMembers.None.class,
            "The service has a defect.",
            "Report the requestId; it finds the cause in the service's log."),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable", ProblemMembers.None.class,
            "The service is overloaded, or its database cannot be reached. The request may have been carried out all the same.",
            "Send it again after the seconds in Retry-After, with the same Idempotency-Key; without a key, read first.");

    private final HttpStatus status;
    private final String title;
    private final Class<? extends ProblemMembers> members;
    private final String meaning;
    private final String remedy;

    ProblemType(
            HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.members = members;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The type with this name in the URI of problems. */
    static Optional<ProblemType> ofSlug(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type of faults that are known by their status alone: the first one listed. */
    static Optional<ProblemType> ofStatus(int status) {
        return Stream.of(values()).filter(type -> type.status.value() == status).findFirst();
    }

    /** The last part of the URI. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Relative, so that it resolves on the service itself. */
    public String uri() {
        return ProblemController.PATH + "/" + slug();
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What is reported besides the standard members. */
    public Class<? extends ProblemMembers> members() {
        return members;
    }

    public String meaning() {
        return meaning;
    }

    /** What the caller can do. */
    public String remedy() {
        return remedy;
    }
}
