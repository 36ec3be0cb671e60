package dev.fleetbooking.rest.problem;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names requests to the caller and in the log. The server counts anew at each start, so each start has a name too. */
final class RequestIds {

    private static final String START = HexFormat.of().toHexDigits(new SecureRandom().nextInt());

    private RequestIds() {
    }

    static String of(ServletRequest request) {
        return START + "-" + request.getRequestId();
    }
}
