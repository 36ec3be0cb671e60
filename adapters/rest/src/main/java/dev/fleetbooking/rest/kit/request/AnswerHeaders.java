package dev.fleetbooking.rest.kit.request;

import org.springframework.http.HttpHeaders;

/** Headers that an answer gets because of its body. A bean of this type is asked wherever an answer is rendered. */
public interface AnswerHeaders {

    /** Adds what the body of a successful answer calls for to the headers that its handler gave. */
    void add(Object body, HttpHeaders headers);
}
