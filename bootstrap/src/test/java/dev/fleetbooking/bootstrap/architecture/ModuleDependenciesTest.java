package dev.fleetbooking.bootstrap.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The direction of dependencies that the poms declare. */
@WhatToDo("for a new module see docs/recipes/add-a-driving-adapter.md, for a dependency "
        + "docs/adr/0001-modules-enforce-the-direction-of-dependencies.md")
class ModuleDependenciesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FIXTURES = Path.of("src/test/resources/architecture");

    private static final Map<String, List<String>> MODULES_KNOWN = Map.ofEntries(
            entry("adapters/security", List.of("application")),
            entry("adapters/web", List.of("application")),
            entry("adapters/ical", List.of("application")),
            entry("adapters/mcp", List.of()),
            entry("domain", List.of()),
            entry("application", List.of("domain")),
            entry("adapters/postgres", List.of("application")),
            entry("adapters/rest", List.of("application")));

    /** All but the composition root and what is not shipped, which may use everything. */
    private static List<String> modules() throws Exception {
        return everyModule().stream().filter(module -> !Set.of("bootstrap", "bench", "starter").contains(module)).toList();
    }

    static List<String> everyModule() throws Exception {
        return elements(ROOT.resolve("pom.xml"), "module").map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesDependOnInnerModulesOnly(String module) throws Exception {
        assertThat(MODULES_KNOWN).containsKey(module);
        var modules = shipped(ROOT.resolve(module).resolve("pom.xml"))
                .filter(dependency -> dependency.startsWith("dev.fleetbooking:"))
                .map(dependency -> dependency.substring(dependency.indexOf(':') + 1));

        assertThat(modules).containsExactlyElementsOf(MODULES_KNOWN.get(module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "application"})
    void domainAndApplicationDependOnNoLibrary(String module) throws Exception {
        assertThat(libraries(ROOT.resolve(module).resolve("pom.xml"))).isEmpty();
    }

    @Test
    void aLibraryInTheDomainIsFound() throws Exception {
        assertThat(libraries(FIXTURES.resolve("domain-that-knows-spring.xml")))
                .containsExactly("org.springframework:spring-context");
    }

    /** It prints in every build that AI agents must ignore the results: ADR 0036. */
    @ParameterizedTest
    @ValueSource(strings = ".")
    @MethodSource("everyModule")
    void noModuleUsesJqwik(String module) throws Exception {
        assertThat(jqwik(ROOT.resolve(module).resolve("pom.xml"))).isEmpty();
    }

    @Test
    void jqwikInTestsIsFound() throws Exception {
        assertThat(jqwik(FIXTURES.resolve("tests-with-jqwik.xml"))).containsExactly("net.jqwik:jqwik-api");
    }

    private static List<String> jqwik(Path pom) throws Exception {
        return dependencies(pom).map(ModuleDependenciesTest::name).filter(name -> name.startsWith("net.jqwik")).toList();
    }

    private static List<String> libraries(Path pom) throws Exception {
        return shipped(pom).filter(dependency -> !dependency.startsWith("dev.fleetbooking:")).toList();
    }

    /** What the module ships with: its dependencies in every scope except test. */
    private static Stream<String> shipped(Path pom) throws Exception {
        return dependencies(pom)
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .map(ModuleDependenciesTest::name);
    }

    private static Stream<Element> dependencies(Path pom) throws Exception {
        return elements(pom, "dependency");
    }

    private static Stream<Element> elements(Path pom, String name) throws Exception {
        var found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }

    private static String name(Element dependency) {
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId");
    }

    private static String text(Element element, String child) {
        var found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
