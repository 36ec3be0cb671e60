package dev.fleetbooking.rest.car;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.money.Currencies;
import dev.fleetbooking.rest.kit.json.Shapes;
import dev.fleetbooking.rest.kit.money.CurrencyCode;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.problem.MalformedRequestException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers are only valid for a moment, so caches must not store them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
record AvailabilityController(FindAvailableCars findAvailableCars, ExplainAvailability explainAvailability) {

    @GetMapping("/availability")
    ResponseEntity<PageResponse<OfferResponse>> findAvailableCars(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam Optional<DealerId> dealerId,
            @RequestParam Optional<Category> category,
            @RequestParam Optional<CurrencyCode> currency,
            @RequestParam Optional<BigDecimal> maxDailyPrice,
            Paging paging) {
        if (maxDailyPrice.isPresent() && dealerId.isEmpty() && currency.isEmpty()) {
            throw new MalformedRequestException("maxDailyPrice", "needs dealerId or currency beside it");
        }
        var query = new FindAvailableCars.Query(
                from, to, dealerId, category, currency.map(CurrencyCode::value), maxDailyPrice);
        var page = findAvailableCars.find(query, paging.request(AvailabilityController::readKey));
        return notStored(paging.response(page, OfferResponse::of, AvailabilityController::writeKey));
    }

    @GetMapping("/cars/{id}/availability")
    ResponseEntity<AvailabilityResponse> explainAvailability(
            @PathVariable CarId id, @RequestParam Instant from, @RequestParam Instant to) {
        var explanation = explainAvailability.explain(new ExplainAvailability.Query(id, from, to));
        return notStored(AvailabilityResponse.of(explanation));
    }

    private static <T> ResponseEntity<T> notStored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static String writeKey(Offer offer) {
        var key = FindAvailableCars.Key.of(offer);
        return "%s %s %s".formatted(key.currency(), key.total().toPlainString(), key.carId().value());
    }

    private static FindAvailableCars.Key readKey(String text) {
        var parts = text.split(" ");
        require(parts.length == 3, "must be currency, total and id");
        return new FindAvailableCars.Key(
                Currencies.of(parts[0]), Shapes.decimal(parts[1]), new CarId(Shapes.uuid(parts[2])));
    }
}
