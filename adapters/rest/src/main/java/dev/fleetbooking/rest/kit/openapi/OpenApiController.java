package dev.fleetbooking.rest.kit.openapi;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.Yaml;

/** The description of the API: {@code docs/openapi.yaml}, as it is and as JSON. */
@RestController
class OpenApiController {

    private static final Resource DOCUMENT = new ClassPathResource("openapi.yaml", OpenApiController.class);

    private final Supplier<Map<String, Object>> json = SingletonSupplier.of(ThrowingSupplier.of(OpenApiController::read));

    @GetMapping(path = "/openapi.yaml", produces = "application/vnd.oai.openapi")
    Resource yaml() {
        return DOCUMENT;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> json() {
        return json.get();
    }

    private static Map<String, Object> read() throws IOException {
        try (var yaml = DOCUMENT.getInputStream()) {
            return new Yaml().load(yaml);
        }
    }
}
