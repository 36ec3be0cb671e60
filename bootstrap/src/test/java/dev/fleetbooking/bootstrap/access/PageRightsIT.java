package dev.fleetbooking.bootstrap.access;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.security.Rights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages are for those whom {@link Rights} names, and show nobody what the API would not. */
@WhatToDo("docs/recipes/add-an-operation.md has the steps of an operation")
class PageRightsIT extends SecuredServiceTest {

    @Test
    void theTableNamesThePagesAndCalendarsThatAreNoOperations(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var pages = routes.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getPackageName().matches("dev\\.fleetbooking\\.(?!rest\\.).*"))
                .map(handler -> handler.getMethod().getName())
                .filter(name -> !Rights.TABLE.containsKey(name))
                .collect(toSet());

        assertThat(Rights.PAGES.keySet()).isEqualTo(pages);
    }

    @Test
    void pagesHaveTheSecurityHeadersOfAllAnswers() {
        var page = loggedIn("root", "fleet-admin").get("/").expect(200);

        assertThat(page.http().headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("form-action 'self'");
        Stream.of("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy")
                .forEach(name -> assertThat(page.http().headers().allValues(name)).as(name).hasSize(1));
    }

    @Test
    void actionsNeedTheRightsOfTheOperationsTheyAreNamedAfter() {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        var booking = fleet.book(fleet.car(dealer), "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201).id();

        for (var path : List.of("/bookings/%s/hand-over".formatted(booking), "/maintenance")) {
            assertThat(post(loggedIn("eve", "customer"), path)).isEqualTo(403);
            assertThat(post(staff(fleet.dealer()), path)).isEqualTo(404);
        }
        staff(dealer).get("/bookings/" + booking).expect(200);
        loggedIn("eve", "customer").get("/bookings/" + booking).expect(404);
    }

    private static int post(Browser browser, String path) {
        return browser.post(path, "_csrf=" + Browser.formToken(browser.get("/"))).status();
    }

    @Test
    void pagesOfferOnlyWhatTheCallersRoleMayDo() {
        var fleet = new Fleet(admin);
        var car = fleet.car(fleet.dealer());
        var booking = new Fleet(nobody.with(tokens.customer("eve")))
                .book(car, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201).id();
        var root = loggedIn("root", "fleet-admin");
        var eve = loggedIn("eve", "customer");

        assertThat(root.get("/bookings/" + booking).http().body()).contains("/hand-over\"", "/no-show\"");
        assertThat(eve.get("/bookings/" + booking).http().body()).contains("/cancellation\"", "/period\"")
                .doesNotContain("/hand-over\"", "/no-show\"");
        assertThat(root.get("/book?car=" + car).http().body()).contains("\"/maintenance?");
        assertThat(eve.get("/book?car=" + car).http().body()).contains("Book").doesNotContain("/maintenance?");
    }
}
