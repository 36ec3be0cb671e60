package dev.fleetbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for every page. */
class PagesTest extends WebTest {

    @Test
    void pagesLoadNothingFromElsewhereAndRunNoScriptOfTheirOwn() {
        var answer = get("/");

        assertThat(answer.getHeaders("Content-Security-Policy")).singleElement().asString()
                .startsWith("default-src 'none'; ").contains("script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
    }

    @Test
    void pagesAreNotKept() {
        assertThat(get("/").getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/assets/web.css").getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aFaultOfTheServiceIsAPageThatSaysNothingOfIt() {
        haveNoFleet();

        assertThat(body(get("/"), 500)).contains("Something is wrong with the service.").doesNotContain("Exception", "null");
        assertThat(get("/").getHeader("Content-Security-Policy")).isNotNull();
    }
}
