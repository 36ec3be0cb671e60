package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.security.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of {@code docs/openapi.yaml}, called by everybody, on what is its own, on what is somebody else's and on what
 * does not exist: the answer is what {@link Rights} and the owner say, and no answer names what the caller may not know of.
 */
@WhatToDo("docs/recipes/add-an-operation.md has the steps of an operation")
class RightsIT extends SecuredServiceTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T09:00:00Z");
    private static final String PERIOD = "from=%s&to=%s".formatted(START, END);

    /** Every caller, with its role; those without a valid token have none. Which tokens are valid: {@link AuthenticationIT}. */
    private enum Who {
        NOBODY(null), INVALID(null), CUSTOMER(Role.CUSTOMER), STAFF(Role.DEALER_STAFF), ADMIN(Role.FLEET_ADMIN);

        private final Role role;

        Who(Role role) {
            this.role = role;
        }
    }

    /** What belongs to one dealer, and the booking of one customer there. */
    private record Things(String dealer, String car, String booking, String window, String email) {

        boolean isKnown(String id, Who caller, Things own) {
            return switch (caller.role) {
                case null -> false;
                case FLEET_ADMIN -> true;
                case DEALER_STAFF -> this == own;
                case CUSTOMER -> this == own || id.equals(dealer) || id.equals(car);
            };
        }
    }

    private record Operation(String method, String path, String id, JsonNode description) {

        boolean takes(String parameter) {
            return description.path("parameters").valueStream().anyMatch(found -> found.path("name").asString("").equals(parameter)
                    || found.path("$ref").asString("").toLowerCase().endsWith("/" + parameter.toLowerCase()));
        }
    }

    private record Expected(Set<Integer> statuses) {

        private static final Expected UNAUTHENTICATED = new Expected(Set.of(401));
        private static final Expected FORBIDDEN = new Expected(Set.of(403));
        private static final Expected NOT_FOUND = new Expected(Set.of(404));
        private static final Expected NO_SUCH_CAR = new Expected(Set.of(422));

        /** The use case decides; its refusals depend on the state. */
        private static final Expected REACHED = new Expected(Set.of(200, 201, 409));
    }

    private final Map<Who, Api> clients = new HashMap<>();
    private Things own;
    private Things foreign;
    private Things unknown;

    @BeforeEach
    void giveTwoDealersTheSame() {
        own = things("ada");
        foreign = things("eve");
        unknown = new Things(id(), id(), id(), id(), "");
        clients.put(Who.NOBODY, nobody);
        clients.put(Who.INVALID, nobody.with(tokens.signedByAnotherKey(tokens.claims("ada", Map.of("roles", List.of("fleet-admin"))))));
        clients.put(Who.CUSTOMER, nobody.with(tokens.customer("ada")));
        clients.put(Who.STAFF, nobody.with(tokens.staff(own.dealer)));
        clients.put(Who.ADMIN, admin);
    }

    private Things things(String account) {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var window = fleet.plan(car, "2027-05-01T09:00:00Z", "2027-05-02T09:00:00Z").expect(201).id();
        var booking = """
                {"carId": "%s", "customer": {"name": "%s", "email": "%s@example.org"}, "start": "%s", "end": "%s"}
                """.formatted(car, account, account, START, END);
        var booked = nobody.with(tokens.customer(account)).post("/bookings", booking).expect(201).id();
        return new Things(dealer, car, booked, window, account + "@example.org");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void everyOperationIsAnsweredAsTheTableSays() {
        var faults = new ArrayList<String>();
        for (var operation : operations()) {
            for (var who : Who.values()) {
                // Whoever is nobody is refused before anything is looked up.
                for (var target : who.role == null ? List.of(own) : List.of(own, foreign, unknown)) {
                    call(operation, who, target).ifPresent(faults::add);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Spring MVC answers it where there is a GET. */
    @Test
    void headNeedsTheSameRightsAsGet() {
        for (var operation : operations()) {
            if (operation.method.equals("get") && !roles(operation).equals(Rights.PUBLIC)) {
                assertThat(nobody.raw("HEAD", path(operation, own), null).status()).as(operation.id).isEqualTo(401);
                var denied = !roles(operation).contains(Role.CUSTOMER);
                assertThat(clients.get(Who.CUSTOMER).raw("HEAD", path(operation, own), null).status() == 403)
                        .as(operation.id).isEqualTo(denied);
            }
        }
    }

    @Test
    void theTableNamesTheDocumentedOperationsAndNoOthers() {
        assertThat(operations()).extracting(Operation::id).containsExactlyInAnyOrderElementsOf(Rights.TABLE.keySet());
    }

    @Test
    void theDescriptionNamesTheRolesOfTheTable() {
        for (var operation : operations()) {
            var roles = Stream.of(Role.values()).filter(Rights.TABLE.get(operation.id)::contains).map(Role::label).toList();
            assertThat(operation.description.path("security").toString()).as(operation.id).isEqualTo(roles.isEmpty()
                    ? "[]" : "[{\"token\":[\"%s\"]}]".formatted(String.join("\",\"", roles)));
        }
    }

    private Optional<String> call(Operation operation, Who who, Things target) {
        var path = path(operation, target);
        var body = operation.description.path("requestBody").path("required").asBoolean(false) ? body(operation, target) : null;
        var answer = clients.get(who).raw(operation.method.toUpperCase(), path, body, "If-Match", "*");
        var expected = expected(operation, who, target);
        var told = Stream.of(own, foreign)
                .flatMap(things -> Stream.of(things.dealer, things.car, things.booking, things.window, things.email)
                        .filter(secret -> !things.isKnown(secret, who, own)))
                .filter(secret -> !path.contains(secret) && answer.http().body().contains(secret))
                .toList();
        if (!(answer.status() == 401 && roles(operation).equals(Rights.PUBLIC))) { // A bad token is refused even where none is needed.
            Api.assertMeetsContract(operation.method.toUpperCase(), path, answer);
        }
        return expected.statuses.contains(answer.status()) && told.isEmpty()
                ? Optional.empty()
                : Optional.of("%s by %s: %s %s answered %d %s, not %s; tells %s".formatted(
                        operation.id, who, operation.method, path, answer.status(), answer.http().body(), expected.statuses, told));
    }

    private Expected expected(Operation operation, Who who, Things target) {
        var roles = roles(operation);
        if (who.role == null && !(roles.equals(Rights.PUBLIC) && who == Who.NOBODY)) {
            return Expected.UNAUTHENTICATED;
        }
        if (roles.equals(Rights.PUBLIC)) {
            return Expected.REACHED;
        }
        if (!roles.contains(who.role)) {
            return Expected.FORBIDDEN;
        }
        if (operation.path.contains("{id}")) {
            return exists(target) && target.isKnown(idInPath(operation, target), who, own) ? Expected.REACHED : Expected.NOT_FOUND;
        }
        return switch (operation.id) {
            case "addCar" -> who.role == Role.DEALER_STAFF && target != own ? Expected.FORBIDDEN
                    : exists(target) ? Expected.REACHED : Expected.NO_SUCH_CAR;
            case "bookCar", "planMaintenance" ->
                exists(target) && target.isKnown(target.car, who, own) ? Expected.REACHED : Expected.NO_SUCH_CAR;
            default -> Expected.REACHED;
        };
    }

    private static Set<Role> roles(Operation operation) {
        return Objects.requireNonNull(Rights.TABLE.get(operation.id), () -> operation.id + " is not in the table");
    }

    private boolean exists(Things target) {
        return target != unknown;
    }

    private static String path(Operation operation, Things target) {
        var query = operation.takes("from") && !operation.path.endsWith("/bookings") && !operation.path.endsWith("-windows")
                ? PERIOD + "&" : "";
        if (operation.takes("dealerId")) {
            query += "dealerId=" + target.dealer + "&";
        }
        if (operation.takes("subject")) {
            query += "subject=" + target.booking;
        }
        var path = operation.path.replace("{type}", "forbidden").replace("{id}", idInPath(operation, target));
        return query.isEmpty() ? path : path + "?" + query.replaceFirst("&$", "");
    }

    private static String idInPath(Operation operation, Things target) {
        return switch (operation.path.split("/")[operation.path.startsWith("/api") ? 3 : 1]) {
            case "dealers" -> target.dealer;
            case "cars" -> target.car;
            case "bookings" -> target.booking;
            case "maintenance-windows" -> target.window;
            default -> "";
        };
    }

    private String body(Operation operation, Things target) {
        var fleet = new Fleet(nobody);
        return switch (operation.id) {
            case "registerDealer" -> """
                    {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR"}""";
            case "addCar" -> Fleet.car(target.dealer, Fleet.plate(), "COMPACT", "1", "EUR");
            case "bookCar" -> fleet.booking(target.car, START, END);
            case "planMaintenance" -> fleet.window(target.car, START, END);
            case "changeDealer", "changeCar", "changeBooking", "changeMaintenance" -> "{}";
            default -> throw new AssertionError("what is a body of " + operation.id + "?");
        };
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        nobody.raw("GET", "/openapi.json", null).body().required("paths").forEachEntry((path, methods) ->
                methods.forEachEntry((method, description) -> operations.add(
                        new Operation(method, path, description.required("operationId").asString(), description))));
        return operations;
    }
}
