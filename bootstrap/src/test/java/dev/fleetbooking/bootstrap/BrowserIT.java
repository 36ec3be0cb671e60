package dev.fleetbooking.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service in a real browser: its own pages work, pages of other sites have no access. */
@Tag("thorough")
class BrowserIT extends BrowserTest {

    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeEach
    void openAPage() {
        page = open(1280);
        page.onResponse(response -> outcomes.add(String.valueOf(response.status())));
        page.onRequestFailed(request -> outcomes.add(request.failure()));
    }

    @Test
    void swaggerUiShowsAllOperationsAndCallsThem() {
        var requested = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> requested.add(request.url()));
        var document = api.raw("GET", "/openapi.json", null).expect(200).body();
        var operations = document.required("paths").valueStream().mapToInt(methods -> methods.size()).sum();

        page.navigate(root + "/docs");

        assertThat(page.locator(".opblock")).hasCount(operations);
        assertThat(tryOut("Dealer-registerDealer")).containsText("201");
        assertThat(tryOut("Problem-getProblemType")).containsText("200");
        assertThat(complaints).isEmpty();
        assertThat(requested).isNotEmpty().allMatch(url -> url.startsWith(root + "/") || url.startsWith("data:"));
    }

    @Test
    void theTimelineShowsWhatOccupiesCarsAndWhichAreFree() {
        var dealer = fleet.dealer();
        var taken = fleet.car(dealer);
        fleet.car(dealer);
        fleet.book(taken, "2027-03-02T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);

        page.navigate(root + "/?from=2027-03-01&dealer=" + dealer);
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(4);
        page.locator("td .booking").focus();
        assertThat(page.locator("td .booking .tip")).containsText("confirmed");
        page.locator("#weeks").selectOption("1");
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasCount(9);
        page.locator("#freeFrom").fill("2027-03-02T10:00");
        page.locator("#freeTo").fill("2027-03-03T10:00");
        page.locator("#freeTo").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("One car is free");
        assertThat(page.locator("tr.free")).hasCount(1);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 360"})
    void theTimelineCanBeReadByEverybody(ColorScheme scheme, int width) {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        fleet.car(dealer);
        fleet.book(car, "2027-03-02T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        fleet.plan(car, "2027-03-05T09:00:00Z", "2027-03-06T09:00:00Z").expect(201);
        page.setViewportSize(width, 780);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

        for (var search : List.of("", "&freeFrom=2027-03-02T10:00&freeTo=2027-03-03T10:00")) {
            page.navigate(root + "/?from=2027-03-01&dealer=" + dealer + search);
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void theTimelineIsAListOfDaysOnANarrowScreenEvenWithoutScripts() {
        var dealer = fleet.dealer();
        fleet.book(fleet.car(dealer), "2027-03-02T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        var narrow = openWithoutScripts(360);

        narrow.navigate(root + "/?from=2027-03-01&dealer=" + dealer);
        narrow.locator("#tools").check();
        narrow.locator("#weeks").selectOption("1");
        narrow.locator("form button").first().click();

        assertThat(narrow).hasURL(Pattern.compile(".*weeks=1.*"));
        assertThat(narrow.locator("table")).isHidden();
        assertThat(narrow.locator(".agenda h3")).hasText(new String[] {"Tue 2 Mar 2027", "Thu 4 Mar 2027"});
    }

    @Test
    void theOtherPagesAreShown() {
        for (var path : List.of("/problems/not-found", "/openapi.json", "/api/v1/dealers")) {
            assertThat(page.navigate(root + path).status()).isEqualTo(200);
        }
        // Except the icon that browsers request.
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void aPageOfAnotherSiteCannotUseTheService() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        site.start();
        try {
            attackFrom("http://%s:%d/".formatted(EVIL, site.getAddress().getPort()));
        } finally {
            site.stop(0);
        }
    }

    @Test
    void aReboundNameCannotUseTheService() {
        var rebound = root.replace("127.0.0.1", EVIL);

        assertThat(page.navigate(rebound + "/api/v1/cars").status()).isEqualTo(421);
        assertThat(page.evaluate("fetch('/api/v1/cars', {headers: {'X-Forwarded-Host': 'localhost'}}).then(it => it.status)"))
                .isEqualTo(421);
    }

    /** Each attack uses a new page, so that none waits for requests of the previous one. */
    private void attackFrom(String site) {
        var booking = fleet.book(fleet.car(fleet.dealer()), "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        var cancellation = "%s/api/v1/bookings/%s/cancellation".formatted(root, booking.id());

        // Browsers send all of these without a preflight request.
        for (var script : List.of(
                "fetch('%s', {mode: 'no-cors', method: 'POST'})".formatted(cancellation),
                "fetch('%s', {mode: 'no-cors', method: 'POST', referrerPolicy: 'no-referrer'})".formatted(cancellation),
                "fetch('%s/api/v1/cars', {mode: 'no-cors'})".formatted(root),
                "document.body.append(Object.assign(document.createElement('iframe'), {src: '%s/docs'}))".formatted(root),
                "location = '%s/docs'".formatted(root),
                """
                document.body.append(Object.assign(document.createElement('form'), {action: '%s', method: 'POST'}));
                document.forms[0].submit()""".formatted(cancellation),
                """
                document.body.append(Object.assign(document.createElement('form'), {action: '%s', method: 'POST'}));
                document.forms[0].innerHTML = '<input name="revision" value="0">';
                document.forms[0].submit()""".formatted("%s/bookings/%s/cancellation".formatted(root, booking.id())))) {
            openAPage();
            page.navigate(site);
            outcomes.clear();
            page.evaluate("() => { %s }".formatted(script));
            page.waitForCondition(() -> !outcomes.isEmpty());
            // Because of our headers the browser does not give some answers to the page.
            assertThat(outcomes).as(script).containsAnyOf("403", "net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin");
            page.close();
        }
        assertThat(fleet.read(booking).text("/status")).isEqualTo("CONFIRMED");
    }

    private Locator tryOut(String operation) {
        var block = page.locator("#operations-" + operation);
        block.locator(".opblock-summary-control").click();
        block.locator(".try-out__btn").click();
        block.locator(".execute").click();
        return block.locator(".live-responses-table tbody td.response-col_status");
    }
}
