package dev.fleetbooking.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.function.ThrowingSupplier;

class ArchitectureRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.fleetbooking");

    private static final JavaClasses TESTS = new ClassFileImporter().importPaths(
            ThrowingSupplier.of(ModuleDependenciesTest::everyModule).get().stream()
                    .map(module -> Path.of("..", module, "target", "test-classes")).filter(Files::isDirectory).toList());

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
        var fixture = TESTS.that(resideInAPackage(root + ".."));

        var result = rule.in(root).allowEmptyShould(true).evaluate(fixture);

        // Each class violates the rule in its own way, or is used by another one to violate it; interfaces need do neither.
        assertThat(fixture).as("classes in %s", root).filteredOn(not(JavaClass::isInterface)).isNotEmpty().allSatisfy(
                type -> assertThat(result.getFailureReport().toString()).contains(type.getName()));
    }
}
