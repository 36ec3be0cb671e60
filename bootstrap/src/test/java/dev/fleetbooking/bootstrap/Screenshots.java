package dev.fleetbooking.bootstrap;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fleetbooking.bootstrap.kit.InstalledBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Takes the screenshots of the README from a service that runs with demo data. Nothing is checked, so no build runs it; AGENTS.md
 * has the command.
 */
class Screenshots {

    private static final String ROOT = System.getProperty("screenshots", "http://127.0.0.1:8080");
    private static final Path DIRECTORY = Path.of("target/screenshots");

    @Test
    void takeThem() {
        try (var browser = InstalledBrowser.start()) {
            var wide = open(browser, 1280, 760, ColorScheme.LIGHT);
            var dealer = chooseTheBerlinDealer(wide);
            shoot(wide, "timeline");

            // A day on which somebody else has the car.
            var taken = wide.locator("tr:has-text('CITY'):has(.booking.active):has(.booking.confirmed)").first();
            var day = LocalDate.parse((String) taken.locator(".booking.confirmed").first().evaluate(
                    "bar => bar.closest('table').querySelectorAll('.dates th')[bar.closest('td').cellIndex - 1].dataset.date"));
            var form = taken.locator("th a").getAttribute("href");
            wide.navigate("%s%s&start=%s&end=%s".formatted(ROOT, form, day, day.plusDays(2)));
            wide.setViewportSize(1000, 760);
            shoot(wide, "refusal");

            var narrow = open(browser, 390, 760, ColorScheme.LIGHT);
            narrow.navigate(dealer);
            shoot(narrow, "narrow");

            var dark = open(browser, 1280, 760, ColorScheme.DARK);
            dark.navigate(dealer);
            dark.locator("#freeFrom").fill(day.plusDays(1) + "T10:00");
            dark.locator("#freeTo").fill(day.plusDays(4) + "T10:00");
            dark.locator(".search button").click();
            dark.locator("table.searched").waitFor();
            shoot(dark, "dark");
        }
    }

    private static Page open(InstalledBrowser browser, int width, int height, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height).setColorScheme(scheme).setLocale("en")).newPage();
    }

    /** The address of its calendar. */
    private static String chooseTheBerlinDealer(Page page) {
        page.navigate(ROOT);
        var dealer = page.locator("#dealer option").filter(
                new Locator.FilterOptions().setHasText("City Cars")).first().getAttribute("value");
        var address = "%s/?dealer=%s".formatted(ROOT, dealer);
        page.navigate(address);
        return address;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + ".png")));
    }
}
