package dev.fleetbooking.rest.kit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.kit.money.CurrencyCode;
import dev.fleetbooking.rest.kit.money.MoneyRequest;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.request.EmptyRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A resource that uses everything in the kit, so that the kit's tests need none of the service's. */
@RestController
@RequestMapping(path = SampleController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
public record SampleController(Port port) {

    public static final String PATH = "/api/v1/samples";
    public static final Sample SAMPLE =
            new Sample(new Revision("0"), UUID.fromString("0197d1a2-7c7e-7000-8000-00000000000a"), "a sample");
    public static final String ONE = PATH + "/" + SAMPLE.id();
    /** The body of a POST that is complete. */
    public static final String NEW = "{\"ownerId\": \"%s\", \"start\": \"2027-03-01T09:00:00Z\", \"contact\": {\"name\": \"Ada\"}}"
            .formatted(SAMPLE.id());
    static final Map<Class<?>, Function<StubPorts.Call, ?>> SAMPLES = Map.of(Sample.class, _ -> SAMPLE);

    interface Port {

        Sample add(AddRequest request);

        Sample get(Id id);

        Page<Sample> list(Optional<Id> owner, PageRequest<Id> page);

        Page<Sample> search(Instant from, PageRequest<String> page);

        Sample change(Id id, Precondition precondition, ChangeRequest request);

        Sample close(Id id, Precondition precondition);
    }

    public record Id(UUID value) {
    }

    public record Sample(@JsonIgnore Revision revision, UUID id, String name) implements Revisioned {
    }

    public enum Status { OPEN, CLOSED }

    public record Contact(@NotNull String name, Optional<String> phone) {
    }

    public record AddRequest(
            @NotNull UUID ownerId, @NotNull Instant start, @NotNull @Valid Contact contact, Optional<@Valid MoneyRequest> price,
            Optional<Boolean> dryRun) {
    }

    public record ChangeRequest(
            Optional<String> name, Optional<Integer> size, Optional<Status> status, Optional<@Valid MoneyRequest> price) {
    }

    @PostMapping
    ResponseEntity<Sample> add(@Valid @RequestBody AddRequest request) {
        var sample = port.add(request);
        return request.dryRun().orElse(false) ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sample)
                : ResponseEntity.created(URI.create(PATH + "/" + sample.id())).body(sample);
    }

    @GetMapping
    PageResponse<Sample> list(
            @RequestParam Optional<Id> ownerId, @RequestParam Optional<Status> status, @RequestParam Optional<Instant> from,
            @RequestParam Optional<CurrencyCode> currency, @RequestParam Optional<BigDecimal> maxPrice,
            @RequestParam Optional<Integer> size, Paging paging) {
        return paging.response(port.list(ownerId, paging.requestById(Id::new)), Function.identity(), Sample::id);
    }

    @GetMapping("/search")
    PageResponse<Sample> search(@RequestParam Instant from, Paging paging) {
        return paging.response(port.search(from, paging.request(Function.identity())), Function.identity(), Sample::name);
    }

    @GetMapping("/{id}")
    Sample get(@PathVariable Id id) {
        return port.get(id);
    }

    @PatchMapping("/{id}")
    Sample change(@PathVariable Id id, Precondition precondition, @Valid @RequestBody ChangeRequest request) {
        return port.change(id, precondition, request);
    }

    @PostMapping("/{id}/closing")
    Sample close(@PathVariable Id id, Precondition precondition, @RequestBody(required = false) EmptyRequest none) {
        return port.close(id, precondition);
    }
}
