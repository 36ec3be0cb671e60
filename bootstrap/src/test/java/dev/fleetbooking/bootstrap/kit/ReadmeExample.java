package dev.fleetbooking.bootstrap.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An example in a Markdown text. Blocks in {@code bash} are run in order and in one shell, so that they can use the variables of
 * earlier ones. A block in {@code json} right after one shows its output: a JSON text with the same members of the same types,
 * whose values may differ. Blocks in other languages, such as {@code sh}, are not run.
 *
 * @param line   where the script begins
 * @param answer what the script prints, if the text shows it
 */
public record ReadmeExample(int line, String script, Optional<JsonNode> answer) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEPARATOR = "\u001e";

    public static List<ReadmeExample> in(String markdown) {
        var blocks = BLOCK.matcher(markdown).results().toList();
        var examples = new ArrayList<ReadmeExample>();
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).group(1).equals("bash")) {
                var next = blocks.stream().skip(i + 1L).findFirst().filter(block -> block.group(1).equals("json"));
                examples.add(new ReadmeExample(
                        line(markdown, blocks.get(i)), blocks.get(i).group(2), next.map(block -> JSON.readTree(block.group(2)))));
            }
        }
        return examples;
    }

    /** Runs the examples and returns the differences from the text. */
    public static List<String> differences(List<ReadmeExample> examples) throws IOException, InterruptedException {
        var script = examples.stream()
                .map(ReadmeExample::script)
                .collect(Collectors.joining("printf '%s'\n".formatted(SEPARATOR)));
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(shell.getInputStream().readAllBytes()).split(SEPARATOR, -1);
        var differences = new ArrayList<String>();
        for (var i = 0; i < printed.length; i++) {
            var example = examples.get(i);
            var output = printed[i];
            example.answer().ifPresent(answer ->
                    JsonShape.differences(answer, JSON.readTree(output)).forEach(difference ->
                            differences.add("line %d: %s in %s".formatted(example.line(), difference, output.strip()))));
        }
        if (shell.waitFor() != 0) {
            differences.add("line %d: exit code %d".formatted(examples.get(printed.length - 1).line(), shell.exitValue()));
        }
        return differences;
    }

    private static int line(String markdown, MatchResult block) {
        return (int) markdown.substring(0, block.start(2)).lines().count() + 1;
    }
}
