package dev.fleetbooking.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do with the calendar, in a real browser. It is Monday, 4 January 2027, 9:00 in Berlin. */
class CalendarJourneyIT extends BrowserTest {

    private String dealer;
    private String car;
    private Page page;

    @BeforeEach
    void haveACar() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    private void assertNoComplaints() {
        // The browser notes the status of a refusal.
        assertThat(complaints).allMatch(complaint -> complaint.contains("the server responded with a status of 4"));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void enterCustomer() {
        page.getByLabel("Name").fill("Grace Hopper");
        page.getByLabel("E-mail").fill("grace@example.org");
    }

    private void assertEverybodyCanUseIt() {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).isEmpty();
    }

    private void assertNothingIsCutOff() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @Test
    void aCarIsSearchedBookedRefusedReplacedHandedOverAndReturned() {
        var other = fleet.car(dealer, "COMPACT", "60.00", "EUR");
        page = open(1280);

        page.navigate(root + "/?dealer=" + dealer);
        page.locator("#weeks").selectOption("1");
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasCount(10);
        page.locator("#freeFrom").fill("2027-01-04T10:00");
        page.locator("#freeTo").fill("2027-01-06T10:00");
        page.locator("#freeTo").press("Enter");
        assertThat(page.locator("tr.free")).hasCount(2);
        assertEverybodyCanUseIt();
        page.locator("tr.free th a[href*='%s']".formatted(car)).click();
        assertThat(page.locator("#offer")).containsText("€99.80 for 2 days");
        page.locator("#end").fill("2027-01-07T10:00");
        page.locator("#end").dispatchEvent("change");
        assertThat(page.locator("#offer")).containsText("€149.70 for 3 days");

        // Somebody else is faster.
        fleet.book(car, "2027-01-05T09:00:00Z", "2027-01-05T12:00:00Z").expect(201);
        enterCustomer();
        button("Book").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The car is not free at this time.");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertEverybodyCanUseIt();
        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("#offer")).containsText("€180.00 for 3 days");
        button("Book").click();

        assertThat(page.locator("h1")).hasText("Booking, confirmed");
        assertThat(page.locator(".facts")).containsText("Grace Hopper");
        assertEverybodyCanUseIt();
        button("Hand over").click();
        assertThat(page.locator("h1")).hasText("Booking, car handed over");
        button("Take back").click();
        assertThat(page.locator("h1")).hasText("Booking, completed");
        assertThat(api.get("/bookings?carId=" + other).expect(200).body().at("/items")).hasSize(1);
        assertNoComplaints();
    }

    @Test
    @Tag("thorough")
    void aCarIsBookedByDraggingOverFreeDays() {
        page = open(1280);
        page.navigate(root + "/?dealer=" + dealer);

        page.locator("td").nth(3).hover();
        page.mouse().down();
        page.locator("td").nth(5).hover();
        page.mouse().up();

        assertThat(page.locator("#start")).hasValue("2027-01-06T10:00");
        assertThat(page.locator("#end")).hasValue("2027-01-08T10:00");
        assertNoComplaints();
    }

    @Test
    @Tag("thorough")
    void aCarIsBookedWithTheKeyboardOnANarrowScreenWithoutScripts() {
        page = openWithoutScripts(360);

        page.navigate(root + "/?dealer=" + dealer);
        page.locator(".agenda .choices a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#offer")).containsText("€49.90 for one day");
        assertNothingIsCutOff();
        page.locator("button").first().focus();
        for (var text : new String[] {"Grace Hopper", "grace@example.org", "+49 30 1"}) {
            page.keyboard().press("Tab");
            page.keyboard().type(text);
        }
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Booking, confirmed");
        assertNothingIsCutOff();
    }

    @Test
    @Tag("thorough")
    void maintenanceIsPlannedAfterItWasShownWhoMoves() {
        var other = fleet.car(dealer);
        var booking = fleet.book(car, "2027-01-05T09:00:00Z", "2027-01-06T09:00:00Z").expect(201);
        page = open(1280);

        page.navigate(root + "/maintenance?start=2027-01-05&car=" + car);
        page.getByLabel("Reason").fill("brakes");
        button("Check who is in the way").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ada Lovelace");
        assertEverybodyCanUseIt();
        assertThat(fleet.read(booking).text("/carId")).isEqualTo(car);
        button("Move them and plan it").click();

        assertThat(page.locator("h1")).hasText("Maintenance, planned");
        assertThat(fleet.read(booking).text("/carId")).isEqualTo(other);
        assertNoComplaints();
    }

    /** The second click of a double click does not wait for the answer to the first. */
    @Test
    void aFormThatIsSentSixteenTimesAtOnceBooksOnce() {
        var form = "car=%s&key=1&do=book&total=EUR+49.90&start=2027-01-05T10:00&end=2027-01-06T10:00".formatted(car)
                + "&customer.name=Grace&customer.email=grace@example.org";
        var request = HttpRequest.newBuilder(URI.create(root + "/book"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", "of another kind")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answers = IntStream.range(0, 16)
                    .mapToObj(_ -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList().stream().map(CompletableFuture::join).toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
            assertThat(answers.stream().map(answer -> answer.headers().firstValue("Location").orElseThrow()).collect(toSet()))
                    .hasSize(1);
        }
        assertThat(api.get("/bookings?carId=" + car).expect(200).body().at("/items")).hasSize(1);
    }
}
