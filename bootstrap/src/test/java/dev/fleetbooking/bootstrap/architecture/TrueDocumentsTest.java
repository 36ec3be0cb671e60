package dev.fleetbooking.bootstrap.architecture;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a document sets in backticks exists: files, types and their members, rules, settings, commands; so do its links and the
 * decisions that it refers to. Plain text may name anything.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("TrueDocumentsTest")
class TrueDocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NOT_IN_THE_REPOSITORY = Pattern.compile("target|data|\\.(git|m2|idea|vscode)");
    private static final Pattern DOCUMENTS = Pattern.compile(
            "[A-Z]+\\.md|docs/.*\\.md|\\.(github|agents|claude)/.*\\.md|\\.gitlab-ci\\.yml");

    /** A report of measurements names what was measured then, on other branches too; its files and commands are for today. */
    private static final String REPORT = "docs/evidence.md";

    /** What a decision tells before it is taken is about what was not chosen. */
    private static final Pattern UNDECIDED = Pattern.compile("(?s)\n## (Context|Options)\n.*?(?=\n## Decision)");

    /** What belongs to others, and no source of ours has to name. */
    private static final Map<String, Set<String>> OUTSIDE = Map.of(
            "PostgreSQL", Set.of("pg_dump", "pg_blocking_pids", "LWLock"),
            "standards", Set.of("HttpOnly", "LAST-MODIFIED", "Build-Tool-Jdk-Spec"),
            "plugins of Maven", Set.of("surefire.failIfNoSpecifiedTests", "failsafe.failIfNoSpecifiedTests", "it.test", "test",
                    "skipTests", "spring-boot.run.profiles", "projectType", "outputFormat"));

    private static final Pattern METRIC = Pattern.compile("((?:fleet|http)_\\w+?)_(total|seconds\\w*)");
    /** MetricsIT compares those of the runbook and the defence with what is served. */
    private static final Pattern METRIC_OF_A_LIBRARY = Pattern.compile("(hikaricp|jvm|process|system|disk|logback)_\\w+");

    private static final Map<String, Path> FILES = files();
    private static final String SOURCES = textOf("(.*/)?src/(main|test)/.*\\.(java|sql|ya?ml|properties|html|js|css|factories)"
            + "|(.*/)?pom\\.xml|\\.(ci|mvn)/.*|\\.gitlab-ci\\.yml|fleet\\.args|docs/[^/]*\\.(yaml|http)");
    private static final String POMS = textOf("(.*/)?pom\\.xml");
    private static final Set<String> WORDS = words("([\\w$]++)", SOURCES);
    private static final Set<String> TYPES = words("(?:class|record|interface|enum) (\\w++)", SOURCES);
    private static final Set<String> LIBRARIES = new HashSet<>();
    private static final Set<String> PROPERTIES = new HashSet<>();
    private static final Set<String> VARIABLES = new HashSet<>();

    static {
        readLibraries();
        FILES.keySet().stream().filter(path -> path.endsWith(".java"))
                .forEach(path -> TYPES.add(path.replaceFirst(".*/", "").replace(".java", "")));
        FILES.values().stream().filter(file -> file.toString().endsWith(".java")).map(TrueDocumentsTest::read).forEach(
                source -> words("@ConfigurationProperties\\(\"([\\w.]+)", source).forEach(
                        prefix -> words("\\b([a-z]\\w+)(?=[,)])", source).forEach(
                                name -> PROPERTIES.add(prefix + "." + kebab(name)))));
        PROPERTIES.addAll(words("((?:fleet|bench|faults)\\.[a-z][a-z.-]*)", SOURCES));
        PROPERTIES.forEach(property -> VARIABLES.add(property.replaceAll("[.-]", "").toUpperCase(Locale.ROOT)));
    }

    private record Document(String path, String text) {

        @Override
        public String toString() {
            return path;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentNamesExists(Document document) {
        assertThat(faults(document))
                .as("names, links and commands in %s that lead nowhere: correct each, or take the backticks from what is "
                        + "not ours", document)
                .isEmpty();
    }

    /** Also those that comments and messages refer to. */
    @Test
    void decisionsThatSourcesReferToExist() {
        assertThat(decisions(SOURCES).filter(not(TrueDocumentsTest::isDecision)))
                .as("decisions that sources refer to, and that docs/adr lacks").isEmpty();
    }

    /** Such as the documents that a failing test refers to. */
    @Test
    void documentsThatSourcesReferToExist() {
        assertThat(words("(docs/(?:adr|recipes)/[\\w-]+\\.md)", SOURCES)).isNotEmpty()
                .filteredOn(not(FILES::containsKey)).as("documents that sources refer to, and that do not exist").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenRuleRefersToTheDocumentsThatNameIt(ArchitectureRules rule) {
        assertThat(rule.in("dev.fleetbooking").getDescription()).matches(".*; see docs/(adr|recipes)/.*\\.md");
    }

    /** Each has a base class or an interface of the fleet that says what to do when it fails. */
    @Test
    void everyContractOfAPortSaysWhatToDo() {
        var contracts = FILES.keySet().stream().filter(path -> path.matches("application/src/test/.*Contract\\.java"))
                .filter(path -> !path.contains("/kit/")).toList();

        assertThat(contracts).isNotEmpty()
                .allSatisfy(path -> assertThat(text(path)).containsPattern("@WhatToDo|extends \\w*RepositoryContract"));
    }

    @Test
    void everyDecisionIsListedAndSaysWhatEnforcesIt() {
        var decisions = FILES.keySet().stream().filter(path -> path.matches("docs/adr/\\d.*")).toList();

        assertThat(decisions).as("decisions; docs/adr/README.md lists each").isNotEmpty()
                .containsExactlyElementsOf(links(text("docs/adr/README.md")).map("docs/adr/"::concat).toList());
        assertThat(decisions).as("decisions; each ends with a section \"Enforced by\"")
                .allSatisfy(decision -> assertThat(enforcement(decision)).isNotBlank());
    }

    @Test
    void theGuideListsTheRulesAndADecisionNamesEach() {
        var rules = Stream.of(ArchitectureRules.values()).map(Enum::name).toList();

        assertThat(all("(?m)^- `([A-Z_]+)`$", text("AGENTS.md")).map(rule -> rule.group(1)))
                .as("rules in AGENTS.md; it lists those of ArchitectureRules, in their order").containsExactlyElementsOf(rules);
        assertThat(enforcers()).as("what decisions name under \"Enforced by\"; add the rule to the decision that it enforces")
                .containsAll(rules);
    }

    /** By agentskills.io a skill has the name of its folder, and a description of at most 1,024 characters that says when to use it. */
    @Test
    void eachRecipeHasASkillThatPointsToIt() {
        var recipes = FILES.keySet().stream().filter(path -> path.matches("docs/recipes/[a-z-]+\\.md"));

        assertThat(recipes).as("recipes; each needs a skill in .agents/skills, like the others, that points to it").allSatisfy(recipe -> {
            var name = recipe.replaceAll(".*/|\\.md", "");
            assertThat(FILES).containsKey(".agents/skills/" + name + "/SKILL.md");
            assertThat(text(".agents/skills/" + name + "/SKILL.md")).contains(recipe)
                    .containsPattern("\\A---\nname: " + name + "\ndescription: .{1,1024}\n---\n");
        });
    }

    @Test
    void otherGuidesOnlyPointToTheOneForAll() {
        assertThat(List.of("CLAUDE.md", "GEMINI.md", ".github/copilot-instructions.md")).as("guides; write to AGENTS.md instead")
                .allSatisfy(guide -> assertThat(text(guide).lines()).singleElement().asString().contains("AGENTS.md"));
    }

    /** Between the double quotes are texts of the service, without what varies. */
    @Test
    void theServiceLogsWhatTheRunbookQuotes() {
        var quotes = all("\"([^\"]+)\"", prose(text("docs/runbook.md")).replaceAll("`[^`\n]*`", "").replaceAll("\\s+", " "));

        assertThat(quotes.map(quote -> quote.group(1)).filter(quote -> !Stream.of(quote.split("…")).allMatch(SOURCES::contains)))
                .as("texts that docs/runbook.md quotes and no source has; correct them").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            domain/.../car/Bus                      | `domain/.../car/Bus`
            docs/nothing.md                         | `docs/nothing.md`
            rest/bus/CarController                  | `rest/bus/CarController`
            nothing.yaml                            | `nothing.yaml`
            CancelBookings                          | `CancelBookings`
            NothingIT                               | `NothingIT`
            Booking.nothing                         | `Booking.nothing`
            NO_RULE_LIKE_THIS                       | `NO_RULE_LIKE_THIS`
            no_constraint_like_this                 | `no_constraint_like_this`
            no-problem-like-this                    | `no-problem-like-this`
            fleet.policy.nothing                    | `fleet.policy.nothing`
            spring.datasource.nothing               | `spring.datasource.nothing`
            FLEET_POLICY_NOTHING=1                  | `FLEET_POLICY_NOTHING=1`
            SPRING_DATASOURCE_NOTHING               | `SPRING_DATASOURCE_NOTHING`
            fleet_nothing_total                     | `fleet_nothing_total`
            V999                                    | `V999`
            -Dnothing=1                             | `-Dnothing=1`
            -Pnothing                               | `-Pnothing`
            mvn -pl nothing                         | `mvn -pl nothing`
            mvn verify -Dit.test=NothingIT          | `mvn verify -Dit.test=NothingIT`
            mvn nothing                             | `mvn nothing`
            mvn test -Dtest='*Nothing'              | `mvn test -Dtest='*Nothing'`
            nothing.md                              | [a file](nothing.md)
            README.md#nothing                       | [a section](README.md#nothing)
            9999                                    | see ADR 9999
            """)
    void aNameOfWhatDoesNotExistIsFound(String fault, String text) {
        assertThat(faults(new Document("PLANTED.md", text))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            `domain/.../car/Car` and `rest/car/CarController`, `db/migration/V2`, `messages*.properties`, `bootstrap/target`
            `ZonedDateTime.plusDays`, `JdbcClient`, `fleet.policy.lateness-horizon`, `spring.datasource.url`, `SERVER_ADDRESS`
            `mvn test -pl application -am -Dtest=CancelBookingTest`, [a section](README.md#run), ADRs 0045, 0046
            """)
    void whatExistsIsNot(String text) {
        assertThat(faults(new Document("PLANTED.md", text))).isEmpty();
    }

    private static Stream<Document> documents() {
        return FILES.keySet().stream().filter(DOCUMENTS.asMatchPredicate()).map(path -> new Document(path, text(path)));
    }

    private static List<String> faults(Document document) {
        var text = document.text();
        var prose = prose(text);
        var decided = text.contains("\nSuperseded by") ? "" : UNDECIDED.matcher(prose).replaceAll("");
        // What the steps of a recipe add, of which RecipesReplay also runs the commands.
        var created = words("\\bfile=(\\S+)", text);
        var names = spans(decided).filter(name -> !created.contains(name) && !exists(name, document.path().equals(REPORT)));
        var commands = all("(?m)^ *(?:- )?(mvn .*)$|`(mvn [^`]+)`", text)
                .map(command -> command.group().replaceAll("^ *- |`", ""))
                .filter(command -> !document.path().startsWith("docs/recipes/"))
                .filter(not(TrueDocumentsTest::canRun));
        var links = links(prose).filter(link -> !leadsSomewhere(document.path(), link));
        return Stream.of(names, commands, links, decisions(prose).filter(not(TrueDocumentsTest::isDecision)))
                .flatMap(found -> found).distinct().toList();
    }

    private static String prose(String text) {
        return text.replaceAll("(?ms)^ *```.*?^ *```$", "");
    }

    private static boolean exists(String span, boolean filesOnly) {
        var name = span.replaceFirst("(\\(.*\\)|=[^=]*)$", "");
        if (span.matches("-(D|P|pl ).*")) {
            return canRun("mvn " + span);
        }
        if (name.matches("/.*|….*|--.*|.*[ :<>].*")) {
            return true;
        }
        if (name.contains("/") || name.matches("[\\w.*-]+\\.(md|xml|ya?ml|properties|html|sql|js|css|args|http)")) {
            return isPath(name) || isProperty(name);
        }
        if (name.matches("V\\d+")) {
            return isPath("db/migration/" + name);
        }
        if (filesOnly || OUTSIDE.values().stream().anyMatch(names -> names.contains(name))) {
            return true;
        }
        if (name.matches("([A-Z][a-z0-9]+){2,}|[A-Z]\\w*(Test|IT)")) {
            return isType(name) || SOURCES.contains('"' + name + '"');
        }
        if (name.matches("[A-Z]\\w*\\.\\w+")) {
            return isMember(name.replaceFirst("\\..*", ""), name.replaceFirst(".*\\.", ""));
        }
        if (METRIC_OF_A_LIBRARY.matcher(name).matches()) {
            return true;
        }
        if (METRIC.matcher(name).matches()) {
            return SOURCES.contains(METRIC.matcher(name).replaceFirst("$1").replace('_', '.'));
        }
        if (name.matches("[a-z][\\w-]*(\\.[\\w*…-]+)+")) {
            return isProperty(name) || SOURCES.contains(name);
        }
        var isPlainWord = name.matches("[a-z]+|[A-Z]+|.*[^\\w-].*");
        return isPlainWord || WORDS.contains(name) || LIBRARIES.contains(name) || isProperty(name)
                || name.contains("-") && SOURCES.contains(name);
    }

    private static boolean isPath(String name) {
        var path = Pattern.compile("(.*/)?" + Stream.of(name.split("\\.\\.\\.")).map(
                part -> Stream.of(part.split("\\*", -1)).map(Pattern::quote).collect(joining("[^/]*"))).collect(joining(".*"))
                + "(/.*|(__\\w+)?\\.\\w+)?");
        return FILES.keySet().stream().anyMatch(file -> path.matcher(file).matches())
                || Stream.of(name.split("/")).anyMatch(NOT_IN_THE_REPOSITORY.asMatchPredicate());
    }

    private static boolean isType(String name) {
        return TYPES.contains(name) || LIBRARIES.contains(name);
    }

    private static boolean isMember(String type, String member) {
        return LIBRARIES.contains(type) && !TYPES.contains(type)
                || words("(\\w++)", textOf(".*/" + type + "\\.java")).contains(member);
    }

    /** Also as a variable of the environment, or with a name of the reader's own in it. */
    private static boolean isProperty(String name) {
        var fixed = name.replaceFirst("\\.(NAME|\\*|…).*", "");
        return PROPERTIES.contains(name) || VARIABLES.contains(name.replace("_", ""))
                || !fixed.equals(name) && PROPERTIES.stream().anyMatch(property -> property.startsWith(fixed));
    }

    private static boolean canRun(String command) {
        var words = List.of(command.replaceAll("-pl ", "-pl=").replaceAll("--threads ", "--threads=")
                .split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
        return words.stream().skip(1).allMatch(TrueDocumentsTest::isArgument);
    }

    private static boolean isArgument(String word) {
        var key = word.replaceFirst("=.*", "").replaceFirst("^-[DP]", "");
        var values = Stream.of(word.replaceFirst("^[^=]*=?", "").replaceAll("['!]", "").split(","));
        if (word.matches("-D(it\\.)?test=(?!NAME$)[^…]*")) {
            return values.map(test -> test.replaceFirst("#.*", "").replace("*", ".*"))
                    .allMatch(test -> TYPES.stream().anyMatch(type -> type.matches(test)));
        }
        if (word.startsWith("-D")) {
            return OUTSIDE.get("plugins of Maven").contains(key) || PROPERTIES.contains(key)
                    || POMS.contains("<" + key + ">") || POMS.contains("${" + key + "}") || SOURCES.contains('"' + key + '"');
        }
        if (word.startsWith("-pl=")) {
            return values.allMatch(module -> FILES.containsKey(module + "/pom.xml"));
        }
        return word.startsWith("-P") ? Stream.of(key.split(",")).allMatch(profile -> POMS.contains("<id>" + profile + "</id>"))
                : word.matches("-q|-am|--threads=\\d|package|test|verify|\\S+:\\S+");
    }

    private static boolean leadsSomewhere(String document, String link) {
        var parts = link.split("#");
        var folder = Path.of(document).getParent();
        var path = Path.of(folder == null ? "" : folder.toString()).resolve(parts[0]).normalize().toString();
        var target = parts[0].isEmpty() ? document : path.replace('\\', '/');
        return FILES.containsKey(target) && (parts.length == 1 || all("(?m)^#+ (.*)$", text(target)).anyMatch(
                heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-')
                        .equals(parts[1])));
    }

    private static Stream<String> links(String text) {
        return all("]\\((?!https?:)([^)\\s]+)\\)", text).map(link -> link.group(1));
    }

    private static Stream<String> decisions(String text) {
        return all("\\bADRs? (\\d{4}(?:(?:, | and )\\d{4})*)", text).flatMap(found -> Stream.of(found.group(1).split("\\D+")));
    }

    private static boolean isDecision(String number) {
        return FILES.keySet().stream().anyMatch(path -> path.startsWith("docs/adr/" + number + "-"));
    }

    private static Set<String> enforcers() {
        return FILES.keySet().stream().filter(path -> path.matches("docs/adr/\\d.*"))
                .flatMap(path -> spans(enforcement(path))).collect(toSet());
    }

    private static String enforcement(String decision) {
        return Stream.of(text(decision).split("\n## Enforced by\n", 2)).skip(1).collect(joining());
    }

    private static Stream<String> spans(String prose) {
        return all("`([^`\n]+)`", prose).map(span -> span.group(1));
    }

    private static Stream<MatchResult> all(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results();
    }

    /** What the group in the expression matches. A lookbehind instead of the group would be tried at each character, for seconds. */
    private static Set<String> words(String regex, String text) {
        return all(regex, text).map(word -> word.group(1)).collect(toSet());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String textOf(String paths) {
        return FILES.keySet().stream().filter(path -> path.matches(paths) && !path.endsWith("/TrueDocumentsTest.java"))
                .map(TrueDocumentsTest::text).collect(joining("\n"));
    }

    private static String text(String path) {
        return read(FILES.get(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By their paths from the root. */
    private static Map<String, Path> files() {
        var files = new TreeMap<String, Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_IN_THE_REPOSITORY.matcher(folder.getFileName().toString()).matches()
                            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.put(ROOT.relativize(file).toString().replace('\\', '/'), file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The types of libraries and of the JDK, and the properties of Spring Boot. */
    private static void readLibraries() {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                readLibrary(entry);
            }
        }
        try (var classes = Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"))) {
            classes.forEach(type -> addType(type.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readLibrary(String path) {
        LIBRARIES.add(Path.of(path).getFileName().toString().replaceFirst("-\\d.*", ""));
        try (var jar = new JarFile(path)) {
            jar.stream().map(JarEntry::getName).forEach(TrueDocumentsTest::addType);
            var properties = jar.getJarEntry("META-INF/spring-configuration-metadata.json");
            if (properties != null) {
                var json = new String(jar.getInputStream(properties).readAllBytes());
                PROPERTIES.addAll(words("\"name\": \"([\\w.-]+)", json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addType(String classFile) {
        if (classFile.endsWith(".class")) {
            var start = Math.max(classFile.lastIndexOf('/'), classFile.lastIndexOf('$')) + 1;
            LIBRARIES.add(classFile.substring(start, classFile.length() - ".class".length()));
        }
    }
}
