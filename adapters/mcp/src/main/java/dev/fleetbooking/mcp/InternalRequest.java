package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Shows the internal call instead of the request that it is made in; attributes and the caller are those of that request. */
final class InternalRequest extends HttpServletRequestWrapper {

    private final InternalCall call;

    InternalRequest(HttpServletRequest request, InternalCall call) {
        super(request);
        this.call = call;
    }

    @Override
    public String getMethod() {
        return call.method();
    }

    @Override
    public String getRequestURI() {
        return call.path();
    }

    @Override
    public String getServletPath() {
        return call.path();
    }

    @Override
    public String getQueryString() {
        return call.query();
    }

    /** Those of the container would include the parameters of the outer request. */
    @Override
    public Map<String, String[]> getParameterMap() {
        return call.parameters().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, parameter -> new String[] {parameter.getValue()}));
    }

    @Override
    public String getParameter(String name) {
        return call.parameters().get(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(call.parameters().keySet());
    }

    @Override
    public String getHeader(String name) {
        return call.headers().getFirst(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(call.headers().getOrEmpty(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(call.headers().headerNames());
    }

    @Override
    public long getDateHeader(String name) {
        return call.headers().getFirstDate(name);
    }

    @Override
    public String getContentType() {
        return getHeader(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public int getContentLength() {
        return call.body().length;
    }

    @Override
    public long getContentLengthLong() {
        return call.body().length;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(call.body());
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
                throw new UnsupportedOperationException("the body is there");
            }
        };
    }
}
