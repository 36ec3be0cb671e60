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
    void withoutATokenThePageShowsNothing() {
        new Fleet(admin).car(new Fleet(admin).dealer());

        nobody.raw("GET", "/", null).expectProblem(401, "unauthenticated");
        assertThat(nobody.raw("GET", "/assets/web.css", null).status()).isEqualTo(200);
    }

    @Test
    void pagesHaveTheSecurityHeadersOfAllAnswers() {
        var page = admin.raw("GET", "/", null);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("form-action 'self'");
        Stream.of("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy")
                .forEach(name -> assertThat(page.http().headers().allValues(name)).as(name).hasSize(1));
    }

    @Test
    void staffSeesItsDealerAndCustomersSeeNobody() {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201);
        var page = "/?from=2027-03-01&dealer=" + dealer;
        var customer = "Ada Lovelace";

        assertThat(nobody.with(tokens.staff(dealer)).raw("GET", page, null).http().body()).contains(customer);
        assertThat(nobody.with(tokens.staff(fleet.dealer())).raw("GET", page, null).status()).isEqualTo(404);
        assertThat(nobody.with(tokens.customer("eve")).raw("GET", page, null).http().body()).contains("Busy").doesNotContain(customer);
    }

    @Test
    void actionsNeedTheRightsOfTheOperationsTheyAreNamedAfter() {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        var booking = fleet.book(fleet.car(dealer), "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201).id();

        for (var path : List.of("/bookings/%s/hand-over".formatted(booking), "/maintenance")) {
            nobody.raw("POST", path, null).expectProblem(401, "unauthenticated");
            nobody.with(tokens.customer("eve")).raw("POST", path, null).expectProblem(403, "forbidden");
            assertThat(nobody.with(tokens.staff(fleet.dealer())).raw("POST", path, null).status()).isEqualTo(404);
        }
        assertThat(nobody.with(tokens.staff(dealer)).raw("GET", "/bookings/" + booking, null).status()).isEqualTo(200);
        assertThat(nobody.with(tokens.customer("eve")).raw("GET", "/bookings/" + booking, null).status()).isEqualTo(404);
    }

    @Test
    void pagesOfferOnlyWhatTheCallersRoleMayDo() {
        var fleet = new Fleet(admin);
        var car = fleet.car(fleet.dealer());
        var eve = nobody.with(tokens.customer("eve"));
        var booking = new Fleet(eve).book(car, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201).id();

        assertThat(admin.raw("GET", "/bookings/" + booking, null).http().body()).contains("/hand-over\"", "/no-show\"");
        assertThat(eve.raw("GET", "/bookings/" + booking, null).http().body()).contains("/cancellation\"", "/period\"")
                .doesNotContain("/hand-over\"", "/no-show\"");
        assertThat(admin.raw("GET", "/book?car=" + car, null).http().body()).contains("\"/maintenance?");
        assertThat(eve.raw("GET", "/book?car=" + car, null).http().body()).contains("Book").doesNotContain("/maintenance?");
    }
}
