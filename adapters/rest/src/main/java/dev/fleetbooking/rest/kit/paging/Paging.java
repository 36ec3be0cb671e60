package dev.fleetbooking.rest.kit.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.rest.kit.json.Shapes;
import dev.fleetbooking.rest.kit.problem.CommonProblem;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The page of a list that a caller asks for. A cursor consists of the scope, which identifies the list, and the key of the
 * last item seen.
 */
public final class Paging {

    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";

    /** The query parameters of paging. */
    public static final Set<String> PARAMETERS = Set.of(LIMIT, CURSOR);

    private final String scope;
    private final Optional<String> after;
    private final Limit limit;

    /** @throws ProblemException if the cursor is unreadable or of another scope */
    Paging(String list, Optional<String> cursor, Limit limit) {
        this.scope = UUID.nameUUIDFromBytes(list.getBytes(UTF_8)).toString();
        this.after = cursor.map(this::decode);
        this.limit = limit;
    }

    /** The page that the request asks for. */
    public static Paging of(HttpServletRequest request) {
        return new Paging(list(request), Optional.ofNullable(request.getParameter(CURSOR)), limit(request));
    }

    private static Limit limit(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(LIMIT)).map(Limit::new).orElse(Limit.DEFAULT);
        } catch (InvalidValueException refused) {
            throw new MalformedRequestException(LIMIT, refused.getMessage());
        }
    }

    /** The caller, the route and the filters, in any order. */
    private static String list(HttpServletRequest request) {
        Map<String, List<String>> filters = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !PARAMETERS.contains(parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        return Objects.requireNonNullElse(request.getRemoteUser(), "") + request.getRequestURI() + new TreeMap<>(filters);
    }

    /** For a list that is ordered by id. */
    public <K> PageRequest<K> requestById(Function<UUID, K> id) {
        return request(key -> id.apply(Shapes.uuid(key)));
    }

    /**
     * For a list that is ordered by other keys.
     *
     * @param key reads a key that {@link #response} wrote, or throws an {@link InvalidValueException}
     * @throws ProblemException if the key cannot be read
     */
    public <K> PageRequest<K> request(Function<String, K> key) {
        try {
            return new PageRequest<>(after.map(key), limit.value());
        } catch (InvalidValueException unreadable) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** The page as an answer, with the cursor to the next one. */
    public <T, R> PageResponse<R> response(Page<T> page, Function<T, R> item, Function<T, ?> key) {
        var next = page.hasNext() ? Optional.of(encode(key.apply(page.items().getLast()))) : Optional.<String>empty();
        return new PageResponse<>(page.items().stream().map(item).toList(), next);
    }

    private String encode(Object key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((scope + key).getBytes(UTF_8));
    }

    private String decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (text.startsWith(scope)) {
                return text.substring(scope.length());
            }
        } catch (IllegalArgumentException unreadable) {
            // The same problem as for a cursor of another list: the distinction would not help the caller.
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }
}
