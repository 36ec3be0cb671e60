package dev.fleetbooking.rest.pricing;

import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.rest.kit.money.MoneyResponse;

/** What a car costs for a period. */
public record QuoteResponse(int days, MoneyResponse dailyPrice, MoneyResponse total) {

    public static QuoteResponse of(Quote quote) {
        return new QuoteResponse(quote.days(), MoneyResponse.of(quote.dailyPrice()), MoneyResponse.of(quote.total()));
    }
}
