package dev.fleetbooking.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.function.ThrowingSupplier;

class ArchitectureRulesTest {

    private static final JavaClasses HOUSE = imported("target/classes");
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPath(Path.of("target/test-classes/fixture"));

    /** What they use is known by its name only; importing it too would take longer than all the rest. */
    private static final JavaClasses TESTS = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return imported("target/test-classes");
    });

    private static JavaClasses imported(String folder) {
        return new ClassFileImporter().importPaths(ThrowingSupplier.of(ModuleDependenciesTest::everyModule).get().stream()
                .map(module -> Path.of("..", module).resolve(folder)).filter(Files::isDirectory).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theProjectConformsTo(ArchitectureRules rule) {
        rule.in("dev.fleetbooking").check(HOUSE);
    }

    @Test
    void testsOfTheKitKnowNothingOfTheFleet() {
        ArchitectureRules.THE_KIT_KNOWS_NOTHING_OF_THE_FLEET.in("dev.fleetbooking").check(TESTS);
    }

    /** Without the lock, the methods of the class would run at once as well. */
    @Test
    void aTestClassThatRunsBesideOthersKeepsItsMethodsInOneThread() {
        classes().that().areAnnotatedWith(Execution.class).should().beAnnotatedWith(ResourceLock.class).check(TESTS);
    }

    /** Whichever begins to read the output last takes it from the others, and whichever ends first takes it from the last. */
    @Test
    void aTestClassThatReadsTheOutputOfTheProcessDoesNotRunBesideOthers() {
        noClasses().that(describe("read the output", type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().isEquivalentTo(OutputCaptureExtension.class))))
                .should(ArchCondition.from(describe("run beside others", ArchitectureRulesTest::runsBesideOthers))).check(TESTS);
    }

    private static boolean runsBesideOthers(JavaClass type) {
        return type.tryGetAnnotationOfType(Execution.class).map(execution -> execution.value() == ExecutionMode.CONCURRENT)
                .orElseGet(() -> type.getRawSuperclass().map(ArchitectureRulesTest::runsBesideOthers).orElse(false));
    }

    /** A test with a mistyped tag would run in every build, and one that both jobs leave out in none. */
    @Test
    void aTestHasNoOtherTagThanTheOneThatThePipelineRuns() throws IOException {
        var tagged = Stream.<HasAnnotations<?>>concat(TESTS.stream(), TESTS.stream().flatMap(type -> type.getMethods().stream()));

        assertThat(tagged.flatMap(test -> test.tryGetAnnotationOfType(Tag.class).stream()).map(Tag::value)).isSubsetOf("thorough");
        assertThat(Files.readString(Path.of("..", ".gitlab-ci.yml")))
                .contains("- mvn test -Dthorough", "- mvn verify -DskipUnitTests -Dthorough");
    }

    /** Surefire fails in a module that has none of the tests. */
    @Test
    void aJobThatNamesTestsAllowsModulesWithoutThem() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", ".gitlab-ci.yml"))).filteredOn(line -> line.contains("-Dtest=")).isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("-Dsurefire.failIfNoSpecifiedTests=false"));
    }

    /** {@code FleetProblems} casts to it. */
    @Test
    void theServiceHasOneFamilyOfRefusals() {
        assertThat(HOUSE.get(ServiceRefusal.class).getSubclasses()).extracting(JavaClass::getName)
                .containsExactly(FleetRefusal.class.getName());
    }

    @ParameterizedTest
    @EnumSource
    void theFixtureViolates(ArchitectureRules rule) {
        var root = "fixture." + rule.name().toLowerCase().replace("_", "");
        var fixture = FIXTURES.that(resideInAPackage(root + ".."));

        var result = rule.in(root).allowEmptyShould(true).evaluate(fixture);

        // Each class violates the rule in its own way, or is used by another one to violate it; interfaces need do neither.
        assertThat(fixture).as("classes in %s", root).filteredOn(not(JavaClass::isInterface)).isNotEmpty().allSatisfy(
                type -> assertThat(result.getFailureReport().toString()).contains(type.getName()));
    }
}
