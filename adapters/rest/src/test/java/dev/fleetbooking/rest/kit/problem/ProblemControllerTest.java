package dev.fleetbooking.rest.kit.problem;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProblemControllerTest extends RestTest {

    @Autowired
    private List<ProblemCatalog> catalogs;

    @Test
    void everyTypeHasAPage() {
        assertThat(catalogs).flatExtracting(ProblemCatalog::types).isNotEmpty().allSatisfy(type -> {
            var page = get(type.uri());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(page.body()).contains(
                    type.description().title(), type.description().meaning(), type.description().remedy());
        });
    }

    @Test
    void noTwoTypesHaveTheSamePage() {
        assertThat(catalogs).flatExtracting(ProblemCatalog::types).extracting(ProblemType::uri).doesNotHaveDuplicates();
    }

    @Test
    void knowsNoOtherTypes() {
        assertProblem(get("/problems/out-of-coffee"), 404, "not-found");
    }
}
