package dev.fleetbooking.rest.kit.problem;

/** Ends a request with a problem that this adapter found; use cases throw refusals instead. */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient ProblemMembers members;

    /** A problem whose detail is the description of its type. */
    public ProblemException(ProblemType type) {
        this(type, ProblemMembers.NONE);
    }

    ProblemException(ProblemType type, ProblemMembers members) {
        super(type + " " + members);
        this.type = type;
        this.members = members;
    }

    /** The type of the problem. */
    public ProblemType type() {
        return type;
    }

    ProblemMembers members() {
        return members;
    }
}
