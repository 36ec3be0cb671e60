package dev.fleetbooking.bootstrap.access;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import org.junit.jupiter.api.Test;

/** Who may read calendars: administrators, and staff those of its dealer. Customers read none. */
class CalendarRightsIT extends SecuredServiceTest {

    @Test
    void calendarsAreForThoseWhoMayKnowAllBookingsOfTheDealer() {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        var car = "/calendars/cars/%s.ics".formatted(fleet.car(dealer));
        var cars = "/calendars/dealers/%s.ics".formatted(dealer);

        for (var path : new String[] {car, cars}) {
            get(nobody, path).expectProblem(401, "unauthenticated");
            get(nobody.with(tokens.customer("ada")), path).expectProblem(403, "forbidden");
            get(nobody.with(tokens.staff(fleet.dealer())), path).expectProblem(404, "not-found");
            get(nobody.with(tokens.staff(dealer)), path).expect(200);
            get(admin, path).expect(200);
        }
    }

    private static Api.Answer get(Api api, String path) {
        return api.raw("GET", path, null);
    }
}
