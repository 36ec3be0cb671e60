package dev.fleetbooking.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.fleetbooking.application.kit.UseCase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The rules that the compiler cannot check. Each has a reason, says how to fix a violation, and has a fixture below
 * {@code fixture} that violates it: a package named like the constant, structured like the project. The fixtures are outside
 * the base package, so that nothing takes them for parts of the application.
 */
enum ArchitectureRules {

    DOMAIN_KNOWS_ONLY_JAVA {
        @Override
        ArchRule rule(String root) {
            return classes().that().resideInAPackage(root + ".domain..")
                    .should().onlyDependOnClassesThat().resideInAnyPackage(root + ".domain..", "java..")
                    .because("the model outlives every framework; move code that needs one to an adapter");
        }
    },

    APPLICATION_KNOWS_ONLY_THE_DOMAIN {
        @Override
        ArchRule rule(String root) {
            return classes().that().resideInAPackage(root + ".application..")
                    .should().onlyDependOnClassesThat().resideInAnyPackage(root + ".application..", root + ".domain..", "java..")
                    .because("use cases are run and tested without a framework; use a port for everything outside");
        }
    },

    ADAPTERS_DO_NOT_KNOW_EACH_OTHER {
        @Override
        ArchRule rule(String root) {
            return slices().matching(root + ".(*)..").should().notDependOnEachOther()
                    .ignoreDependency(resideInAPackage(root + ".bootstrap.."), alwaysTrue())
                    .ignoreDependency(alwaysTrue(), resideInAnyPackage(root + ".application..", root + ".domain.."))
                    .because("each adapter can be replaced alone; let both use a port");
        }
    },

    CONCEPTS_DO_NOT_FORM_CIRCLES {
        @Override
        ArchRule rule(String root) {
            return slices().matching(root + ".(*).(*)..").should().beFreeOfCycles()
                    .because("concepts in a cycle can only be understood together; move the shared part to the lower one");
        }
    },

