package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each list is paged through on the real database. Dealers have no filter, so {@link ResourcesIT} lists them. */
class PagingIT extends SystemTest {

    enum Listing {
        CARS("/cars?", "/id"),
        BOOKINGS("/bookings?", "/id"),
        MAINTENANCE_WINDOWS("/maintenance-windows?", "/id"),
        AVAILABILITY("/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&", "/car/id");

        private final String path;
        private final String idPointer;

        Listing(String path, String idPointer) {
            this.path = path;
            this.idPointer = idPointer;
        }

        String of(String dealer, int limit) {
            return path + "dealerId=%s&limit=%d".formatted(dealer, limit);
        }
    }

    private String dealer;
    private String car;
    private int added;

    @BeforeEach
    void makeADealer() {
        dealer = fleet.dealer();
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEveryItemOnceAndInOrder(Listing listing) {
        var ids = add(listing, 5);

        var pages = new ArrayList<List<String>>();
        var page = api.get(listing.of(dealer, 2)).expect(200);
        pages.add(page.texts("/items", listing.idPointer));
        while (page.body().has("next")) {
            page = next(listing.of(dealer, 2), page).expect(200);
            pages.add(page.texts("/items", listing.idPointer));
        }

        assertThat(pages).containsExactly(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5));
    }

    private Api.Answer next(String path, Api.Answer page) {
        return api.get(path + "&cursor=" + Api.encoded(page.text("/next")));
    }

    private List<String> add(Listing listing, int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(addOne(listing));
        }
        return ids;
    }

    /** Each comes after the one before in the order of its list, though bookings and windows start before it. */
    private String addOne(Listing listing) {
        added++;
        var start = TODAY.plus(Duration.ofDays(100L - added));
        var end = start.plus(Duration.ofHours(5));
        return switch (listing) {
            case CARS -> fleet.car(dealer);
            case AVAILABILITY -> fleet.car(dealer, "COMPACT", added + ".00", "EUR");
            case BOOKINGS -> api.post("/bookings", fleet.booking(car(), start, end)).expect(201).id();
            case MAINTENANCE_WINDOWS -> api.post("/maintenance-windows", fleet.window(car(), start, end)).expect(201).id();
        };
    }

    private String car() {
        if (car == null) {
            car = fleet.car(dealer);
        }
        return car;
    }
}
