package dev.fleetbooking.rest.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import dev.fleetbooking.rest.kit.request.BufferedBodyFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.util.function.ThrowingSupplier;

/** The header that makes a POST safe to retry. */
public final class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    /** Visible ASCII. */
    public static final String PATTERN = "[!-~]{1,64}";

    /** Says that the answer is that of an earlier request. */
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    private IdempotencyKeys() {
    }

    /**
     * The request with its key, if it has one and is a POST: the other methods are safe to retry anyway.
     *
     * @throws MalformedRequestException if the key is malformed
     */
    static Optional<IdempotentCalls.Request> of(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty() || !request.getMethod().equals(HttpMethod.POST.name())) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !keys.getFirst().matches(PATTERN)) {
            throw new MalformedRequestException(HEADER, "must be given once, as 1 to 64 visible ASCII characters");
        }
        return Optional.of(new IdempotentCalls.Request(ownKey(request, keys.getFirst()), fingerprint(request)));
    }

    /** The key of this caller: the same key of somebody else is another one, and neither tells the other anything. */
    private static String ownKey(HttpServletRequest request, String key) {
        return request.getRemoteUser() == null
                ? key
                : HexFormat.of().formatHex(sha256("%s\n%s".formatted(request.getRemoteUser(), key)).digest());
    }

    /** A digest of method, path, query and body. Only the body can contain a line break, which separates the parts. */
    private static byte[] fingerprint(HttpServletRequest request) {
        return sha256("%s\n%s\n%s\n".formatted(request.getMethod(), request.getRequestURI(), request.getQueryString()))
                .digest(BufferedBodyFilter.body(request));
    }

    /** Every Java platform has SHA-256. */
    private static MessageDigest sha256(String text) {
        var digest = ThrowingSupplier.of(() -> MessageDigest.getInstance("SHA-256")).get();
        digest.update(text.getBytes(UTF_8));
        return digest;
    }
}
