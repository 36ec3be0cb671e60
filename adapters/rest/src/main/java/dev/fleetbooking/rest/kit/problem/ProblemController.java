package dev.fleetbooking.rest.kit.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The pages that explain the types of problems, as plain text, which browsers and terminals show alike. */
@RestController
record ProblemController(List<ProblemCatalog> catalogs) {

    static final String PATH = "/problems";

    @GetMapping(path = PATH + "/{type}", produces = MediaType.TEXT_PLAIN_VALUE)
    String getProblemType(@PathVariable String type) {
        return catalogs.stream()
                .flatMap(catalog -> catalog.types().stream())
                .filter(known -> known.slug().equals(type))
                .findFirst()
                .map(ProblemController::page)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(ProblemType type) {
        var description = type.description();
        return """
                %s (%s, HTTP status %d)

                What it means:
                %s

                What to do:
                %s
                """.formatted(
                description.title(), type.slug(), type.status().value(), description.meaning(), description.remedy());
    }
}
