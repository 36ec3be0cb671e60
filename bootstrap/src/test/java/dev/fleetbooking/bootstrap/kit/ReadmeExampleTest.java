package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("ReadmeExampleTest")
class ReadmeExampleTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void bashBlocksAreRunInOneShellAndComparedWithTheJsonAfterThem() throws Exception {
        var examples = ReadmeExample.in("""
                Start it:
                ```sh
                exit 1
                ```
                ```bash
                NAME=Golf
                ```
                Ask it:
                ```bash
                echo "{\\"model\\": \\"$NAME\\", \\"year\\": 2024}"
                ```
                It answers:
                ```json
                {"model": "Corsa", "year": 2025}
                ```
                """);

        assertThat(examples).extracting(ReadmeExample::line).containsExactly(6, 10);
        assertThat(ReadmeExample.differences(examples)).isEmpty();
    }

    @Test
    void anAnswerOfAnotherFormIsReportedWithItsLine() throws Exception {
        var examples = ReadmeExample.in("""
                ```bash
                echo '{"model": "Golf"}'
                ```
                ```json
                {"make": "VW", "model": "Golf"}
                ```
                """);

        assertThat(ReadmeExample.differences(examples)).containsExactly("line 2: /make is missing in {\"model\": \"Golf\"}");
    }

    @Test
    void aCommandThatFailsEndsTheRun() throws Exception {
        var examples = ReadmeExample.in("""
                ```bash
                true
                ```
                ```bash
                false
                ```
                ```bash
                true
                ```
                """);

        assertThat(ReadmeExample.differences(examples)).containsExactly("line 5: exit code 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"a\": 1}|{\"a\": 2}|",
        "{\"a\": 1}|{\"a\": \"1\"}|/a is STRING, not NUMBER",
        "{\"a\": 1}|{}|/a is missing",
        "{}|{\"a\": 1}|/a is not shown",
        "{\"a\": {\"b\": true}}|{\"a\": {\"c\": true}}|/a/b is missing,/a/c is not shown",
        "[1]|[2, 3]|",
        "[1]|[]| is empty",
        "[]|[1]| is not empty",
        "[{\"a\": 1}, {\"b\": 1}]|[{\"b\": 2}]|",
        "[{\"a\": 1}]|[{\"a\": 2}, {\"a\": \"x\"}]|/1/a is STRING, not NUMBER"})
    void shapesDifferInMembersAndTypesOnly(String expected, String found, String differences) {
        assertThat(String.join(",", JsonShape.differences(JSON.readTree(expected), JSON.readTree(found))))
                .isEqualToIgnoringWhitespace(differences == null ? "" : differences);
    }
}
