import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The starter still makes a service from what this project has become. Compiles one with its tests, of which those of its domain and use
 * cases run; {@code -Dthorough} builds four with all tests, and compiles each combination of parts.
 */
class NewServiceTest {

    private static final Path MADE = Path.of("target", "made");
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final List<String> ROOMS = List.of("org.example.rooms", "Room Booking");
    private static final List<String> LEAST = List.of("org.example.least", "Room Booking");
    private static final List<String> WHOLE = List.of("org.example.whole", "Room Booking");
    private static final List<String> DOCUMENT = List.of("org.example.document", "Event Booking");
    private static final List<String> BOATS = List.of("com.acme.canal.boats", "Canal Trips");
    private static final String[] BOAT_NAMES = {"--resource", "CanalBoat/CanalBoats", "--reservation", "BoatTrip/BoatTrips"};

    /** Those of the kit run in this project as well; those of the adapters and of the whole start a context of Spring or PostgreSQL. */
    private static final String[] TESTS_OF_DOMAIN_AND_USE_CASES = {
        "test", "-Dtest=**/domain/**/*Test,**/application/**/*Test,!**/kit/**", "-Dsurefire.failIfNoSpecifiedTests=false",
        // In the process of Maven, for which only one module at a time may be tested, instead of one process for each module.
        "-DforkCount=0", "--threads", "1"};

