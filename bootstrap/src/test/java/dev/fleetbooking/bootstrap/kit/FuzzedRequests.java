package dev.fleetbooking.bootstrap.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Requests generated from the OpenAPI document: half of them valid, for resources that exist, the others invalid in some
 * places. Ids, tags and cursors come from earlier answers.
 */
final class FuzzedRequests {

    private static final List<String> ODD_TEXTS = List.of(
            "", " ", "\\u0000", "a\\u0007b", "\\n", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0085", "\\u202e", "\\ufeff",
            "e\\u0301", "\\ud83d\\ude00", "\\u3164", "\\u2069a", "\\u0378", "a\\u00a0\\u2028", "\\u0390\\u0345", "\\u0958".repeat(300),
            "\\u0301\\u0323".repeat(500), "\u0130", "\ufdfa", "x".repeat(65), "x".repeat(300), "x".repeat(6_000), "-5", "1e5",
            "+5", "9999999999.99", "99999999999", "0.001", "null", "0000-01-01T00:00:00Z", "9999-12-31T23:59:00-18:00",
            "0001-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59Z", "2027-03-01T09:00:00", "2027-02-29T09:00:00Z",
            "2027-03-01T09:00:30Z", "2027-03-01T09:00:00+19:00", "2016-12-31T23:59:60Z", "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1", "'; DROP TABLE car; --", "%s%n", "${jndi:ldap://x}", "<b>", "../../etc/passwd", "JPY", "Asia/Tokyo",
            "UTC", "GMT+5", "XXX", "a@b", "@.", "\\\"");

    private static final List<String> ODD_VALUES = Stream.concat(
            Stream.of(
                    "null", "true", "false", "0", "-0", "-1", "1.5", "1e3", "1E400", "1e-400", "1e1000000000", "0.1e1",
                    "2147483647", "2147483648", "-9223372036854775809", "9".repeat(40), "9".repeat(1_200), "NaN", "01", "'x'",
                    "[]", "{}", "[null]", "[[]]", "{\"a\": {\"b\": null}}", "[".repeat(600), "{\"a\":".repeat(600)),
            ODD_TEXTS.stream().map(text -> "\"" + text + "\"")).toList();

    private static final List<String> ODD_PARAMETERS = Stream.concat(
            Stream.of("%00", "%FF", "%C0%AF", "%ED%A0%80", "%F0%9F%98%80", "%25", "%2F", "+", "%2B5", "a%0D%0Ab",
                    "x".repeat(9_000)),
            ODD_TEXTS.stream().map(Api::encoded)).toList();

    private static final List<String> ODD_HEADERS = List.of(
            "", "nonsense", "two words", "*, *", "W/\"1\"", "\"", "\"a\", b", "\"a\",,\"b\"", "\u00fc", "text/html",
            "application/xml;q=0.5", "application/problem+json", "application/json;q=0", "application/json; charset=utf-16",
            "application/merge-patch+json", "*/*", "/", "x".repeat(65), "x".repeat(9_000));

    private static final List<String> ODD_BODIES = List.of(
            "", " ", "{", "[]", "null", "5", "\"text\"", "{} {}", "{\"a\": 1,}", "[".repeat(20_000), "{\"a\":".repeat(5_000),
            " ".repeat(64 * 1024) + "{}", "\ufeff{}", "<a/>", "a=b&c=d");

    private final JsonNode document;
    private final Random random;
    /** Operations that create resources are chosen more often, because most others need these resources. */
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, List<String>> known = new HashMap<>();
    private Request last;
    private boolean odd;

