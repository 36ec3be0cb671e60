package dev.fleetbooking.rest.kit.etag;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The entity tags that a request names (RFC 9110, section 8.8.3). If-None-Match compares them weakly, since a cache may have
 * weakened them; for If-Match, which compares strongly, weak ones are ignored (section 13.1).
 *
 * @param any       the request names {@code *} instead
 * @param revisions the revisions of the tags that are not ignored
 */
record EntityTags(boolean any, Set<Revision> revisions) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xFF]*)\"");

    /** Possessive, because backtracking over a long list would overflow the stack. */
    private static final Pattern TAGS = Pattern.compile("%1$s(?:[ \t]*,[ \t]*%1$s)*+".formatted(TAG));

    /**
     * The tags in a header, or nothing without the header.
     *
     * @throws MalformedRequestException if it is not a list of tags
     */
    static Optional<EntityTags> of(HttpServletRequest request, String header) {
        var value = Collections.list(request.getHeaders(header)).stream().collect(joining(","));
        if (request.getHeader(header) == null) {
            return Optional.empty();
        }
        if (value.equals("*")) {
            return Optional.of(new EntityTags(true, Set.of()));
        }
        if (!TAGS.matcher(value).matches()) {
            throw new MalformedRequestException(
                    header, "must be * or a list of entity tags such as \"3\", quotes included");
        }
        var compared = TAG.matcher(value).results()
                .filter(tag -> tag.group(1) == null || header.equals(HttpHeaders.IF_NONE_MATCH));
        return Optional.of(new EntityTags(false, compared.map(tag -> new Revision(tag.group(2))).collect(toSet())));
    }

    /** If-Match as the precondition that a handler takes; PATCH requires the header. */
    static Precondition precondition(HttpServletRequest request) {
        var absent = request.getMethod().equals(HttpMethod.PATCH.name()) ? Precondition.MISSING : Precondition.NONE;
        return of(request, HttpHeaders.IF_MATCH)
                .map(tags -> tags.any() ? Precondition.NONE : Precondition.oneOf(tags.revisions()))
                .orElse(absent);
    }

    boolean match(Revision current) {
        return any || revisions.contains(current);
    }
}
