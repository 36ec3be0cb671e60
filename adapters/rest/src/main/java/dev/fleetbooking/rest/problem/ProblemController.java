package dev.fleetbooking.rest.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The pages behind the types of problems: plain text, which people read in a browser as well as in a terminal. */
@RestController
class ProblemController {

    static final String PATH = "/problems";

    @GetMapping(path = PATH + "/{type}", produces = MediaType.TEXT_PLAIN_VALUE)
    String getProblemType(@PathVariable String type) {
        return ProblemType.ofSlug(type)
                .map(ProblemController::page)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(ProblemType type) {
        return """
                %s (%s, HTTP status %d)

                What it means:
                %s

                What to do:
                %s
                """.formatted(type.title(), type.slug(), type.status().value(), type.meaning(), type.remedy());
    }
}
