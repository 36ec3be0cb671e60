package dev.fleetbooking.rest.kit.request;

import dev.fleetbooking.rest.kit.json.JsonFaults;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Reads the whole request body before the handler does, so that it can be checked, and refused if it is too large. */
@Component
@FilterRegistration(urlPatterns = RequestConfiguration.API + "/*", order = 1)
public final class BufferedBodyFilter extends OncePerRequestFilter {

    static final int MAX_BYTES = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new BufferedRequest(request), response);
    }

    /**
     * The body of a request that passed this filter.
     *
     * @throws ResponseStatusException   if it is longer than {@link #MAX_BYTES}, whether its length was declared or not
     * @throws MalformedRequestException if the body is incomplete
     */
    public static byte[] body(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, BufferedRequest.class).body();
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static final class BufferedRequest extends HttpServletRequestWrapper {

        private byte[] body = {};

        /** Kept until the body is requested, because other faults of the request take precedence. */
        private RuntimeException fault;

        BufferedRequest(HttpServletRequest request) {
            super(request);
            try {
                if (hasBody(request)) {
                    body = request.getInputStream().readNBytes(MAX_BYTES + 1);
                }
                if (body.length > MAX_BYTES) {
                    fault = new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
                }
            } catch (IOException broken) {
                fault = new MalformedRequestException(JsonFaults.BODY, "could not be read to its end");
            }
        }

        byte[] body() {
            if (fault != null) {
                throw fault;
            }
            return body;
        }

        /** Without a body there is no media type that Spring could refuse. */
        @Override
        public String getContentType() {
            return hasBody(this) ? super.getContentType() : null;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) ? getContentType() : super.getHeader(name);
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body());
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("bodies are read at once");
                }
            };
        }
    }
}
