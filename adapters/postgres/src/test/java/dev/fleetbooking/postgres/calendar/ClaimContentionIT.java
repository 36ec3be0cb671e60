package dev.fleetbooking.postgres.calendar;

import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With fewer than 16 clients the deadlocks of a plain INSERT under an exclusion constraint rarely occur. */
class ClaimContentionIT extends RepositoryContract {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 10;

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }

    @Test
    void ofManyClaimsThatOverlapExactlyOneSucceedsAndNoneEndsInADeadlock() throws Exception {
        var dealer = givenDealer();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                var car = givenCar(dealer);
                var start = new CyclicBarrier(CLIENTS);
                var claims = IntStream.range(0, CLIENTS).mapToObj(client -> claim(dealer, car, client, start)).toList();

                // get throws if there was a deadlock or any other failure.
                var won = threads.invokeAll(claims).stream().filter(ClaimContentionIT::get).count();

                assertThat(won).isOne();
                assertThat(inTransaction(() -> occupancies().findByCar(car.id(), minutes(0, 1).start()))).hasSize(1);
            }
        }
    }

    /** Bookings and maintenance, all with different periods that contain the same minute. */
    private Callable<Boolean> claim(Dealer dealer, Car car, int client, CyclicBarrier start) {
        var period = minutes(100 - client, 101 + client);
        return () -> {
            start.await();
            return inTransaction(() -> {
                cars().findForClaim(car.id());
                if (client % 2 == 0) {
                    var booking = newBooking(dealer, car, period);
                    var claimed = claim(car.id(), booking.occupancy());
                    if (claimed) {
                        bookings().add(booking);
                    }
                    return claimed;
                }
                var window = newWindow(car, period);
                var claimed = claim(car.id(), window.occupancy());
                if (claimed) {
                    windows().add(window);
                }
                return claimed;
            });
        };
    }

    private static boolean get(Future<Boolean> claim) {
        try {
            return claim.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
