package dev.fleetbooking.bootstrap.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares the members and types of JSON texts, not their values. */
final class JsonShape {

    private JsonShape() {
    }

    /**
     * Where two texts differ, as JSON pointers. Arrays may differ in length, unless one of them is empty; each actual item has
     * the form of one of the expected items.
     */
    static List<String> differences(JsonNode expected, JsonNode found) {
        return differences("", expected, found);
    }

    private static List<String> differences(String pointer, JsonNode expected, JsonNode found) {
        if (expected.getNodeType() != found.getNodeType()) {
            return List.of("%s is %s, not %s".formatted(pointer, found.getNodeType(), expected.getNodeType()));
        }
        if (expected.isArray()) {
            return differencesOfItems(pointer, expected, found);
        }
        var differences = new ArrayList<String>();
        var names = new TreeSet<>(expected.propertyNames());
        names.addAll(found.propertyNames());
        for (var name : names) {
            var member = pointer + "/" + name;
            if (!found.has(name)) {
                differences.add(member + " is missing");
            } else if (!expected.has(name)) {
                differences.add(member + " is not shown");
            } else {
                differences.addAll(differences(member, expected.get(name), found.get(name)));
            }
        }
        return differences;
    }

    private static List<String> differencesOfItems(String pointer, JsonNode expected, JsonNode found) {
        if (expected.isEmpty() != found.isEmpty()) {
            return List.of("%s is %s".formatted(pointer, found.isEmpty() ? "empty" : "not empty"));
        }
        return IntStream.range(0, found.size())
                .filter(i -> expected.valueStream().noneMatch(shown -> differences(shown, found.get(i)).isEmpty()))
                .boxed()
                .flatMap(i -> differences(pointer + "/" + i, expected.get(0), found.get(i)).stream())
                .toList();
    }
}
