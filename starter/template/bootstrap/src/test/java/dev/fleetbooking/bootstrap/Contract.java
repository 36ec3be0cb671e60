package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Every answer of the API has the form that {@code docs/openapi.yaml} describes. */
final class Contract {

    private static final OpenApiInteractionValidator DOCUMENT =
            OpenApiInteractionValidator.createFor(Path.of("..", "docs", "openapi.yaml").toString())
                    // Tests also call what does not exist.
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE).build())
                    .build();

    private Contract() {
    }

    static void assertMetBy(HttpResponse<String> response) {
        var path = response.uri().getPath();
        var method = response.request().method();
        if (path.startsWith("/api/") && !method.equals("OPTIONS")) {
            var answer = SimpleResponse.Builder.status(response.statusCode());
            if (!response.body().isEmpty()) {
                answer.withBody(response.body());
            }
            response.headers().map().forEach(answer::withHeader);
            var report = DOCUMENT.validateResponse(path, Request.Method.valueOf(method), answer.build());
            assertThat(report.hasErrors())
                    .as("%s %s answered %d %s: %s", method, path, response.statusCode(), response.body(), report.getMessages()).isFalse();
        }
    }
}
