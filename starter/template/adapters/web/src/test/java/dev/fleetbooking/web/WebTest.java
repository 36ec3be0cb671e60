package dev.fleetbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Tests of the pages without a server. */
@SpringBootTest(classes = WebApplication.class, properties = "spring.main.banner-mode=off")
public abstract class WebTest {

    protected final Service service = new Service();
    private MockMvc mvc;

    @BeforeEach
    void start(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        WebApplication.service = service;
    }

    protected final MockHttpServletResponse get(String address) throws Exception {
        return answer(MockMvcRequestBuilders.get(URI.create(address)));
    }

    /** @param fields their names, each followed by its value */
    protected final MockHttpServletResponse post(String address, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create(address));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.locale(Locale.ENGLISH)).andReturn().getResponse();
    }

    /** The page, which must have this status and all its texts. */
    protected static String body(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none';");
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** What a field of the page would send. */
    protected static String field(String page, String name) {
        var field = Pattern.compile("name=\"%s\"[^>]* value=\"([^\"]*)\"".formatted(Pattern.quote(name))).matcher(page);
        assertThat(field.find()).as("%s in %s", name, page).isTrue();
        return field.group(1);
    }
}