    FuzzedRequests(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
        document.required("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, description) ->
                operations.addAll(Collections.nCopies(
                        method.equals("post") && !path.contains("{") ? 4 : 1,
                        new Operation(method.toUpperCase(), path, description)))));
    }

    record Operation(String method, String path, JsonNode description) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The kind of resource: {@code bookings} in {@code /api/v1/bookings/{id}}. */
        private String collection() {
            return path.replaceFirst("/api/v1", "").split("/")[1];
        }
    }

    /** @param body null for none */
    record Request(Operation operation, String path, byte[] body, List<String> headers) {

        @Override
        public String toString() {
            var text = "%s %s %s %s".formatted(operation.method(), path, headers, body == null ? "" : new String(body, UTF_8));
            return text.substring(0, Math.min(text.length(), 1_500));
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** How long to wait before the next request. */
    Duration pause() {
        return random.nextInt(10) == 0 ? Duration.ofMinutes(random.nextInt(60)) : Duration.ZERO;
    }

    /** A request to any operation, or the last one again. */
    Request next(Instant now) {
        last = last != null && random.nextInt(20) == 0 ? last : make(now);
        return last;
    }

    private Request make(Instant now) {
        var operation = pick(operations);
        odd = random.nextBoolean();
        var path = operation.path();
        var query = new ArrayList<String>();
        var headers = new ArrayList<String>();
        for (var given : operation.description().path("parameters")) {
            var parameter = Api.resolved(document, given);
            var name = parameter.required("name").asString();
            var isGiven = parameter.path("required").asBoolean(false) ? !isOdd() : random.nextInt(3) == 0;
            var schema = Api.resolved(document, parameter.required("schema"));
            var value = value(operation, name, schema, parameter.required("example"), now);
            switch (parameter.required("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", isOdd() ? "x" + pick(ODD_PARAMETERS) : Api.encoded(value));
                case "query" -> add(query, isGiven, name + "=" + (isOdd() ? pick(ODD_PARAMETERS) : Api.encoded(value)));
                default -> headers.addAll(isGiven ? List.of(name, isOdd() ? pick(ODD_HEADERS) : value) : List.of());
            }
        }
        add(query, isOdd(), "unknown=1");
        add(query, isOdd() && !query.isEmpty(), query.isEmpty() ? "" : query.getFirst());
        headers.addAll(isOdd() ? List.of("Accept", pick(ODD_HEADERS)) : List.of());
        var body = body(operation, now);
        headers.addAll(body == null ? List.of() : List.of("Content-Type", isOdd() ? pick(ODD_HEADERS) : "application/json"));
        return new Request(operation, path + (query.isEmpty() ? "" : "?" + String.join("&", query)), body, headers);
    }

    /** Records ids, tags and cursors for later requests. */
    void learn(Operation operation, Api.Answer answer) {
        if (answer.status() < 300) {
            remember(operation.collection(), answer.body().path("id").asString(""));
            remember("If-Match", answer.header("ETag").orElse(""));
            remember("If-None-Match", answer.header("ETag").orElse(""));
            remember("cursor", answer.body().path("next").asString(""));
        }
    }

    private void remember(String what, String value) {
        if (!value.isEmpty()) {
            known.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
        }
    }

    private byte[] body(Operation operation, Instant now) {
        var description = operation.description().path("requestBody");
        if (description.isMissingNode() || !description.path("required").asBoolean(false) && random.nextBoolean()) {
            return null;
        }
        var schema = description.requiredAt("/content/application~1json/schema");
        var bytes = (isOdd() ? pick(ODD_BODIES) : json(operation, "", schema, schema.at("/examples/0"), now)).getBytes(UTF_8);
        if (isOdd() && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return isOdd() ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private String json(Operation operation, String name, JsonNode given, JsonNode exampleAround, Instant now) {
        var schema = Api.resolved(document, given);
        var example = exampleAround.isMissingNode() ? schema.at("/examples/0") : exampleAround;
        if (isOdd()) {
            return pick(ODD_VALUES);
        }
        if (schema.has("oneOf")) {
            return json(operation, name, pick(schema.required("oneOf").valueStream().toList()), example, now);
        }
        if (!schema.required("type").asString().equals("object")) {
            var value = value(operation, name, schema, example, now);
            return schema.required("type").asString().equals("string") ? "\"" + value + "\"" : value;
        }
        var members = new ArrayList<String>();
        schema.path("properties").forEachEntry((member, property) -> {
            var isRequired = schema.path("required").valueStream().anyMatch(required -> required.asString().equals(member));
            add(members, isRequired ? !isOdd() : random.nextBoolean(),
                    "\"%s\": %s".formatted(member, json(operation, member, property, example.path(member), now)));
        });
        add(members, isOdd(), "\"unknown\": 1");
        add(members, isOdd() && !members.isEmpty(), members.isEmpty() ? "" : members.getFirst());
        return members.stream().collect(joining(", ", "{", "}"));
    }

    /** A value that the schema allows and the service probably accepts. */
    private String value(Operation operation, String name, JsonNode schema, JsonNode example, Instant now) {
        if (schema.has("enum")) {
            return pick(schema.required("enum").valueStream().toList()).asString();
        }
        var type = name.equals("id") ? "uuid" : schema.path("format").asString(schema.required("type").asString());
        return switch (type) {
            case "uuid" -> id(operation, name);
            case "date-time" -> instant(name, now);
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "int32", "int64" -> {
                var minimum = schema.path("minimum").asInt(0);
                yield Integer.toString(random.nextInt(minimum, schema.path("maximum").asInt(minimum + 75) + 1));
            }
            default -> {
                var isSeen = known.containsKey(name) && random.nextInt(3) == 0;
                var isFree = example.isMissingNode() || schema.has("minLength") && random.nextInt(3) == 0;
                yield isSeen ? recent(name) : name.startsWith("If-") ? "*" : isFree ? text(schema)
                        : name.endsWith("-Key") ? "key-" + random.nextInt() : example.asString();
            }
        };
    }

    /** Digits, which are valid in names, plates and telephone numbers. */
    private String text(JsonNode schema) {
        var length = random.nextInt(1, schema.path("maxLength").asInt(16) + 1);
        return random.ints(length, 0, 10).mapToObj(Integer::toString).collect(joining());
    }

    private String id(Operation operation, String name) {
        var collection = switch (name) {
            case "id" -> operation.collection();
            case "subject" -> pick(List.of("bookings", "cars", "maintenance-windows"));
            default -> name.replace("Id", "s");
        };
        var isUnknown = random.nextInt(20) == 0 || !known.containsKey(collection);
        return isUnknown ? new UUID(random.nextLong(), random.nextLong()).toString() : recent(collection);
    }

    /** Mostly one of the newest, because the older ones are often in a final status. */
    private String recent(String what) {
        var all = known.get(what);
        return all.get(Math.max(0, all.size() - 1 - (int) Math.abs(random.nextGaussian() * 8)));
    }

    /** Soon, and with the end after the start. */
    private String instant(String name, Instant now) {
        var isEnd = name.equals("end") || name.equals("to");
        var minutes = isEnd ? random.nextInt(1_500, 5_000) : random.nextInt(random.nextBoolean() ? 40 : 1_440) - 4;
        return now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes)).toString();
    }

    private boolean isOdd() {
        return odd && random.nextInt(12) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void add(List<String> list, boolean isGiven, String item) {
        if (isGiven) {
            list.add(item);
        }
    }
}
