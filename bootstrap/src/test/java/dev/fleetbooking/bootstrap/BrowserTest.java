package dev.fleetbooking.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.fleetbooking.bootstrap.kit.InstalledBrowser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test in a real browser. All such tests share one, because its processes take long to start. */
abstract class BrowserTest extends SystemTest {

    /** A site whose owner makes its name resolve to this machine. */
    static final String EVIL = "evil.example";

    private static InstalledBrowser browser;
    private static BrowserContext context;

    final List<String> complaints = new CopyOnWriteArrayList<>();
    String root;

    /** Only one class at a time uses it: Playwright is not safe for use by several threads at once. */
    @BeforeAll
    static void startTheBrowser() {
        if (browser == null) {
            // A busy machine is slow.
            setDefaultAssertionTimeout(30_000);
            browser = InstalledBrowser.start("--host-resolver-rules=MAP %s 127.0.0.1".formatted(EVIL));
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
            context = browser.newContext(inEnglish());
        }
    }

    @BeforeEach
    void findTheService(@LocalServerPort int port) {
        root = "http://127.0.0.1:" + port;
    }

    Page open(int width) {
        return open(context, width);
    }

    Page openWithoutScripts(int width) {
        return open(browser.newContext(inEnglish().setJavaScriptEnabled(false)), width);
    }

    private Page open(BrowserContext context, int width) {
        var page = context.newPage();
        page.setViewportSize(width, 780);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static Browser.NewContextOptions inEnglish() {
        return new Browser.NewContextOptions().setLocale("en");
    }
}
