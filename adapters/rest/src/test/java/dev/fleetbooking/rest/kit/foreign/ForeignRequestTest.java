package dev.fleetbooking.rest.kit.foreign;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Browser requests from other sites are refused before any other check. Booking.Example and intranet are allowed. */
class ForeignRequestTest extends RestTest {

    private static final String PATH = SampleController.PATH;

    @ParameterizedTest
    @ValueSource(strings = {
        "localhost", "LocalHost:8080", "localhost.", "localhost.:8080", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:8080",
        "booking.example", "BOOKING.example:443", "booking.example.", "intranet", "intranet:1"})
    void thisHostIsServedByEachOfItsNamesOnAnyPort(String host) {
        assertThat(get(PATH, "Host", host).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example", "evil.example:8080", "localhost.evil.example", "evil-localhost", "127.0.0.1.evil.example", "127.0.0.2",
        "0.0.0.0", "[::]", "[::2]:1", "www.booking.example", "example", "1.0.0.127.in-addr.arpa"})
    void aForeignHostIsRefused(String host) {
        for (var path : new String[] {PATH, "/", "/docs", "/openapi.yaml", "/problems/not-found", "/nope"}) {
            assertProblem(get(path, "Host", host), 421, "misdirected-request");
        }
    }

    /** Browsers send a Host with every request, so a client that sends none is not a browser. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            GET /api/v1/samples HTTP/1.0                     | No-Host: a         | 200
            GET /api/v1/samples HTTP/1.1                     | Host:              | 421
            GET http://localhost/api/v1/samples HTTP/1.1     | Host: localhost    | 200
            GET http://evil.example/api/v1/samples HTTP/1.1  | Host: evil.example | 421
            GET http://evil.example/api/v1/samples HTTP/1.0  | No-Host: a         | 421
            GET http://evil.example/api/v1/samples HTTP/1.1  | Host: localhost    | 400
            GET http://localhost/api/v1/samples HTTP/1.1     | Host: evil.example | 400
            """)
    void theHostMayBeInTheRequestLineOrAbsent(String requestLine, String header, int status) {
        assertThat(wire(requestLine + "\r\n" + header + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 " + status);
    }

    /** A page could send these headers, but not those that the browser sets. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "Forwarded", "X-Original-Host"})
    void forwardingHeadersDoNotChangeTheHost(String header) {
        assertProblem(get(PATH, "Host", "evil.example", header, "localhost"), 421, "misdirected-request");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:8080", "LOCALHOST, HTTP://localhost", "[::1]:8080, http://[::1]:8080",
        "booking.example, https://booking.example"})
    void anOriginThatIsThisHostIsServed(String host, String origin) {
        assertThat(get(PATH, "Host", host, "Origin", origin).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://evil.example", "localhost:8080, http://localhost:3000", "localhost:8080, http://localhost",
        "localhost, http://localhost:8080", "localhost:8080, http://127.0.0.1:8080", "localhost:8080, null",
        "localhost:8080, ''", "localhost:8080, http://localhost:8080.evil.example", "localhost:8080, localhost:8080",
        "localhost:8080, http://localhost:8080/", "localhost:8080, https://booking.example", "localhost:8080, nonsense",
        "localhost:8080, http://evil.example http://localhost:8080", "localhost, file://localhost"})
    void anyOtherOriginIsRefused(String host, String origin) {
        for (var method : new String[] {"GET", "POST", "OPTIONS"}) {
            var refused = send(method, PATH, BodyPublishers.noBody(), "Host", host, "Origin", origin);
            assertProblem(refused, 403, "cross-site-request");
        }
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 200", "same-origin, 200", "none, 200"})
    void secFetchSiteDecidesWhetherARequestIsRefused(String site, int status) {
        assertThat(get(PATH, "Sec-Fetch-Site", site).statusCode()).isEqualTo(status);
        assertThat(get("/problems/not-found", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://null", "https://null", "http://localhost"})
    void withoutAHostEveryOriginIsForeign(String origin) {
        assertThat(wire("GET " + PATH + " HTTP/1.0\r\nOrigin: " + origin + "\r\n\r\n")).startsWith("HTTP/1.1 403");
    }

    /** Browsers do not repeat these headers. If one is repeated, one foreign value is enough for a refusal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin         | http://localhost    | http://evil.example
            Origin         | http://evil.example | http://localhost
            Sec-Fetch-Site | none                | cross-site
            Sec-Fetch-Site | cross-site          | same-origin
            """)
    void oneForeignValueOfSeveralIsEnough(String header, String first, String second) {
        assertThat(wire("GET %1$s HTTP/1.1\r\nHost: localhost\r\n%2$s: %3$s\r\n%2$s: %4$s\r\nConnection: close\r\n\r\n"
                .formatted(PATH, header, first, second))).startsWith("HTTP/1.1 403");
    }

    @Test
    void theHostIsCheckedFirstThenTheSiteThenEverythingElse() {
        var put = BodyPublishers.ofString("{");
        assertProblem(send("PUT", PATH + "?nope=1", put, "Host", "evil.example", "Origin", "null", "Accept", "text/html"),
                421, "misdirected-request");
        assertProblem(send("PUT", PATH + "?nope=1", put, "Origin", "null", "Accept", "text/html"), 403, "cross-site-request");
    }
}
