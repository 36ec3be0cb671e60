import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Makes a new booking service in the pattern of this project. {@code java starter/NewService.java}, on JDK 17 or newer, prints how.
 *
 * <p>What is not about cars is copied from this project as it stands and only renamed: {@link #COPIED}. What is about one resource
 * and its reservation is in {@code starter/template}, as ordinary files for the names {@code MeetingRoom} and
 * {@code RoomReservation}. Each of these has two words, so that the ways to write it ({@code meetingRoom}, {@code meeting_room},
 * {@code meeting-rooms}) differ, and each can be replaced by the same way to write the new name.
 */
public final class NewService {

    private static final String USAGE = """
            usage: java starter/NewService.java PACKAGE TITLE FOLDER [OPTIONS]

            makes a new service in an empty folder, for example:

              java starter/NewService.java org.example.rooms "Room Booking" ../rooms
              java starter/NewService.java org.example.cinema "Cinema" ../cinema --resource Seat/Seats --reservation Ticket/Tickets

            PACKAGE        the base package; its last part is the prefix of properties, as in rooms.web.allowed-hosts
            TITLE          words of letters and digits
            FOLDER         is made, or is empty
            --resource     what is reserved, in camel case; by default the title without its last word: Room/Rooms
            --reservation  what gives it to somebody for a period; by default Reservation/Reservations
            --with         parts that it has besides, with commas between them, as in --with etag,metrics
            --without      parts that it does not have, as in --without idempotency

            The parts are:
            """;

    /** The parts that can be chosen, by name, with what each is; cuts of {@link #LEFT_OUT} with this name leave it out. */
    static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "etag", "entity tags: If-None-Match, and If-Match to change only what the caller saw",
            "history", "each change of a reservation leaves an event, in the same transaction",
            "idempotency", "a POST retried with its Idempotency-Key is executed once; there by default",
            "metrics", "health and metrics at /actuator, calls of use cases by outcome included",
            "openapi", "docs/openapi.yaml describes the API, is compared with the code, and is shown at /docs",
            "overload", "surplus requests are refused at once with 503",
            "security", "callers need tokens, and operations roles, once the configuration names an issuer",
            "web", "a page on which people search and reserve, without scripts"));
    private static final Set<String> BY_DEFAULT = Set.of("idempotency");

    /** The names in the template. */
    private static final Noun RESOURCE = new Noun("MeetingRoom", "MeetingRooms");
    private static final Noun RESERVATION = new Noun("RoomReservation", "RoomReservations");

    /**
     * The files of this project that a new service gets, as globs; "!" takes files out again, "@" is the directory of the base
     * package. Each glob has to match something.
     */
    private static final List<String> COPIED = List.of(
            "pom.xml", "{domain,application,bootstrap,adapters/postgres,adapters/rest}/pom.xml",
            ".mvn/*", ".gitignore", ".gitlab-ci.yml", "LICENSE",
            "{domain,application,bootstrap,adapters/postgres,adapters/rest}/src/main/java/@/*/kit/**",
            "adapters/security/pom.xml", "adapters/security/src/main/{java/@/security/kit,resources}/**",
            "adapters/security/src/test/java/@/security/kit/**",
            "adapters/web/pom.xml", "adapters/web/src/main/java/@/web/{WebConfiguration.java,kit/**}",
            "adapters/web/src/main/resources/@/web/{web.properties,assets/icon.svg,templates/layout.html,templates/parts.html,templates/error.html}",
            "adapters/web/src/test/java/@/web/kit/*.java", "bootstrap/src/{main,test}/java/@/bootstrap/pages/IdempotentForm*.java",
            "adapters/rest/src/main/java/@/rest/RestConfiguration.java", "adapters/rest/src/main/resources/**",
            "adapters/postgres/src/main/java/@/postgres/PostgresConfiguration.java",
            "adapters/postgres/src/main/resources/db/migration/V3__idempotency.sql",
            "bootstrap/src/main/resources/**",
            "domain/src/test/java/@/domain/kit/{KitFixtures,AccountIdTest,ViolationsTest}.java",
            "domain/src/test/java/@/domain/kit/time/{Period,PeriodLimits}Test.java",
            "application/src/test/java/@/application/{TestStore,kit/*}.java",
            "adapters/postgres/src/test/java/@/postgres/kit/*.java",
            "adapters/rest/src/test/java/@/rest/{RestApplication,kit/ProblemAssert,kit/RestTest,kit/StubPorts}.java",
            "adapters/rest/src/test/java/@/rest/kit/idempotency/InMemoryIdempotentCalls.java",
            "adapters/rest/src/test/resources/logback-test.xml",
            "adapters/rest/src/test/java/@/rest/kit/overload/OverloadFilterTest.java",
            "bootstrap/src/test/java/@/bootstrap/kit/{SettableClockConfiguration,SharedLogging,SignedTokens}.java",
            "bootstrap/src/test/java/@/bootstrap/kit/{database/DatabaseFailureAnalyzerTest,usecase/UuidCreatorIdGeneratorTest}.java",
            "bootstrap/src/test/java/@/bootstrap/architecture/{ArchitectureRules,ArchitectureRulesTest,ModuleDependenciesTest}.java",
            "bootstrap/src/test/java/fixture/**",
            "bootstrap/src/test/resources/{logback-test.xml,architecture/domain-that-knows-spring.xml}");

    /**
     * What a new service does without, so that it starts small: one of {@link #PARTS} unless that was chosen, everything else always.
     *
     * @param files which files that leaves out, as in {@link #COPIED}
     * @param cuts  what it leaves out of the others, copied or in the template
     */
    private record LeftOut(String name, List<String> files, Cut... cuts) {
    }

    private record Cut(String files, List<Edit> edits) {
    }

    private static final Pattern KIT_CLASS = Pattern.compile(".*/src/main/java/.*/kit/(?:.*/)?(\\w+)\\.java");
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?[\\w.]+\\.(\\w+);\n");
    private static final Pattern IMPORTS = Pattern.compile("(?m)^import .*$");
    private static final Pattern VOWEL = Pattern.compile("[AEIOaeio]");
    private static final Pattern NOT_A_WORD = Pattern.compile("\\W+");

    private static final String POM = "pom.xml";
    private static final String REST_POM = "adapters/rest/pom.xml";
    private static final String BOOTSTRAP_POM = "bootstrap/pom.xml";
    private static final String APPLICATION_YAML = "bootstrap/src/main/resources/application.yaml";
    private static final String REST_KIT = "adapters/rest/src/test/java/@/rest/kit/";
    private static final String USE_CASES = "application/src/main/java/@/application/roomreservation/";
    private static final String APPLICATION_TEST = "application/src/test/java/@/application/";
    private static final String PIPELINE = ".gitlab-ci.yml";
    private static final String BOOTSTRAP_TEST = "bootstrap/src/test/java/@/bootstrap/";
    private static final String ARCHITECTURE = BOOTSTRAP_TEST + "architecture/";
    private static final String README = "README.md";
    private static final String GUIDE = "AGENTS.md";
    private static final String JOURNEY = BOOTSTRAP_TEST + "JourneyIT.java";
    private static final String WEB_KIT = "adapters/web/src/main/java/@/web/kit/";
    private static final String TEMPLATES = "adapters/web/src/main/resources/@/web/templates/";
    private static final String PAGE_CONTROLLER = "adapters/web/src/main/java/@/web/roomreservation/RoomReservationPageController.java";
    private static final String PAGE_TEST = "adapters/web/src/test/java/@/web/roomreservation/RoomReservationPageControllerTest.java";
    private static final String CONTROLLER = "adapters/rest/src/main/java/@/rest/roomreservation/RoomReservationController.java";
    private static final String CONTROLLER_TEST = "adapters/rest/src/test/java/@/rest/roomreservation/RoomReservationControllerTest.java";
    private static final String DOCUMENT = "docs/openapi.yaml";
    private static final String OPENAPI_TEST = "adapters/rest/src/test/java/@/rest/OpenApiTest.java";

    private static final List<LeftOut> LEFT_OUT = List.of(
            module("security"),
            new LeftOut("security", List.of("adapters/security/**", "domain/src/{main,test}/java/@/domain/kit/AccountId*.java",
                    "bootstrap/src/test/java/@/bootstrap/{AccessIT,kit/SignedTokens}.java",
                    "docs/adr/0004-callers-are-known-by-tokens.md"),
                    cut(POM, dependency("bucket4j_jdk17-core")),
                    cut(APPLICATION_YAML, word("; another address needs the configuration of tokens")),
                    cut("bootstrap/src/main/java/@/bootstrap/FleetBookingApplication.java", word(" SecurityConfiguration.class,")),
                    cut(README, word(" unless it is configured"), section("With tokens"), line("adapters/security/  "),
                            line("Browsers send no tokens")),
                    cut(GUIDE, line("| run with tokens"), line("| `adapters/security` |"),
                            word(" The right to call it is a row in `Rights`, without which `AccessIT` fails.")),
                    cut(DOCUMENT, line("security: ["), chunk("  securitySchemes:"), line("Callers need a token only"))),
            new LeftOut("login", List.of("adapters/security/src/{main,test}/java/@/security/kit/{Login,CallerOfLogin}*.java",
                    "adapters/security/src/main/resources/@/security/kit/login.properties"),
                    cut("adapters/security/pom.xml", dependency("spring-boot-starter-security-oauth2-client")),
                    cut("adapters/security/src/main/java/@/security/kit/SecurityProperties.java", line("@param loginDuration"),
                            replace(",\n        @DefaultValue(\"8h\") Duration loginDuration)", ")"),
                            block("if (!loginDuration.isPositive())")),
                    cut("adapters/security/src/test/java/@/security/kit/SecurityPropertiesTest.java",
                            replace(",\n        \"login-duration, 0s, must be positive\"", "")),
                    cut(TEMPLATES + "layout.html", line("Spring Security sets"), line("fragment=\"logout\"")),
                    cut(TEMPLATES + "error.html", line("layout :: logout"))),
            module("web"),
            new LeftOut("web", List.of("adapters/web/**", "bootstrap/src/{main,test}/java/@/bootstrap/{pages/*,PageIT}.java"),
                    cut("bootstrap/src/main/java/@/bootstrap/FleetBookingApplication.java", word(" WebConfiguration.class,")),
                    cut(BOOTSTRAP_TEST + "AccessIT.java", line("A page is no operation"), line("operations.removeIf(")),
                    cut(README, chunk("The page at <http"), line("adapters/web/  ")),
                    cut(GUIDE, line("| `adapters/web` |"), chunk("**something on a page**"))),
            new LeftOut("scripts, a second language and roles on pages", List.of(
                    "adapters/web/src/main/java/@/web/kit/Permissions.java"),
                    cut(POM, dependency("htmx.org"), dependency("playwright")),
                    cut(BOOTSTRAP_POM, dependency("playwright")),
                    cut(PIPELINE, line("Debian has a Chromium"), line("amazoncorretto"), line("FLEET_BROWSER_REQUIRED"),
                            key("before_script")),
                    cut("adapters/web/pom.xml", dependency("htmx.org"), dependency("webjars-locator-lite")),
                    cut(WEB_KIT + "PagesConfiguration.java", word(", Locale.GERMAN"),
                            line("The library's path needs no version."), statement("addResourceHandler(\"/assets/webjars/**\")")),
                    cut(TEMPLATES + "layout.html", line("htmx-config"), line("htmx.min.js"), line("calendar.js")),
                    cut(TEMPLATES + "parts.html", chunk("fragment=\"bar\""), chunk("fragment=\"facts\"")),
                    cut(ARCHITECTURE + "ArchitectureRules.java", chunk("    THE_SCHEDULE_CAN_BE_LEFT_OUT {"))),
            module("ical"),
            new LeftOut("ical", List.of(),
                    cut(POM, dependency("ical4j"), dependency("biweekly")),
                    cut("adapters/rest/src/main/java/@/rest/kit/overload/OverloadFilter.java",
                            replace("{RequestConfiguration.API + \"/*\", \"/calendars/*\"}", "RequestConfiguration.API + \"/*\""))),
            module("mcp"),
            new LeftOut("mcp", List.of(),
                    cut(POM, element("mcp-sdk.version", ""), dependency("mcp-core"), dependency("mcp-json-jackson3")),
                    cut(APPLICATION_YAML, line("So is a message that its server"), key("io.modelcontextprotocol"))),
            new LeftOut("idempotency", List.of("**/kit/idempotency/{Idempot,InMemoryIdempot}*.java",
                    "bootstrap/src/main/java/@/bootstrap/kit/usecase/Housekeeping.java",
                    "adapters/postgres/src/main/resources/db/migration/V3__idempotency.sql",
                    "adapters/web/src/main/java/@/web/kit/SubmissionInProgress*.java",
                    "bootstrap/src/{main,test}/java/@/bootstrap/pages/IdempotentForm*.java"),
                    cut("adapters/rest/src/test/java/@/rest/RestApplication.java", method("IdempotentCalls idempotentCalls(")),
                    cut("adapters/rest/src/main/java/@/rest/kit/problem/CommonProblem.java", replace("""
                                    Retry-After, with the same Idempotency-Key; "
                                                        + "without a key, check first whether it was.");""", """
                                    Retry-After, but check first whether it was.");""")),
                    cut(APPLICATION_YAML, word(" or with the same key")),
                    cut(ARCHITECTURE + "ArchitectureRules.java", word("it is not applied with an Idempotency-Key; ")),
                    cut(CONTROLLER_TEST, method("void makesOnceForEachKey(")),
                    cut(JOURNEY, method("void aRetryWithTheSameKeyGetsTheFirstAnswerAndMakesNothing(")),
                    cut(BOOTSTRAP_TEST + "RaceIT.java",
                            method("void ofRequestsWithOneKeyExactlyOneIsExecutedAndAllGetItsAnswer(")),
                    cut(README, chunk("Any POST may carry")),
                    cut(GUIDE, word(" idempotency,")),
                    cut(WEB_KIT + "PageFailures.java", block("case SubmissionInProgressException _ ->"),
                            word("status == HttpStatus.CONFLICT || ")),
                    cut(TEMPLATES + "meeting-rooms.html", line("name=\"key\"")),
                    cut("adapters/web/src/main/resources/@/web/messages.properties", line("error.409")),
                    cut(PAGE_CONTROLLER, word(" IdempotentForms forms, IdGenerator ids,"), line("Only what was refused may"),
                            line("\"key\""),
                            replace("forms.once(form.submission(), () -> address(makeRoomReservation.make(command)))",
                                    "address(makeRoomReservation.make(command))")),
                    cut("adapters/web/src/test/java/@/web/WebApplication.java", method("IdGenerator ids("),
                            method("IdempotentForms forms(")),
                    cut(PAGE_TEST, method("void aFormThatIsSentTwiceReservesOnce("),
                            method("void everyFormIsAnotherOneUnlessItWasRefused("), word("\"key\", ")),
                    cut(BOOTSTRAP_TEST + "PageIT.java", method("void aFormThatIsSentTwiceReservesOnce(")),
                    cut(DOCUMENT, word("      parameters:\n        - $ref: \"#/components/parameters/IdempotencyKey\"\n"),
                            line("parameters/IdempotencyKey"), key("IdempotencyKey"), line("/request-in-progress"),
                            line("/idempotency-key-reused"), line("Any POST may carry")),
                    cut(OPENAPI_TEST, block("if (method.equals(\"POST\"))"))),
            new LeftOut("etag", List.of("adapters/rest/src/main/java/@/rest/kit/etag/**",
                    "domain/src/main/java/@/domain/kit/Revision.java",
                    "application/src/{main,test}/java/@/application/kit/Precondition*.java"),
                    cut(REST_KIT + "StubPorts.java",
                            replace("or fail as requested; a\n * precondition among the arguments, or in one of them, is verified "
                                    + "against the revision of the sample.", "or fail as requested."),
                            line("flatMap(StubPorts::preconditions)"), method("Stream<Precondition> preconditions("),
                            method("Revision revision(")),
                    cut(README, chunk("A room reservation has an `ETag`")),
                    cut(GUIDE, line("an entity tag |")),
                    cut(APPLICATION_TEST + "history/HistoryTest.java", word(", Precondition.NONE")),
                    cut(WEB_KIT + "Form.java", method("Precondition precondition("), method("String version(")),
                    cut(WEB_KIT + "idempotency/IdempotentForms.java", method("ModelAndView step(")),
                    cut("domain/src/main/java/@/domain/roomreservation/RoomReservation.java", method("Revision revision(")),
                    cut(USE_CASES + "CancelRoomReservation*.java", word(", Precondition precondition")),
                    cut(USE_CASES + "CancelRoomReservation.java",
                            replace("there is none with this id, what the precondition refuses, with", "there is none with this id, with")),
                    cut(USE_CASES + "CancelRoomReservationUseCase.java", line("precondition.verify(")),
                    cut(APPLICATION_TEST + "roomreservation/CancelRoomReservationTest.java", word(", Precondition.NONE"),
                            method("void anotherRevisionIsRefused(")),
                    cut(CONTROLLER, word(", Precondition precondition"), word(", precondition")),
                    cut("adapters/rest/src/main/java/@/rest/roomreservation/RoomReservationResponse.java",
                            line("@JsonIgnore Revision revision,"), line("roomReservation.revision(),"),
                            replace(")\n        implements Revisioned {", ") {")),
                    cut(CONTROLLER_TEST, method("void showsOnlyWhatIsNew("), method("void cancelsOnlyWhatTheCallerSaw(")),
                    cut(JOURNEY, method("void whoSawAnOlderStateIsRefused(")),
                    cut(DOCUMENT, line("parameters/IfMatch"), line("parameters/IfNoneMatch"), line("\"304\":"),
                            word("          headers:\n            ETag: {$ref: \"#/components/headers/ETag\"}\n"), key("ETag"),
                            key("IfMatch"), key("IfNoneMatch")),
                    cut(OPENAPI_TEST, block("if (Revisioned.class.isAssignableFrom(body.toClass()))"), replace("""
                                            } else if (type.resolve() == Precondition.class) {
                                                code.add(line(operation, "If-Match", "header", false, "string"));
                                    """, ""))),
            new LeftOut("history", List.of("**/history/*.java", "**/InMemoryEventRepository*.java",
                    "adapters/postgres/src/main/resources/db/migration/V3__create_event.sql"),
                    cut(USE_CASES + "{Make,Cancel}RoomReservationUseCase.java", word(" EventRepository events,"),
                            line("events.append(")),
                    cut(APPLICATION_TEST + "Ports.java", word(", EventRepository events")),
                    cut(APPLICATION_TEST + "RepositoryContract.java", method("EventRepository events(")),
                    cut(APPLICATION_TEST + "inmemory/InMemoryStore.java",
                            word(",\n                new InMemoryEventRepository(this)")),
                    cut(APPLICATION_TEST + "inmemory/Rows.java", line("List<Event> events"), line("copy.events.")),
                    cut(APPLICATION_TEST + "inmemory/Service.java", word(" ports.events(),")),
                    cut("adapters/postgres/src/test/java/@/postgres/PostgresAdapters.java",
                            word(",\n                CONTEXT.bean(EventRepository.class)")),
                    cut("adapters/rest/src/test/java/@/rest/Samples.java", line("Event EVENT"), line("Event.class")),
                    cut(BOOTSTRAP_TEST + "RaceIT.java", method("void manyCancellationsOfOneLeaveOneEvent(")),
                    cut("adapters/security/src/main/java/@/security/Rights.java", line("\"listRoomReservationEvents\"")),
                    cut(JOURNEY, method("void theHistorySaysWhatHappened(")),
                    cut(README, line("/events` | its history")),
                    cut(GUIDE, word(", `history`"), chunk("**a change of a room reservation**")),
                    cut(DOCUMENT, chunk("operationId: listRoomReservationEvents"), key("EventsResponse"), key("EventResponse"))),
            new LeftOut("overload", List.of("adapters/rest/src/{main,test}/java/@/rest/kit/overload/**"),
                    cut(REST_KIT + "RestTest.java", word(" \"fleet.max-concurrent-requests=2\",")),
                    cut(APPLICATION_YAML, key("max-concurrent-requests")),
                    cut(README, chunk("More than `fleet.max-concurrent-requests`"))),
            new LeftOut("metrics", List.of(
                    "bootstrap/src/main/java/@/bootstrap/kit/{metrics/**,database/DatabaseHealthConfiguration.java}",
                    "bootstrap/src/test/java/@/bootstrap/MetricsIT.java"),
                    cut(BOOTSTRAP_POM, dependency("spring-boot-starter-actuator"), dependency("micrometer-registry-prometheus")),
                    cut(BOOTSTRAP_TEST + "AccessIT.java", method("void metricsAreForTheAdmin(")),
                    cut(APPLICATION_YAML, key("management"), key("org.springframework.boot.jdbc.health")),
                    cut(README, chunk("`/actuator/health/readiness`"))),
            new LeftOut("the introduction for language models", List.of(),
                    cut(REST_POM, line("<include>llms.txt</include>")),
                    cut("adapters/rest/src/main/java/@/rest/kit/openapi/SwaggerUiConfiguration.java",
                            line("An introduction for language models"), line("/llms.txt")),
                    cut("adapters/security/src/main/java/@/security/kit/TokenConfiguration.java", word(" \"/llms.txt\","))),
            new LeftOut("openapi", List.of("adapters/rest/src/main/java/@/rest/kit/openapi/**",
                    "adapters/rest/src/main/resources/META-INF/**", DOCUMENT, OPENAPI_TEST,
                    "bootstrap/src/test/java/@/bootstrap/Contract.java"),
                    cut(BOOTSTRAP_TEST + "SystemTest.java", line("Contract.assertMetBy(")),
                    cut(BOOTSTRAP_TEST + "AccessIT.java", method("void theDescriptionNamesTheRolesOfTheTable("),
                            word(" && !controllers.endsWith(\".openapi\")")),
                    cut(README, chunk("`/docs` shows the API")),
                    cut(GUIDE, word(" It is described in `docs/openapi.yaml`; `OpenApiTest` says what is missing there."),
                            word("`OpenApiTest` that `docs/openapi.yaml` agrees with the code, ")),
                    cut(POM, dependency("swagger-ui"), dependency("openapi-request-validator-core")),
                    cut(REST_POM, replace("problem details, OpenAPI.", "problem details."), dependency("snakeyaml"),
                            dependency("swagger-ui"), dependency("webjars-locator-lite"),
                            dependency("openapi-request-validator-core"), element("build", "")),
                    cut(BOOTSTRAP_POM, dependency("openapi-request-validator-core")),
                    cut("{adapters/rest,bootstrap}/src/test/resources/logback-test.xml", line("The validator of"),
                            line("com.networknt.schema")),
                    cut(TEMPLATES + "parts.html", line("href=\"/docs\"")),
                    cut("adapters/web/src/main/resources/@/web/messages.properties", line("api=API"))),
            new LeftOut("money", List.of("{domain,adapters/rest}/src/main/java/@/*/kit/money/**",
                    "application/src/{main,test}/java/@/application/kit/MoneyInput*.java"),
                    cut("domain/src/test/java/@/domain/kit/KitFixtures.java", method("Money money(")),
                    cut(WEB_KIT + "Texts.java", method("String money("))),
            new LeftOut("values and tools that wait for their first use", List.of(
                    "domain/src/main/java/@/domain/kit/text/{EmailAddress,PhoneNumber,Reason}.java",
                    "domain/src/main/java/@/domain/kit/time/TimeZones.java", "domain/src/main/java/@/domain/kit/LifeCycle.java",
                    "application/src/main/java/@/application/kit/Repository.java",
                    "application/src/test/java/@/application/kit/AggregateRepositoryContract.java",
                    "adapters/postgres/src/test/java/@/postgres/kit/IsolatedTestDatabaseIT.java")),
            new LeftOut("a large bound in a regular expression, which is slow (ADR 0034); here V13 takes it out", List.of(),
                    cut("adapters/postgres/src/main/resources/db/migration/V3__idempotency.sql",
                            replace("'^[!-~]{1,64}$'", "'^[!-~]+$' AND length(key) <= 64"))),
            new LeftOut("coverage, mutation tests, faults, benchmark", List.of(),
                    cut(POM, element("profile", "<id>faults</id>"), element("profile", "<id>recipes</id>"),
                            element("profile", "<id>bench</id>"), element("profile", "<id>mutation</id>"),
                            element("jacoco.skip", ""), element("skipMutation", ""),
                            element("plugin", artifact("exec-maven-plugin")), element("plugin", artifact("jacoco-maven-plugin"))),
                    cut("{domain,application}/pom.xml", element("skipMutation", "")),
                    cut(BOOTSTRAP_POM, element("profiles", ""), element("plugin", artifact("jacoco-maven-plugin")),
                            line("<recipes.maven>"), line("<recipes.repository>")),
                    cut(PIPELINE, key("starter"), key("recipes"), word(",!NewServiceTest"), key("mutation"), key("reproducible"),
                            key("bill-of-materials"), key("vulnerabilities"), key("coverage"), line("jacoco-aggregate"),
                            word(" -Djacoco.skip=false"), word(", mutation"), word(" except mutation testing"),
                            line("with fewer rounds of those"), replace("runs all tests,", "runs all tests."), word(" -Pbench"),
                            line("The profile bench"), line("The next stage adds"), line("jacoco.exec"), line("umask"),
                            line("Jars record"))),
            new LeftOut("tests of this project alone", List.of(
                    "bootstrap/src/test/java/fixture/{occupanciesareclaimedbysql,theschedulecanbeleftout,callsstayinthethreadoftherequest}/**",
                    "bootstrap/src/test/java/fixture/**/{dealer,history,calendar}/*.java",
                    "bootstrap/src/test/java/fixture/**/{Hold*,PickUp,ModelYear,Price}.java"),
                    cut(POM, line("<module>starter</module>"), testJar("domain"),
                            replace("; .ci/reproducible compares them.", "."),
                            replace("Which cars are free from A to B, and for how much? A booking service that never promises a car twice.",
                                    "Which meeting rooms are free from A to B? A service that never promises a meeting room twice.")),
                    cut(REST_KIT + "StubPorts.java", word("SampleController.SAMPLES")),
                    cut("domain/pom.xml", element("build", "")),
                    cut("application/pom.xml", testJar("domain")),
                    cut("adapters/postgres/pom.xml", testJar("domain")),
                    cut(ARCHITECTURE + "ArchitectureRules.java", chunk("    CALLS_STAY_IN_THE_THREAD_OF_THE_REQUEST {"),
                            chunk("    OCCUPANCIES_ARE_CLAIMED_BY_SQL {"), method("Optional<String> tableOf("),
                            replace("Set.of(\"Dealer\", \"Car\", \"Booking\", \"MaintenanceWindow\")", "Set.of(\"Car\", \"Booking\")"),
                            replace(", and OpenApiTest fails if one changes", "")),
                    cut(ARCHITECTURE + "ArchitectureRulesTest.java",
                            method("void aTestClassThatRunsBesideOthersKeepsItsMethodsInOneThread("),
                            method("void aTestClassThatReadsTheOutputOfTheProcessDoesNotRunBesideOthers("),
                            method("boolean runsBesideOthers(")),
                    cut(ARCHITECTURE + "ModuleDependenciesTest.java",
                            replace("Set.of(\"bootstrap\", \"bench\", \"starter\").contains(module)", "module.equals(\"bootstrap\")"),
                            replace("All but the composition root and what is not shipped", "All but the composition root"),
                            method("void noModuleUsesJqwik("), method("void jqwikInTestsIsFound("), method("List<String> jqwik("))));

    /** What the copied fixtures and rules call the template's names. */
    private static final Replacements SPOKEN = new Replacements(Map.ofEntries(
            Map.entry("FleetRefusal", "RoomReservationRefusal"), Map.entry("FleetProblems", "RoomReservationProblems"),
            Map.entry("Car", "MeetingRoom"), Map.entry("Car car", "MeetingRoom meetingRoom"), Map.entry(".car", ".meetingroom"),
            Map.entry("Entity car", "Entity meetingRoom"), Map.entry("Repository cars", "Repository meetingRooms"),
            Map.entry(" cars.", " meetingRooms."), Map.entry("/car/", "/meetingroom/"), Map.entry("/cars/", "/meeting-rooms/"),
            Map.entry("Booking", "RoomReservation"), Map.entry(".booking", ".roomreservation"),
            Map.entry("/booking/", "/roomreservation/"),
            Map.entry("COMPACT", "LARGE"), Map.entry("IN_SERVICE", "OPEN"), Map.entry("B-AB 123", "North")));

    /** No prefixes of properties, because Spring Boot has them, and no names of the embedded database's role. */
    private static final Set<String> TAKEN_PREFIXES = Set.of(
            "debug", "java", "logging", "management", "none", "postgres", "public", "server", "spring", "user");

    /** Reserved in PostgreSQL (appendix C), so no names of tables. */
    private static final Set<String> RESERVED_IN_SQL = Set.of((
            "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column "
            + "concurrently constraint create cross default deferrable desc distinct do else end except false fetch for foreign "
            + "freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like "
            + "limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary "
            + "references returning right select session_user similar some symmetric table tablesample then to trailing true union "
            + "unique user using variadic verbose when where window with").split(" "));

    public static void main(String[] arguments) throws IOException {
        try {
            System.out.println(make(arguments));
        } catch (RefusedException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    /** Makes the service, and returns what to do next. */
    static String make(String... arguments) throws IOException {
        require(arguments.length >= 3, "%s", usage());
        var given = given(List.of(arguments).subList(3, arguments.length));
        var names = Names.of(arguments[0], arguments[1], given);
        var parts = parts(given);
        var folder = Path.of(arguments[2]);
        requireEmpty(folder);
        var project = project();
        var all = files(project);
        var template = template(project);
        var files = files(project, all, template, parts);
        var slice = new TreeMap<>(files);
        slice.keySet().retainAll(template.keySet());
        var renaming = names.renaming();
        refuseClashes(names, renaming, slice, kit(all));

        for (var file : files.entrySet()) {
            var target = folder.resolve(renaming.in(file.getKey()));
            Files.createDirectories(target.getParent());
            Files.writeString(target, renaming.in(file.getValue()));
            if (file.getValue().startsWith("#!")) {
                target.toFile().setExecutable(true, false);
            }
        }
        return """
                Made %s in %s: %d files. Next:

                  cd %s
                  git init
                  mvn verify              # all tests, about a minute
                  mvn spring-boot:run     # http://127.0.0.1:8080; README.md says what to try

                AGENTS.md says what to read before you change something.""".formatted(names.title(), folder, files.size(), folder);
    }

    // What it consists of

    /** All files, with the names of the template. */
    private static Map<String, String> files(Path project, List<Path> all, Map<String, String> template, Set<String> parts)
            throws IOException {
        var files = new TreeMap<>(template);
        for (var glob : COPIED) {
            for (var path : matching(glob, all, "copies")) {
                if (files.put(path, Files.readString(project.resolve(path))) != null) {
                    throw new DriftException(path + " is copied, but is in starter/template as well. Delete one of the two.");
                }
            }
        }
        var whole = files.keySet().stream().map(Path::of).toList();
        var leftOut = LEFT_OUT.stream().filter(part -> !parts.contains(part.name())).toList();
        for (var part : leftOut) {
            part.files().forEach(glob -> matching(glob, whole, "leaves out").forEach(files::remove));
        }
        for (var part : leftOut) {
            for (var cut : part.cuts()) {
                matching(cut.files(), whole, "cuts").forEach(path ->
                        cut.edits().forEach(edit -> files.computeIfPresent(path, (_path, text) -> edit.in(path, text))));
            }
        }
        files.replaceAll((path, text) -> path.endsWith(".java") ? withoutUnusedImports(text) : text);
        files.replaceAll((path, text) -> path.equals(POM) ? withoutUnusedVersions(text) : text);
        files.replaceAll((path, text) -> template.containsKey(path) ? text : aboutAnyService(text));
        var renamed = new TreeMap<String, String>();
        files.forEach((original, text) -> {
            // The template has V1 and V3.
            var path = original.replace("/migration/V3__idempotency", "/migration/V2__idempotency");
            var isSpoken = path.contains("/fixture/") || path.contains("/architecture/");
            renamed.put(isSpoken ? SPOKEN.in(aboutAnyService(path)) : path, isSpoken ? SPOKEN.in(text) : text);
        });
        return renamed;
    }

    private static Map<String, String> template(Path project) throws IOException {
        var root = project.resolve("starter/template");
        var files = new TreeMap<String, String>();
        for (var path : files(root)) {
            files.put(named(path), Files.readString(root.resolve(path)));
        }
        return files;
    }

    /** The names of the classes of the kit, those included that are left out. */
    private static Set<String> kit(List<Path> all) {
        return all.stream().map(path -> KIT_CLASS.matcher(named(path))).filter(Matcher::matches).map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path root) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.getFileName().toString().matches("target|data|\\.git|\\.idea")
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String named(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<String> matching(String glob, List<Path> paths, String verb) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("@", "dev/fleetbooking"));
        var found = paths.stream().filter(matcher::matches).map(NewService::named).toList();
        if (found.isEmpty()) {
            throw new DriftException("The starter %s %s, but there is no such file any more.".formatted(verb, glob));
        }
        return found;
    }

    /** Decisions of this project are not those of the new one, and what it says of itself is said of any service. */
    private static String aboutAnyService(String text) {
        return text.replaceAll("docs/(adr|recipes)/[\\w/-]+\\.md", "AGENTS.md").replaceAll(" \\(ADR \\d{4}\\)|, (see )?ADR \\d{4}", "")
                .replaceAll("(?<=[Tt]he )fleet\\b", "service").replace("OF_THE_FLEET", "OF_THE_SERVICE")
                .replace("OfTheFleet", "OfTheService").replace("ofthefleet", "oftheservice");
    }

    private static String withoutUnusedImports(String java) {
        var used = NOT_A_WORD.splitAsStream(IMPORTS.matcher(java).replaceAll("")).collect(Collectors.toSet());
        return IMPORT.matcher(java).replaceAll(found -> used.contains(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private static String withoutUnusedVersions(String pom) {
        return Pattern.compile("\n *<([\\w.-]+\\.version)>[^<]*</\\1>").matcher(pom).replaceAll(found ->
                found.group(1).equals("java.version") || pom.contains("${" + found.group(1) + "}")
                        ? Matcher.quoteReplacement(found.group()) : "");
    }

    // Cuts

    /** Changes a file that is copied; it fails if that file does not contain any more what it changes. */
    private record Edit(String what, UnaryOperator<String> change) {

        String in(String path, String text) {
            var changed = change.apply(text);
            if (changed.equals(text)) {
                throw new DriftException("The starter cuts %s in %s, but it is not there any more.".formatted(what, path));
            }
            return changed;
        }
    }

    private static Cut cut(String files, Edit... edits) {
        return new Cut(files, List.of(edits));
    }

    /** The part is a module of this name; its other files and what uses it are entries of their own. */
    private static LeftOut module(String name) {
        return new LeftOut(name, List.of(),
                cut(POM, element("module", "adapters/" + name), dependency(name)),
                cut(BOOTSTRAP_POM, dependency(name)),
                cut(ARCHITECTURE + "ModuleDependenciesTest.java", line("\"adapters/" + name + "\", List.of")));
    }

    private static Edit replace(String old, String replacement) {
        return new Edit("\"" + old + "\"", text -> text.replace(old, replacement));
    }

    private static Edit word(String old) {
        return replace(old, "");
    }

    /** The line that contains this. */
    private static Edit line(String part) {
        return new Edit("the line with " + part, text -> text.replaceAll("(?m)^.*" + Pattern.quote(part) + ".*\n", ""));
    }

    /** The method whose first line contains this, with its annotations and its comment. */
    private static Edit method(String part) {
        var pattern = Pattern.compile(
                "(?<=\n)\n(?: +\\S.*\n)*? +.*" + Pattern.quote(part) + ".*\n(?:.*\n)*?    }\n");
        return new Edit("the method " + part, text -> pattern.matcher(text).replaceAll(""));
    }

    /** The block whose first line is this, with its closing brace. */
    private static Edit block(String first) {
        var pattern = Pattern.compile("(?m)^( *)" + Pattern.quote(first) + " \\{\n(?:.*\n)*?\\1}\n");
        return new Edit("the block " + first, text -> pattern.matcher(text).replaceAll(""));
    }

    /** A section of a document with its title. */
    private static Edit section(String title) {
        var pattern = Pattern.compile("(?ms)^## " + Pattern.quote(title) + "\n.*?(?=^## )");
        return new Edit("the section " + title, text -> pattern.matcher(text).replaceAll(""));
    }

    /** The statement whose first line contains this. */
    private static Edit statement(String part) {
        var pattern = Pattern.compile("(?m)^.*" + Pattern.quote(part) + "(?:.*\n)*?.*;\n");
        return new Edit("the statement " + part, text -> pattern.matcher(text).replaceAll(""));
    }

    /** What stands between two blank lines and contains this, such as a paragraph. */
    private static Edit chunk(String part) {
        return new Edit("the part with " + part, text -> {
            var end = text.stripTrailing().endsWith("}") ? "\n}\n" : "";
            return Stream.of(text.substring(0, text.length() - end.length()).split("\n\n"))
                    .filter(chunk -> !chunk.contains(part)).collect(Collectors.joining("\n\n", "", end));
        });
    }

    /** The elements of an XML document that contain this, with the comment before them. */
    private static Edit element(String name, String part) {
        var inner = "(?:(?!</?" + name + ">).)*?";
        var pattern = Pattern.compile(
                "\n *(?:<!--(?:(?!-->).)*-->\\s*)?<" + name + ">" + inner + Pattern.quote(part) + inner + "</" + name + ">", Pattern.DOTALL);
        return new Edit("<" + name + "> " + part, text -> pattern.matcher(text).replaceAll("").replaceAll("\n{3,}", "\n\n")
                .replace("\n\n</project>", "\n</project>"));
    }

    private static Edit dependency(String artifact) {
        return element("dependency", artifact(artifact));
    }

    private static Edit testJar(String artifact) {
        return new Edit("the test-jar of " + artifact, text -> Pattern.compile(
                "\n *<dependency>\\s*<groupId>[\\w.]+</groupId>\\s*" + artifact(artifact)
                        + "(?:(?!</dependency>).)*<type>test-jar</type>(?:(?!</dependency>).)*</dependency>", Pattern.DOTALL)
                .matcher(text).replaceAll(""));
    }

    private static String artifact(String id) {
        return "<artifactId>" + id + "</artifactId>";
    }

    /** A key of a YAML document with the comment before it and all below it; its indentation does not matter. */
    private static Edit key(String name) {
        var pattern = Pattern.compile(
                "(?m)(?:^ *#.*\n)*^( *)" + Pattern.quote(name) + ":.*\n(?:\\1(?: +|- ?).*\n|\n(?=\\1 ))*(?:\n(?=\\S))?");
        return new Edit("the key " + name, text -> pattern.matcher(text).replaceAll(""));
    }

    // Options

    private static String usage() {
        return PARTS.entrySet().stream().map(part -> "%n  %-15s%s".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining("", USAGE, ""));
    }

    /** The options by name. */
    private static Map<String, String> given(List<String> arguments) {
        var given = new LinkedHashMap<String, String>();
        for (var at = 0; at < arguments.size(); at += 2) {
            var name = arguments.get(at);
            require(Set.of("--resource", "--reservation", "--with", "--without").contains(name), "%s is not known.%n%n%s", name, usage());
            require(at + 1 < arguments.size(), "%s needs a value.%n%n%s", name, usage());
            require(given.put(name, arguments.get(at + 1)) == null, "%s is given twice.", name);
        }
        return given;
    }

    /** The parts that the new service has. */
    private static Set<String> parts(Map<String, String> given) {
        var with = parts(given.get("--with"));
        var without = parts(given.get("--without"));
        with.stream().filter(without::contains).forEach(part -> require(false, "%s is in --with and in --without.", part));
        return PARTS.keySet().stream().filter(part -> with.contains(part) || BY_DEFAULT.contains(part) && !without.contains(part))
                .collect(Collectors.toSet());
    }

    private static List<String> parts(String list) {
        var parts = list == null ? List.<String>of() : List.of(list.split(",", -1));
        parts.forEach(part -> require(PARTS.containsKey(part),
                "\"%s\" is no part that can be chosen; the parts are %s. Anything else can be taken from this project later.",
                part, String.join(", ", PARTS.keySet())));
        return parts;
    }

    // Names

    /** A noun in camel case, with its plural. */
    record Noun(String one, String many) {

        /** "Room/Rooms". */
        static Noun of(String option, String text) {
            var parts = text.split("/", -1);
            require(parts.length == 2 && Stream.of(parts).allMatch(part -> part.matches("([A-Z][a-z0-9]+)+") && part.length() <= 24),
                    "%s must be a noun in camel case and its plural, such as Room/Rooms, with at most 24 letters each, not %s.",
                    option, text);
            var noun = new Noun(parts[0], parts[1]);
            require(!noun.one().equals(noun.many()), "%s needs a plural that differs: %s.", option, text);
            require(noun.all().stream().noneMatch(SourceVersion::isKeyword), "%s is a keyword of Java; choose another name.", noun.one());
            require(!RESERVED_IN_SQL.contains(ways(noun.one()).get(3)),
                    "%s is reserved in SQL and cannot be a table; choose another name.", noun.one());
            return noun;
        }

        /** The ways to write it in code. */
        Set<String> all() {
            return Stream.of(one, many).flatMap(form -> ways(form).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private static List<String> ways(String form) {
            var words = form.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
            var lower = words.toLowerCase(Locale.ROOT);
            return List.of(
                    form, form.substring(0, 1).toLowerCase(Locale.ROOT) + form.substring(1), lower.replace(" ", ""),
                    lower.replace(' ', '_'), lower.replace(' ', '-'), lower, lower.replace(' ', '_').toUpperCase(Locale.ROOT),
                    lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }

        /** What each way to write the other noun becomes. */
        private void replace(Noun other, Map<String, String> replacements) {
            for (var forms : List.of(List.of(other.many, many), List.of(other.one, one))) {
                var from = ways(forms.get(0));
                var to = ways(forms.get(1));
                for (var way = 0; way < from.size(); way++) {
                    replacements.put(from.get(way), to.get(way));
                }
            }
        }
    }

    /** The names of the new service. */
    record Names(String root, String title, Noun resource, Noun reservation) {

        static Names of(String root, String title, Map<String, String> given) {
            require(SourceVersion.isName(root) && root.matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+"),
                    "The package must be two or more words of small letters and digits, none a keyword of Java, with dots between "
                            + "them, not %s.", root);
            require(!root.matches("(javax?|fixture)\\..*"), "The package must not begin with java, javax or fixture.");
            var prefix = root.substring(root.lastIndexOf('.') + 1);
            require(!TAKEN_PREFIXES.contains(prefix), "The package must not end in %s, a prefix of properties that is taken.", prefix);
            require(title.matches("[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*"),
                    "The title must be words of letters and digits that begin with a capital, such as \"Room Booking\", not \"%s\".", title);
            var resource = Noun.of("--resource", given.getOrDefault("--resource", withPlural(title)));
            var reservation = Noun.of("--reservation", given.getOrDefault("--reservation", "Reservation/Reservations"));
            require(resource.all().stream().noneMatch(reservation.all()::contains),
                    "The resource and the reservation must have different names, not %s and %s.", resource.one(), reservation.one());
            return new Names(root, title, resource, reservation);
        }

        /** "Meeting Room Booking" is about meeting rooms. */
        private static String withPlural(String title) {
            var one = Stream.of(title.replaceFirst(" \\w+$", "").split(" "))
                    .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining());
            return one + "/" + (one.matches(".*(s|x|z|ch|sh)") ? one + "es"
                    : one.matches(".*[^aeiou]y") ? one.replaceFirst("y$", "ies") : one + "s");
        }

        Replacements renaming() {
            var prefix = root.substring(root.lastIndexOf('.') + 1);
            var replacements = new LinkedHashMap<String, String>();
            replacements.put("dev.fleetbooking", root);
            replacements.put("dev/fleetbooking", root.replace('.', '/'));
            replacements.put("Fleet Booking", title);
            replacements.put("FleetBooking", title.replace(" ", ""));
            replacements.put("fleet-booking", title.toLowerCase(Locale.ROOT).replace(' ', '-'));
            replacements.put("FLEET_", prefix.toUpperCase(Locale.ROOT) + "_");
            replacements.put("fleet_", prefix + "_");
            replacements.put("fleet", prefix);
            resource.replace(RESOURCE, replacements);
            reservation.replace(RESERVATION, replacements);
            return new Replacements(replacements);
        }
    }

    /** Of texts by others, in one pass, so that nothing is replaced twice. "a" becomes "an" where that is right. */
    private static final class Replacements {

        private final Map<String, String> replacements;
        private final Pattern any;

        /** Longer texts first. Most places are passed over by their first letter. */
        Replacements(Map<String, String> replacements) {
            this.replacements = replacements;
            var first = replacements.keySet().stream().map(text -> Pattern.quote(text.substring(0, 1))).distinct();
            var texts = replacements.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote);
            any = Pattern.compile("(\\b[Aa] )?(?=[%s])(%s)".formatted(
                    first.collect(Collectors.joining()), texts.collect(Collectors.joining("|"))));
        }

        String in(String text) {
            return any.matcher(text).replaceAll(found -> {
                var replacement = replacements.get(found.group(2));
                var article = found.group(1) == null ? "" : found.group(1);
                return Matcher.quoteReplacement(
                        (VOWEL.matcher(replacement).lookingAt() ? article.replace(" ", "n ") : article) + replacement);
            });
        }
    }

    // What is refused

    /** A class that the slice uses by its simple name, or a variable in it, must not get a second meaning. */
    private static void refuseClashes(Names names, Replacements renaming, Map<String, String> slice, Set<String> kit) {
        var without = new LinkedHashMap<String, String>();
        new Noun(" ", " ").replace(RESOURCE, without);
        new Noun(" ", " ").replace(RESERVATION, without);
        var others = new Replacements(without);
        var taken = new LinkedHashSet<>(kit);
        slice.forEach((path, text) -> {
            if (path.endsWith(".java")) {
                var code = text.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", " ");
                taken.addAll(List.of(NOT_A_WORD.split(others.in(code))));
            }
        });
        for (var noun : List.of(names.resource(), names.reservation())) {
            for (var name : noun.all()) {
                require(!taken.contains(name) && !isInJavaLang(name),
                        "%s cannot be a name here, because the code uses %s for something else; choose another name.", noun.one(), name);
            }
        }
        var classes = slice.keySet().stream().filter(path -> path.contains("/main/")).map(renaming::in)
                .map(path -> path.replaceAll(".*/", "")).toList();
        require(classes.stream().distinct().count() == classes.size(),
                "%s and %s would give two classes the same name; choose others.", names.resource().one(), names.reservation().one());
    }

    private static boolean isInJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            require(Files.isDirectory(folder), "%s is not a folder.", folder);
            try (var entries = Files.list(folder)) {
                require(entries.findAny().isEmpty(), "%s is not empty; name a folder that is, or does not exist yet.", folder);
            }
        }
    }

    private static void require(boolean kept, String rule, Object... details) {
        if (!kept) {
            throw new RefusedException(rule.formatted(details));
        }
    }

    /** The arguments are refused; the message says why. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** This project has changed, and the starter was not changed with it. */
    static final class DriftException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DriftException(String message) {
            super(message + " Correct COPIED or LEFT_OUT in starter/NewService.java, see ADR 0051.");
        }
    }

    /** The directory of this project: the launcher compiles this file where it is. */
    private static Path project() {
        try {
            var here = Path.of(NewService.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath();
            return Stream.iterate(here, path -> path != null, Path::getParent)
                    .filter(path -> Files.isDirectory(path.resolve("starter/template"))).findFirst().orElseThrow();
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
