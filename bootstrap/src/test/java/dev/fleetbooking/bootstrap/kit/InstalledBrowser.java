package dev.fleetbooking.bootstrap.kit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium or Chrome of this machine. No browser is ever downloaded. */
public final class InstalledBrowser implements AutoCloseable {

    /** Set where a browser must be installed, so that the browser tests cannot be skipped. */
    private static final String REQUIRED = "FLEET_BROWSER_REQUIRED";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
    private static final Path ON_MACOS = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private InstalledBrowser(Path executable, List<String> arguments) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
    }

    /** Starts the browser with these arguments; aborts the test if there is none, unless one is required. */
    public static InstalledBrowser start(String... arguments) {
        var executable = find();
        if (executable.isEmpty()) {
            var message = "NO BROWSER TEST RAN: no Chromium or Chrome is on the PATH. Set %s=true to demand one.".formatted(REQUIRED);
            if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                throw new AssertionError(message);
            }
            System.out.println(message);
            Assumptions.abort(message);
        }
        var quiet = Stream.of("--disable-gpu", "--disable-quic", "--disable-sync");
        return new InstalledBrowser(executable.get(), Stream.concat(quiet, Stream.of(arguments)).toList());
    }

    private static Optional<Path> find() {
        var directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(
                        NAMES.stream().flatMap(name -> Stream.of(directories).map(directory -> Path.of(directory, name))),
                        Stream.of(ON_MACOS))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Its pages share no state with those of other contexts. */
    public BrowserContext newContext(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
