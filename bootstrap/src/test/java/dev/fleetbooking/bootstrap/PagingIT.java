package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors: one mechanism for every list. */
class PagingIT extends SystemTest {

    /** Every list that has a filter; dealers have none and are paged through in {@link DealersIT}. */
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

    @ParameterizedTest
    @EnumSource
    void aLastPageThatIsFullHasNoNext(Listing listing) {
        add(listing, 2);

        assertThat(api.get(listing.of(dealer, 2)).body().has("next")).isFalse();
        assertThat(api.get(listing.of(dealer, 1)).body().has("next")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLimitMayChangeBetweenPages(Listing listing) {
        var ids = add(listing, 4);
        var first = api.get(listing.of(dealer, 1)).expect(200);

        var rest = next(listing.of(dealer, 100), first).expect(200);

        assertThat(rest.texts("/items", listing.idPointer)).isEqualTo(ids.subList(1, 4));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAddedMeanwhileMakesNothingRepeatOrSkip(Listing listing) {
        var ids = add(listing, 4);
        var first = api.get(listing.of(dealer, 2)).expect(200);
        add(listing, 1);

        var rest = next(listing.of(dealer, 100), first).expect(200);

        assertThat(first.texts("/items", listing.idPointer)).isEqualTo(ids.subList(0, 2));
        assertThat(rest.texts("/items", listing.idPointer))
                .startsWith(ids.get(2), ids.get(3))
                .doesNotContain(ids.get(0), ids.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void aCursorOfOtherFiltersIsRefused(Listing listing) {
        add(listing, 2);
        var cursor = api.get(listing.of(dealer, 1)).expect(200);

        next(listing.of(fleet.dealer(), 1), cursor).expectProblem(400, "invalid-cursor");
        next(listing.path + "limit=1", cursor).expectProblem(400, "invalid-cursor");
        for (var other : Listing.values()) {
            if (other != listing) {
                next(other.of(dealer, 1), cursor).expectProblem(400, "invalid-cursor");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorThatIsNotReadableIsRefused(Listing listing) {
        add(listing, 2);
        var cursor = api.get(listing.of(dealer, 1)).text("/next");

        for (var broken : new String[] {"x", "%00", "null", cursor.substring(1), cursor + "A", "%F0%9F%9A%97"}) {
            api.get(listing.of(dealer, 1) + "&cursor=" + broken).expectProblem(400, "invalid-cursor");
        }
    }

    @Test
    void withoutALimitAPageHoldsTwenty() {
        add(Listing.CARS, 21);

        assertThat(api.get("/cars?dealerId=" + dealer).body().requiredAt("/items")).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource
    void aPageHoldsAtLeastOneAndAtMostAHundred(Listing listing) {
        api.get(listing.of(dealer, 100)).expect(200);

        api.get(listing.of(dealer, 0)).expectMalformed("limit");
        api.get(listing.of(dealer, 101)).expectMalformed("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "-1", "99999999999", ""})
    void aLimitIsAWholeNumber(String limit) {
        api.get("/dealers?limit=" + limit).expectMalformed("limit");
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
