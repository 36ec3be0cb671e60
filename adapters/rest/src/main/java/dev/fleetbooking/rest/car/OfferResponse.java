package dev.fleetbooking.rest.car;

import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.rest.pricing.QuoteResponse;

/** A car that is available for a period, and what it costs. */
public record OfferResponse(CarResponse car, QuoteResponse quote) {

    public static OfferResponse of(Offer offer) {
        return new OfferResponse(CarResponse.of(offer.car()), QuoteResponse.of(offer.quote()));
    }
}
