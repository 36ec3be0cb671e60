package dev.fleetbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
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

    /** Thymeleaf adds the token against forged requests, where people log in, to forms with th:action only. */
    @Test
    void formsThatArePostedHaveTheirAddressFromThymeleaf() throws IOException {
        var forms = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/resources/dev/fleetbooking/web/templates"))) {
            for (var file : files.toList()) {
                Pattern.compile("<form[^>]*method=\"post\"[^>]*>").matcher(Files.readString(file)).results()
                        .forEach(form -> forms.add(form.group()));
            }
        }
        assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(form).contains("th:action="));
    }

    @Test
    void withoutALoginNobodyLogsOut() {
        assertThat(page("/")).doesNotContain("/logout", "_csrf");
    }

    /** Something without the part that was asked for, such as a problem as JSON, would delete that part. */
    @Test
    void onlyAnswersOfPagesReplacePartsOfPages() {
        fleet.dealer();

        assertThat(page("/")).contains(
                "{\"code\":\"4(00|04|09|22)\",\"swap\":true},",
                "{\"code\":\"...\",\"swap\":false,\"error\":true}]");
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
