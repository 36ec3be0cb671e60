package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.ReadmeExample;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Does what a new user does who tries the profile with tokens, and enters the commands of the README. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "fleet.housekeeping.enabled=false")
@ActiveProfiles("tokens")
@DirtiesContext
@Tag("thorough")
class TrialTokensIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern TOKEN = Pattern.compile("^(ADMIN|STAFF|CUSTOMER)=(\\S+)$", Pattern.MULTILINE);

    @DynamicPropertySource
    static void useADatabase(DynamicPropertyRegistry properties) {
        TestDatabase.createDatabase().configure(properties);
    }

    /** A configured database gets no demo data. */
    @TestConfiguration
    static class OneCar {

        @Bean
        SmartInitializingSingleton oneCar(RegisterDealer registerDealer, AddCar addCar) {
            return () -> {
                var dealer = registerDealer.register(new RegisterDealer.Command("City Cars", "Europe/Berlin", "EUR", 0));
                addCar.add(new AddCar.Command(dealer.id(), "B-CC 101", "VW", "Golf", 2024, "COMPACT",
                        new MoneyInput(new BigDecimal("49.90"), "EUR")));
            };
        }
    }

    @Test
    void theExamplesGiveTheAnswersShown(CapturedOutput output, @LocalServerPort int port) throws Exception {
        var tokens = tokens(output);
        assertThat(tokens).containsOnlyKeys("ADMIN", "STAFF", "CUSTOMER");
        var readme = Files.readString(README).replace("127.0.0.1:8080", "127.0.0.1:" + port);
        var pasted = tokens.entrySet().stream().map(token -> token.getKey() + "=" + token.getValue() + "\n");
        var examples = ReadmeExample.in("```bash\n%s```\n%s%s".formatted(
                pasted.collect(Collectors.joining()), section(readme, "## Try it").replaceFirst("(?s)Which compact.*", ""),
                section(readme, "## With tokens")));

        assertThat(examples).hasSizeGreaterThan(2);
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    @Test
    void eachTokenHasItsRole(CapturedOutput output, @LocalServerPort int port) {
        var tokens = tokens(output);
        var nobody = new Api(port);

        nobody.get("/dealers").expect(401);
        nobody.with(tokens.get("ADMIN")).get("/events").expect(200);
        nobody.with(tokens.get("STAFF")).get("/events").expect(200);
        nobody.with(tokens.get("CUSTOMER")).get("/events").expect(403);
    }

    @Test
    void theCommandThatTheLogProposesSendsAToken(CapturedOutput output) {
        assertThat(output.getAll()).containsPattern(
                "Ready\\.[^#]*\\ncurl -H \"Authorization: Bearer \\$CUSTOMER\" 'http://[^']*/availability");
    }

    @Test
    void withoutALoginThePagesAreRefusedAndTheLogSaysWhy(CapturedOutput output, @LocalServerPort int port) {
        new Api(port).raw("GET", "/", null).expectProblem(401, "unauthenticated");
        assertThat(output.getAll()).contains("spring.security.oauth2.client.registration");
    }

    /** The output of the start precedes the test, and is in every capture of this class. */
    private static Map<String, String> tokens(CapturedOutput output) {
        return TOKEN.matcher(output.getAll()).results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static String section(String markdown, String title) {
        var found = Pattern.compile("^%s$.*?(?=^## |\\z)".formatted(title), Pattern.MULTILINE | Pattern.DOTALL).matcher(markdown);
        assertThat(found.find()).as(title).isTrue();
        return found.group();
    }
}
