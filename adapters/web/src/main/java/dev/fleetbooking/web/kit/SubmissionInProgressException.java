package dev.fleetbooking.web.kit;

/** The same form was sent before and its call has not ended yet; sent again later, it gets the answer to that one. */
public final class SubmissionInProgressException extends RuntimeException {

    public SubmissionInProgressException(Throwable cause) {
        super("the same submission is in progress", cause);
    }
}
