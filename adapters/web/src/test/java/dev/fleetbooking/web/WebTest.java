package dev.fleetbooking.web;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.TestTime;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** Tests of the pages without a server. */
@SpringBootTest(classes = WebApplication.class, properties = "spring.main.banner-mode=off")
public abstract class WebTest {

    protected final Fleet fleet = new Fleet();
    private MockMvc mvc;

    @BeforeEach
    void start(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        WebApplication.fleet = fleet;
        WebApplication.ANSWERS.clear();
        WebApplication.inProgress = false;
        setTime(TestTime.NOW);
    }

    /** Makes every later call fail. */
    protected static void haveNoFleet() {
        WebApplication.fleet = null;
    }

    /** Every form that is sent later has a twin that is in progress. */
    protected static void haveTwinsInProgress() {
        WebApplication.inProgress = true;
    }

    protected final void setTime(Instant now) {
        fleet.setTime(now);
        WebApplication.CLOCK.set(now);
    }

    /** @param address with its query encoded */
    protected final MockHttpServletResponse get(String address) {
        return get(address, Locale.ENGLISH);
    }

    protected final MockHttpServletResponse get(String address, Locale locale) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(URI.create(address)).locale(locale)).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** @param fields their names, each followed by its value */
    protected final MockHttpServletResponse post(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(URI.create(address)).locale(Locale.ENGLISH);
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** What a field of the page would send. */
    protected static String field(String page, String name) {
        var field = Pattern.compile("name=\"%s\"[^>]* value=\"([^\"]*)\"".formatted(Pattern.quote(name))).matcher(page);
        if (!field.find()) {
            throw new AssertionError("has no field " + name);
        }
        return HtmlUtils.htmlUnescape(field.group(1));
    }

    /** The page, which must be shown without complaints. */
    protected final String page(String address) {
        return body(get(address), 200);
    }

    protected static String body(MockHttpServletResponse response, int status) {
        if (response.getStatus() != status) {
            throw new AssertionError("answered with " + response.getStatus());
        }
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
