package dev.fleetbooking.bootstrap.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of {@code java} in {@code fleet.args}, by which the README starts the service in the root directory.
 *
 * @param others all but the option that names the AOT cache
 */
public record StartCommand(String cache, List<String> others) {

    public static final Path ROOT = Path.of("..");

    private static final String CACHE = "-XX:AOTCache=";

    public static StartCommand read() throws IOException {
        var arguments = Files.readAllLines(ROOT.resolve("fleet.args")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList();
        var cache = arguments.stream().filter(argument -> argument.startsWith(CACHE)).findFirst().orElseThrow();
        return new StartCommand(
                cache.substring(CACHE.length()), arguments.stream().filter(argument -> !argument.equals(cache)).toList());
    }
}