    THE_KIT_KNOWS_NOTHING_OF_THE_FLEET {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAPackage(root + ".*.kit..")
                    .should().dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".*.kit.."))))
                    .because("another service copies the kit unchanged; let the fleet supply what the kit needs, by an interface");
        }
    },

    OPTIONAL_FEATURES_DO_NOT_KNOW_EACH_OTHER {
        @Override
        ArchRule rule(String root) {
            return slices().matching(root + ".*.kit.(etag|idempotency|metrics|overload|openapi|foreign)..")
                    .should().notDependOnEachOther()
                    .because("a feature is removed by deleting its package; let it register itself");
        }
    },

    THE_SCHEDULE_CAN_BE_LEFT_OUT {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAPackage(root + "..")
                    .and().resideOutsideOfPackages(root + ".*.schedule..", root + ".web..", root + ".ical..")
                    .should().dependOnClassesThat().resideInAPackage(root + ".*.schedule..")
                    .because("whoever needs no calendar deletes the package in every module; read what you need by another port");
        }
    },

    ONLY_THE_CLOCK_BEAN_READS_THE_SYSTEM_CLOCK {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAPackage(root + "..").and().doNotHaveSimpleName("UseCaseConfiguration")
                    .should().accessTargetWhere(readsTheSystemClock())
                    .because("tests control the time; inject java.time.Clock and read that");
        }
    },

    ONLY_THE_ID_GENERATOR_MAKES_IDS {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAPackage(root + "..").and().doNotHaveSimpleName("UseCaseConfiguration")
                    .should().accessTargetWhere(describe("makes a random id", access ->
                            access.getTargetOwner().isEquivalentTo(UUID.class) && access.getName().equals("randomUUID")))
                    .orShould().dependOnClassesThat().resideInAPackage("com.github.f4b6a3.uuid..")
                    .because("the order of ids is the order of creation; use IdGenerator");
        }
    },

    USE_CASES_ARE_PACKAGE_PRIVATE_BEHIND_ONE_PORT {
        @Override
        ArchRule rule(String root) {
            return classes().that().areAnnotatedWith(UseCase.class)
                    .should().bePackagePrivate()
                    .andShould().resideInAPackage(root + ".application..")
                    .andShould(haveExactlyOnePortBesideThem())
                    .because("callers depend on the driving port; implement one interface with one method in the same package");
        }
    },

    DRIVING_PORTS_ARE_IMPLEMENTED_BY_USE_CASES {
        @Override
        ArchRule rule(String root) {
            return classes().that().resideInAPackage(root + ".application..").and().areNotInterfaces()
                    // Nested interfaces are those of values.
                    .and(describe("implement a port", type -> type.getRawInterfaces().stream()
                            .anyMatch(port -> port.getPackageName().startsWith(root + ".application") && port.isTopLevelClass())))
                    .should().beAnnotatedWith(UseCase.class)
                    .because("the annotation is what wires it and gives it its transaction; add @UseCase");
        }
    },

    TRANSACTIONS_BEGIN_AT_THE_BOUNDARY_ONLY {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAPackage(root + "..")
                    // Includes nested classes. LockQueues begins no transaction; it only has to know when the current one ends.
                    .and().haveNameNotMatching(".*\\.(TransactionBoundary|LockQueues)(\\$\\w+)?")
                    .and().doNotHaveSimpleName("UseCaseConfiguration")
                    .should().dependOnClassesThat().resideInAnyPackage("org.springframework.transaction..", "jakarta.transaction..")
                    .because("one call of a use case is one transaction, and only TransactionBoundary begins it; remove this one");
        }
    },

    DEPENDENCIES_COME_BY_CONSTRUCTOR {
        @Override
        ArchRule rule(String root) {
            return noMembers().that().areDeclaredInClassesThat().resideInAPackage(root + "..")
                    .should().beAnnotatedWith(describe("an injection", annotation ->
                            INJECTIONS.contains(annotation.getRawType().getSimpleName())))
                    .because("an object that exists has all it needs; take it in the only constructor, without annotation");
        }
    },

    DOMAIN_OBJECTS_ARE_IMMUTABLE {
        @Override
        ArchRule rule(String root) {
            return fields().that().areDeclaredInClassesThat().resideInAPackage(root + ".domain..")
                    .should().beFinal()
                    .because("a transition returns the next state; make it a record");
        }
    },

    AGGREGATES_REFER_TO_EACH_OTHER_BY_ID {
        @Override
        ArchRule rule(String root) {
            return noFields().that().areDeclaredInClassesThat(anAggregateIn(root))
                    .should().haveRawType(anAggregateIn(root))
                    .because("each aggregate is loaded, locked and changed alone; hold the id of the other");
        }
    },

    BUSINESS_RULES_ARE_NOT_BUGS {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideInAnyPackage(root + ".domain..", root + ".application..")
                    .should().callConstructorWhere(describe("constructs an exception of java.lang",
                            call -> call.getTargetOwner().getPackageName().equals("java.lang")
                                    && call.getTargetOwner().isAssignableTo(RuntimeException.class)
                                    // Generated by the compiler for an exhaustive switch.
                                    && !call.getTargetOwner().isEquivalentTo(MatchException.class)
                                    && !call.getOriginOwner().isAssignableTo(RuntimeException.class)))
                    .because("a caller can act on a refusal and not on a bug; throw a Refusal or an InvalidValueException");
        }
    },

    ENTITIES_STAY_IN_THE_POSTGRES_ADAPTER {
        @Override
        ArchRule rule(String root) {
            var entities = classes().that(describe("are entities or repositories of them", type ->
                            type.isAnnotatedWith(Entity.class)
                                    || type.isAssignableTo(Repository.class) && !type.isAnnotatedWith(NoRepositoryBean.class)))
                    .should().bePackagePrivate().andShould().resideInAPackage(root + ".postgres..");
            var partsOfThem = classes()
                    .that().areAnnotatedWith(MappedSuperclass.class).or().areAnnotatedWith(Embeddable.class)
                    .should().resideInAPackage(root + ".postgres..");
            return CompositeArchRule.of(entities).and(partsOfThem)
                    .because("tables change for other reasons than the model; map to the domain beside the entity");
        }
    },

    OCCUPANCIES_ARE_CLAIMED_BY_SQL {
        @Override
        ArchRule rule(String root) {
            return noClasses().should(ArchCondition.from(describe("be an entity of car_occupancy", type ->
                            tableOf(type).filter(table -> table.replace("_", "").equalsIgnoreCase("caroccupancy")).isPresent())))
                    .because("persist is a plain INSERT, which deadlocks under the exclusion constraint; use OccupancyRepository.claim");
        }
    },

    NO_DOMAIN_TYPE_IS_SERIALIZED {
        @Override
        ArchRule rule(String root) {
            return noMethods().that().areMetaAnnotatedWith(RequestMapping.class)
                    .should(have(describe("a domain type as body or answer", method ->
                            bodiesOf(method).anyMatch(body -> involvesTheModelOf(root, body)))))
                    .because("the contract must not change with the model; take a request record, return a response record");
        }
    },

    NO_BODY_HOLDS_A_DOMAIN_TYPE {
        @Override
        ArchRule rule(String root) {
            return noFields().that().areDeclaredInClassesThat()
                    .haveNameMatching(".*\\.rest\\..*(Request|Response|Problem|ProblemMembers\\$.*)")
                    .and().areNotAnnotatedWith(JsonIgnore.class)
                    .should(have(describe("a domain type", field -> involvesTheModelOf(root, field.getType()))))
                    .because("the contract must not change with the model; hold the plain value");
        }
    },

    CONTROLLERS_ARE_PACKAGE_PRIVATE {
        @Override
        ArchRule rule(String root) {
            return classes().that().areMetaAnnotatedWith(Controller.class)
                    .should().bePackagePrivate().andShould().resideOutsideOfPackages(
                            root + ".domain..", root + ".application..", root + ".postgres..", root + ".bootstrap..")
                    .because("only HTTP calls a controller; remove public, or move it to a driving adapter");
        }
    },

    CONTROLLERS_TALK_TO_DRIVING_PORTS {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideOutsideOfPackages(root + ".application..", root + ".postgres..", root + ".bootstrap..")
                    .should().dependOnClassesThat().haveNameMatching(root + "\\.application\\..*Repository(\\$.*)?")
                    .because("only a use case has a transaction; call the driving port or add one, with its own nested records");
        }
    },

    CALLS_STAY_IN_THE_THREAD_OF_THE_REQUEST {
        @Override
        ArchRule rule(String root) {
            return noClasses().that().resideOutsideOfPackages(root + ".postgres..", root + ".security..", root + ".bootstrap..")
                    .should().dependOnClassesThat(describe("run something in another thread", used -> Stream.of(
                                    Thread.class, Executor.class, Future.class, CompletionStage.class, Callable.class, DeferredResult.class,
                                    ResponseBodyEmitter.class, StreamingResponseBody.class)
                            .anyMatch(used::isAssignableTo)))
                    .because("CurrentCaller knows the caller by the thread, and takes another one for the service itself; do it in the call");
        }
    },

    HANDLERS_NEED_NO_METHOD_VALIDATION {
        @Override
        ArchRule rule(String root) {
            return noMethods().that().areMetaAnnotatedWith(RequestMapping.class)
                    .should(have(describe("a constraint on a parameter or on its answer", method -> {
                        var handler = new HandlerMethod(root, method.reflect()).createWithValidateFlags();
                        return handler.shouldValidateArguments() || handler.shouldValidateReturnValue();
                    })))
                    .because("it is not applied with an Idempotency-Key; check in the parameter's type or the use case, bodies by @Valid");
        }
    };

    /** The rule; a failure ends the reason with the decisions and recipes that name it. */
    ArchRule in(String root) {
        var rule = rule(root);
        return rule.as(rule.getDescription() + documents().collect(Collectors.joining(", ", "; see ", "")));
    }

    private Stream<String> documents() {
        return Stream.of("docs/adr", "docs/recipes").map(Path.of("..")::resolve).filter(Files::isDirectory).flatMap(folder -> {
            try (var files = Files.list(folder)) {
                return files.sorted().filter(this::isNamedIn).map(file -> Path.of("..").relativize(file).toString()).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private boolean isNamedIn(Path document) {
        try {
            return Files.readString(document).contains("`" + name() + "`");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract ArchRule rule(String root);

    private static final Set<String> AGGREGATES = Set.of("Dealer", "Car", "Booking", "MaintenanceWindow");

    private static final Set<String> INJECTIONS = Set.of("Autowired", "Inject", "PersistenceContext", "Resource", "Value");

    private static DescribedPredicate<JavaClass> anAggregateIn(String root) {
        return describe("an aggregate", type ->
                AGGREGATES.contains(type.getSimpleName()) && type.getPackageName().startsWith(root + ".domain"));
    }

    private static Stream<JavaType> bodiesOf(JavaMethod handler) {
        var requests = handler.getParameters().stream()
                .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class))
                .map(JavaParameter::getType);
        return Stream.concat(requests, Stream.of(handler.getReturnType()));
    }

    /** Enums are allowed: their constants are part of the contract, and OpenApiTest fails if one changes. */
    private static boolean involvesTheModelOf(String root, JavaType type) {
        var model = resideInAnyPackage(root + ".domain..", root + ".application..");
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> model.test(raw) && !raw.isEnum());
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return describe("read the system clock", access -> {
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            var owner = target.getOwner();
            var parameters = target.getRawParameterTypes();
            return owner.getPackageName().startsWith("java.time") && target.getName().matches("now|system.*|tick.*")
                            && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class))
                    || owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class) && target.getName().equals("<init>") && parameters.isEmpty();
        });
    }

    private static ArchCondition<JavaClass> haveExactlyOnePortBesideThem() {
        return new ArchCondition<>("implement exactly one interface with one method in the same package") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                var ports = useCase.getRawInterfaces();
                var holds = ports.size() == 1 && ports.stream().allMatch(port ->
                        port.getPackageName().equals(useCase.getPackageName())
                                && port.getMethods().stream()
                                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT)).count() == 1);
                events.add(new SimpleConditionEvent(useCase, holds, "%s implements %s".formatted(
                        useCase.getName(), ports.stream().map(JavaClass::getName).collect(Collectors.joining(", ")))));
            }
        };
    }

    /** The table of an entity, by its explicit name or the name that is derived from the class. */
    private static Optional<String> tableOf(JavaClass type) {
        return type.tryGetAnnotationOfType(Entity.class).map(entity ->
                Stream.of(type.tryGetAnnotationOfType(Table.class).map(Table::name).orElse(""), entity.name())
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(type.getSimpleName()));
    }
}
