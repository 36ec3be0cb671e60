package dev.fleetbooking.rest.kit.request;

import org.springframework.http.HttpHeaders;

/** Headers that depend on an answer's body. Every answer that is rendered gets the headers of all beans of this type. */
public interface AnswerHeaders {

    /** Adds the headers for the body of a successful answer to those of its handler. */
    void add(Object body, HttpHeaders headers);
}
