package dev.fleetbooking.rest.kit.etag;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** The samples have revision 0. */
class EntityTagTest extends RestTest {

    @Test
    void resourcesHaveStrongTags() {
        assertThat(get(SampleController.ONE).headers().allValues("ETag")).containsExactly("\"0\"");
        assertThat(get(SampleController.PATH).headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void onlyAnAnswerThatShowsARevisionAndMayBeStoredHasATag() {
        Revisioned body = () -> new Revision("3");
        var noStore = new HttpHeaders();
        noStore.setCacheControl(CacheControl.noStore());

        assertThat(tag(body, new HttpHeaders())).isEqualTo("\"3\"");
        assertThat(tag(body, noStore)).isNull();
        assertThat(tag("3", new HttpHeaders())).isNull();
        assertThat(tag(null, new HttpHeaders())).isNull();
    }

    private static String tag(Object body, HttpHeaders headers) {
        new EntityTagAdvice().add(body, headers);
        return headers.getETag();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"7\", \"0\"", "W/\"7\" , \"0\"", "W/\"0\"", "\"7\", W/\"0\"", "W/\"0\",\"1\""})
    void answers304IfTheReaderHasThisState(String tags) {
        for (var method : new String[] {"GET", "HEAD"}) {
            var response = send(method, SampleController.ONE, BodyPublishers.noBody(), "If-None-Match", tags);
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.headers().firstValue("ETag")).contains("\"0\"");
            assertThat(response.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"\"", "W/\"1\"", "\"W/0\""})
    void answers200ToAnyOtherReader(String tags) {
        assertThat(get(SampleController.ONE, "If-None-Match", tags).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0", "'0'", "w/\"0\"", "\"0\" \"1\"", "\"0\",", "*, \"0\"", "\"a b\""})
    void refusesMalformedListsOfTags(String tags) {
        assertMalformed(get(SampleController.ONE, "If-None-Match", tags), "If-None-Match", "must be * or a list of entity tags");
        assertMalformed(patch(SampleController.ONE, "{}", "If-Match", tags), "If-Match", "must be * or a list of entity tags");
    }

    @Test
    void refusesAMalformedIfNoneMatchBeforeLookingUpTheResource() {
        ports.failWith(new CommonRefusal.NotFound("sample", UUID.randomUUID()).asException());
        assertMalformed(get(SampleController.ONE, "If-None-Match", "0"), "If-None-Match", "must be * or a list of entity tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"1\",\"0\""})
    void changesTheStateInIfMatch(String tags) {
        var response = patch(SampleController.ONE, "{}", "If-Match", tags);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).contains("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"0\"", "W/\"1\",\"2\""})
    void changesNoOtherState(String tags) {
        assertProblem(patch(SampleController.ONE, "{}", "If-Match", tags), 412, "precondition-failed");
    }

    @Test
    void whatDoesNotExistNeedsNoPrecondition() {
        ports.failWith(new CommonRefusal.NotFound("sample", UUID.randomUUID()).asException());
        assertProblem(patch(SampleController.ONE, "{}"), 404, "not-found");
    }

    /** As much as fits into the headers of a request. */
    @Test
    void readsLongListsOfTags() {
        var tags = "\"\",".repeat(2_500) + "\"0\"";
        assertThat(get(SampleController.ONE, "If-None-Match", tags).statusCode()).isEqualTo(304);
        assertThat(patch(SampleController.ONE, "{}", "If-Match", tags).statusCode()).isEqualTo(200);
    }

    @Test
    void preconditionsMayBeSpreadOverHeaders() {
        assertThat(patch(SampleController.ONE, "{}", "If-Match", "\"1\"", "If-Match", "\"0\"").statusCode()).isEqualTo(200);
    }
}
