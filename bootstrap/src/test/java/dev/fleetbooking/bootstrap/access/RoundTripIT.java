package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The round trips of a request to the database, counted at the socket, so that everything that the driver, Spring and Hibernate
 * send is counted, whether or not it is a statement. What the pool sends to validate an idle connection is not.
 */
class RoundTripIT extends SecuredServiceTest {

    /** Validates a connection that was idle for half a second: a round trip that depends on when a request comes. */
    static final String VALIDATION = "SELECT 'still connected'";

    private static final int COMMIT = 1;
    private static final int ROLLBACK = 1;
    private static final AtomicInteger ROUND_TRIPS = new AtomicInteger();
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");

    private String dealer;
    private String car;

    @BeforeEach
    void makeACar() {
        dealer = new Fleet(admin).dealer();
        car = new Fleet(admin).car(dealer);
    }

    @Test
    void aBookingTakesFourRoundTripsAndTheCommit() {
        assertThat(roundTrips(() -> book(1))).isEqualTo(4 + COMMIT);
    }

    @Test
    void aRefusalReadsTheCalendarAndTheAlternativesInsteadOfWriting() {
        book(3);

        assertThat(roundTrips(() -> ask(admin, 3).expectProblem(409, "car-unavailable"))).isEqualTo(4 + ROLLBACK);
    }

    @Test
    void aKeyAddsTwoRoundTripsForItsClaimAndTheAnswer() {
        var key = UUID.randomUUID().toString();

        assertThat(roundTrips(() -> book(2, "Idempotency-Key", key))).isEqualTo(6 + COMMIT);
    }

    @Test
    void aReadTakesOneRoundTripAndTheCommit() {
        assertThat(roundTrips(() -> admin.get("/cars/" + car).expect(200))).isEqualTo(1 + COMMIT);
    }

    /** To tell the database whose rows it may show; a customer's booking has to end the lapsed holds of others. */
    @Test
    void aCallerWhoMayNotKnowOfEverythingTakesOneMoreUnlessACustomerBooks() {
        var staff = nobody.with(tokens.staff(dealer));
        var customer = nobody.with(tokens.customer("ada"));
        assertThat(roundTrips(() -> ask(staff, 4).expect(201))).isEqualTo(5 + COMMIT);
        assertThat(roundTrips(() -> ask(customer, 5).expect(201))).isEqualTo(4 + COMMIT);
        assertThat(roundTrips(() -> customer.get("/cars/" + car).expect(200))).isEqualTo(2 + COMMIT);
    }

    private void book(int day, String... headers) {
        ask(admin, day, headers).expect(201);
    }

    private Api.Answer ask(Api caller, int day, String... headers) {
        var start = START.plus(Duration.ofDays(day));
        return caller.post("/bookings", new Fleet(nobody).booking(car, start, start.plus(Duration.ofHours(2))), headers);
    }

    private int roundTrips(Runnable request) {
        var before = ROUND_TRIPS.get();
        request.run();
        return ROUND_TRIPS.get() - before;
    }

    /** Creates the driver's sockets; the driver finds this class by its name. */
    public static final class CountedSockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new CountedSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("the driver connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            return createSocket(host.getHostAddress(), port);
        }
    }

    /** Reading after a write means waiting for the response. */
    private static final class CountedSocket extends Socket {

        private boolean asked;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    asked = !new String(bytes, offset, length, StandardCharsets.ISO_8859_1).contains(VALIDATION);
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (asked) {
                        asked = false;
                        ROUND_TRIPS.incrementAndGet();
                    }
                    return in.read(bytes, offset, length);
                }
            };
        }
    }
}
