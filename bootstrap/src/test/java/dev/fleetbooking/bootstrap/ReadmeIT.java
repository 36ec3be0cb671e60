package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.kit.ReadmeExample;
import dev.fleetbooking.bootstrap.kit.database.UnpackedPostgres;
import dev.fleetbooking.domain.dealer.Dealer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Does what a new user does: starts the service without a database, and enters the commands of the README. */
@WhatToDo("correct the answer that the README shows, or the change that broke a promise of "
        + "docs/adr/0040-what-the-default-build-proves.md")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=",
    // Each login to the embedded PostgreSQL costs the quick compiler a tenth of a second.
    "spring.datasource.hikari.minimum-idle=1"})
@Import(ReadmeIT.FirstRequest.class)
@DirtiesContext
@Execution(CONCURRENT)
@ResourceLock("ReadmeIT")
class ReadmeIT {

    private static final Path README = Path.of("..", "README.md");

    @TempDir(factory = UnpackedPostgres.class)
    private static Path dataDirectory;

    @Autowired
    private FirstRequest firstRequest;

    /** Lists the dealers as soon as requests are accepted. */
    @TestComponent
    static final class FirstRequest {

        @Autowired
        private ListDealers listDealers;

        private List<Dealer> dealers;

        @EventListener(WebServerInitializedEvent.class)
        void listDealers() {
            dealers = listDealers.list(new PageRequest<>(Optional.empty(), 10)).items();
        }
    }

    @DynamicPropertySource
    static void keepTheDataApart(DynamicPropertyRegistry properties) {
        properties.add("fleet.embedded-postgres.data-directory", dataDirectory::toString);
    }

    @Test
    void theExamplesGiveTheAnswersShown(@LocalServerPort int port) throws Exception {
        // TrialTokensIT tries the section on tokens.
        var withoutTokens = Files.readString(README).replaceFirst("(?s)## With tokens.*?(?=## Modules)", "");
        var examples = ReadmeExample.in(withoutTokens.replace("127.0.0.1:8080", "127.0.0.1:" + port));

        assertThat(examples).isNotEmpty();
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    @Test
    void theDemoDataIsThereWhenTheFirstRequestIsAnswered() {
        assertThat(firstRequest.dealers).hasSize(3);
    }

    @Test
    void onlyThisMachineCanReachTheService(@Value("${server.address}") InetAddress address) {
        assertThat(address.isLoopbackAddress()).isTrue();
    }
}
