package dev.fleetbooking.rest.kit.problem;

/** Ends a request with a problem that is found at the edge; what use cases refuse is a refusal. */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient ProblemMembers members;

    /** A problem that its type explains well enough. */
    public ProblemException(ProblemType type) {
        this(type, ProblemMembers.NONE);
    }

    ProblemException(ProblemType type, ProblemMembers members) {
        super(type + " " + members);
        this.type = type;
        this.members = members;
    }

    /** What is wrong. */
    public ProblemType type() {
        return type;
    }

    ProblemMembers members() {
        return members;
    }
}