    private static final String WHAT_TO_DO = """
            %s
            The service that starter/NewService.java made from this project is not right: %s shows it.
            It consists of the kit and the poms of this project, of which COPIED and LEFT_OUT in starter/NewService.java say what is
            taken, and of starter/template. If this project has changed on purpose, change these with it; docs/adr/0051 has the reasons""";

    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)fleet|dealer|\\bcars?\\b|(?-i:(?<![a-z])Car(?=[A-Z]))|\\brooms?\\b|meeting.?room|reservation|ADR 00(0[4-9]|[1-9]\\d)");

    @TempDir
    Path empty;

    @Test
    void whatItMakesByDefaultBuilds() throws Exception {
        build(make("rooms", ROOMS));
    }

    @Test
    @Tag("thorough")
    void whatItMakesWithoutAnyPartBuilds() throws Exception {
        build(make("least", LEAST, parts(Set.of())));
    }

    /** From the document of the API and the page, what belongs to the other parts has to be cut; the tests of both find what is left. */
    @Test
    void whatItMakesWithTheDocumentAndThePageBuildsAndMayUseANameOfAPartThatIsLeftOut() throws Exception {
        var folder = make("document", DOCUMENT, parts(Set.of("openapi", "web")));

        assertThat(folder.resolve("domain/src/main/java/org/example/document/domain/event/Event.java")).exists();
        if (THOROUGH) {
            build(folder);
        }
    }

    @Test
    @Tag("thorough")
    void eachCombinationOfPartsCompiles() throws Exception {
        var whole = make("whole", WHOLE, parts(NewService.PARTS.keySet()));
        maven(whole, "test-compile", "dependency:build-classpath", "-Dmdep.outputFile=target/classpath");
        // Without the classes of its modules, which would hide what a combination lacks.
        var libraries = Stream.of(Files.readString(whole.resolve("bootstrap/target/classpath")).split(File.pathSeparator))
                .filter(path -> !Path.of(path).startsWith(whole.toAbsolutePath())).collect(Collectors.joining(File.pathSeparator));
        combinations().parallelStream().forEach(parts -> {
            try {
                var folder = make("combinations/with-" + String.join("-", parts), ROOMS, parts(parts));
                compile(folder, libraries);
                delete(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Test
    void otherNamesTakeThePlaceOfThoseOfThisProjectAndItsTemplateInEachWayThatCodeWritesThem() throws Exception {
        var folder = make("boats", BOATS, Stream.of(BOAT_NAMES, parts(NewService.PARTS.keySet())).flatMap(Stream::of).toArray(String[]::new));
        var all = texts(folder);

        var foreign = all.entrySet().stream()
                .flatMap(file -> Stream.concat(Stream.of(file.getKey()), file.getValue().lines())
                        .filter(FOREIGN.asPredicate()).map(line -> file.getKey() + ": " + line.strip()))
                .toList();
        assertThat(foreign).as(WHAT_TO_DO, "Names that do not belong in another service:", folder).isEmpty();
        assertThat(all.keySet()).contains(
                "domain/src/main/java/com/acme/canal/boats/domain/canalboat/CanalBoat.java",
                "application/src/main/java/com/acme/canal/boats/application/boattrip/MakeBoatTripUseCase.java",
                "adapters/postgres/src/main/resources/db/migration/V1__create_canal_boat_and_boat_trip.sql",
                "bootstrap/src/main/java/com/acme/canal/boats/bootstrap/CanalTripsApplication.java");
        assertThat(String.join("\n", all.values())).contains(
                "\"/api/v1/boat-trips\"", "\"/canal-boats\"", "CREATE TABLE canal_boat (", "CONSTRAINT boat_trip_no_overlap",
                "CANAL_BOAT_UNAVAILABLE", "canalBoatId", "existing canal boat", "BOATS_TEST_DATABASE_URL",
                "boats.web.allowed-hosts", "<artifactId>canal-trips</artifactId>", "<name>Canal Trips</name>", "# Canal Trips");
        if (THOROUGH) {
            build(folder);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rooms             | Room Booking |                                           | package
            org.example.new   | Room Booking |                                           | package
            Org.Example       | Room Booking |                                           | package
            java.rooms        | Room Booking |                                           | must not begin
            org.example.spring| Room Booking |                                           | must not end in spring
            org.example.rooms | room booking |                                           | title
            org.example.rooms | Room <b>     |                                           | title
            org.example.rooms | Room Booking | --resource Room                           | plural
            org.example.rooms | Room Booking | --resource room/rooms                     | camel case
            org.example.rooms | Room Booking | --resource Sheep/Sheep                    | plural that differs
            org.example.rooms | Room Booking | --resource Class/Classes                  | keyword
            org.example.rooms | Room Booking | --resource User/Users                     | reserved in SQL
            org.example.rooms | Room Booking | --resource Period/Periods                 | Period for something else
            org.example.rooms | Room Booking | --resource Money/Moneys                   | Money for something else
            org.example.rooms | Room Booking | --reservation Record/Records               | Record for something else
            org.example.rooms | Room Booking | --reservation Start/Starts                | start for something else
            org.example.rooms | Room Booking | --resource Room/Rooms --reservation Room/Rooms | different names
            org.example.rooms | Room Booking | --resource Event/Events --with history   | Event for something else
            org.example.rooms | Room Booking | --size 3                                  | --size is not known
            org.example.rooms | Room Booking | --with sauna                              | "sauna" is no part
            org.example.rooms | Room Booking | --with etag,                              | the parts are etag, history
            org.example.rooms | Room Booking | --without idempotency --without etag      | --without is given twice
            org.example.rooms | Room Booking | --with etag --without metrics,etag        | etag is in --with and in --without
            org.example.rooms | Room Booking | --resource                                | needs a value
            """)
    void whatCannotBeMadeIsRefusedAndNothingIsWritten(String root, String title, String options, String reason) throws Exception {
        var folder = empty.resolve("new");
        var arguments = new ArrayList<>(List.of(root, title, folder.toString()));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ")));
        }

        assertThatThrownBy(() -> NewService.make(arguments.toArray(String[]::new)))
                .isInstanceOf(NewService.RefusedException.class).hasMessageContaining(reason);
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderWithFilesIsRefusedAndStaysAsItIs() throws Exception {
        var file = Files.writeString(empty.resolve("mine"), "mine");

        assertThatThrownBy(() -> NewService.make("org.example.rooms", "Room Booking", empty.toString()))
                .isInstanceOf(NewService.RefusedException.class).hasMessageContaining("is not empty");
        assertThat(empty).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void withoutArgumentsItSaysHowItIsUsed() {
        assertThatThrownBy(NewService::make).hasMessageStartingWith("usage: java starter/NewService.java");
    }

    private static Path make(String folder, List<String> names, String... options) throws IOException {
        var target = MADE.resolve(folder);
        if (Files.exists(target)) {
            delete(target);
        }
        NewService.make(Stream.concat(
                Stream.of(names.get(0), names.get(1), target.toString()), Stream.of(options)).toArray(String[]::new));
        return target;
    }

    private static void delete(Path folder) throws IOException {
        try (var old = Files.walk(folder)) {
            for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void build(Path folder) throws Exception {
        maven(folder, THOROUGH ? new String[] {"verify"} : TESTS_OF_DOMAIN_AND_USE_CASES);
        assertThat(folder.resolve("application/target/surefire-reports")).as("tests that ran").isNotEmptyDirectory();
    }

    /**
     * Runs the same Maven, with the same repository and the same PostgreSQL, on the JDK of this test, with which it compiles fastest. The
     * folder is named like the last part of the package.
     */
    private static void maven(Path folder, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(), "--batch-mode", "--quiet",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local")));
        command.addAll(List.of(arguments));
        if (System.getProperty("offline").endsWith("true")) {
            command.add("--offline");
        }
        var process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var prefix = folder.getFileName().toString().toUpperCase(Locale.ROOT);
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("FLEET_TEST_DATABASE_")) {
                process.environment().put(name.replaceFirst("FLEET", prefix), value);
            }
        });
        var log = folder.resolveSibling(folder.getFileName() + ".log");
        var maven = process.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        var status = maven.waitFor();

        var errors = Files.readAllLines(log).stream().filter(line -> line.startsWith("[ERROR]")).limit(20)
                .collect(Collectors.joining("\n"));
        assertThat(status).as(WHAT_TO_DO, errors, log).isZero();
    }

    /** The options that ask for these parts and no others. */
    private static String[] parts(Set<String> parts) {
        var others = new TreeSet<>(NewService.PARTS.keySet());
        others.removeAll(parts);
        return Stream.of(parts.isEmpty() ? "" : "--with " + String.join(",", parts), others.isEmpty() ? "" : "--without " + String.join(",", others))
                .filter(option -> !option.isEmpty()).flatMap(option -> Stream.of(option.split(" "))).toArray(String[]::new);
    }

    private static List<Set<String>> combinations() {
        var combinations = new ArrayList<Set<String>>(List.of(Set.of()));
        NewService.PARTS.keySet().forEach(part -> combinations.addAll(combinations.stream().map(others -> {
            var more = new TreeSet<>(others);
            more.add(part);
            return more;
        }).toList()));
        return combinations;
    }

    /** All modules with their tests, at once. Nothing is generated, which would take as long again. */
    private static void compile(Path folder, String libraries) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null); var paths = Files.walk(folder)) {
            var sources = files.getJavaFileObjectsFromPaths(paths.filter(path -> path.toString().endsWith(".java")).toList());
            var options = List.of("-proc:none", "-Xlint:all,-processing,-serial", "-cp", libraries);
            ((JavacTask) compiler.getTask(errors, files, null, options, null, sources)).analyze();
            assertThat(errors.toString()).as(WHAT_TO_DO, errors, folder).isEmpty();
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString();
                if (!path.contains("target/") && !path.equals("LICENSE")) {
                    texts.put(path, Files.readString(file));
                }
            }
        }
        return texts;
    }
}
