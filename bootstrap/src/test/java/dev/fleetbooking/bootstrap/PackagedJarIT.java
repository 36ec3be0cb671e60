package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.aot.StartCommand;
import dev.fleetbooking.bootstrap.aot.TrainingRun;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Starts the jar as the README says, with its embedded PostgreSQL, which it unpacks. {@link FirstStartIT} needs no process. */
@WhatToDo("correct the change that broke a promise of docs/adr/0040-what-the-default-build-proves.md")
@Execution(CONCURRENT)
@ResourceLock("PackagedJarIT")
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
@Tag("thorough")
class PackagedJarIT {

    /** 128 plus the number of the signal: the exit status of a JVM that was terminated by it. */
    private static final int TERMINATED = 143;

    @TempDir
    private Path directory;

    @Test
    void theCommandOfTheReadmeStartsTheServiceWhichEndsWithItsDatabase() throws Exception {
        try (var service = start(StartCommand.ROOT, List.of("@fleet.args"))) {
            var api = new Api(service.awaitPort());
            assertThat(api.get("/cars").expect(200).body().requiredAt("/items")).isNotEmpty();
            assertThatAProblemIsFoundInTheLogByItsRequestId(api, service);

            service.terminate();

            assertThat(service.awaitEnd()).doesNotContain("WARN", "ERROR");
            assertThat(service.exitCode()).isEqualTo(TERMINATED);
            assertThat(FirstStartIT.pidFile(directory)).doesNotExist();
        }
    }

    /** In the log as machines read it. */
    private void assertThatAProblemIsFoundInTheLogByItsRequestId(Api api, JavaProcess service) throws Exception {
        var dealer = new Fleet(api).dealer();
        Api.Answer refused;
        try (var connection = FirstStartIT.connectTo(directory); var locking = connection.createStatement()) {
            connection.setAutoCommit(false);
            locking.execute("SELECT 1 FROM dealer FOR UPDATE");
            refused = api.patch("/dealers/" + dealer, "{\"name\": \"Other\"}", "If-Match", "*");
        }
        refused.expectProblem(503, "temporarily-unavailable");

        var line = service.awaitLine(Pattern.compile("\\{.*\"requestId\":\"%s\".*}".formatted(refused.text("/requestId"))));
        assertThat(Api.json(line.group()).requiredAt("/message").asString()).startsWith("The store is unavailable");
    }

    /** "on": the JVM exits at once if it cannot use the cache. */
    @Test
    void itStartsWithAnAotCacheAlsoFromADirectoryFromWhichThePathOfTheTrainingRunLeadsNowhere() throws Exception {
        var cache = directory.resolve("test.aot");
        TrainingRun.write(cache, 1);
        var jar = StartCommand.read().others().getLast();
        var options = List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar");
        for (var directoryOfCommand : List.of(StartCommand.ROOT, StartCommand.ROOT.resolve(jar).getParent())) {
            var path = directoryOfCommand.relativize(StartCommand.ROOT.resolve(jar)).toString();
            try (var next = start(directoryOfCommand, Stream.concat(options.stream(), Stream.of(path)).toList())) {
                next.awaitPort();
                next.terminate();
                next.awaitEnd();
            }
        }
    }

    private JavaProcess start(Path directoryOfCommand, List<String> command) {
        var arguments = Stream.of(
                JavaProcess.QUICK,
                command,
                List.of(
                        "--fleet.embedded-postgres.data-directory=" + directory,
                        "--server.port=0",
                        "--logging.structured.format.console=ecs",
                        // Each login to the embedded PostgreSQL costs the quick compiler a tenth of a second.
                        "--spring.datasource.hikari.minimum-idle=1"));
        return JavaProcess.start(directoryOfCommand, Map.of(), arguments.flatMap(List::stream).toList());
    }
}
