package dev.fleetbooking.domain.pricing;

import static dev.fleetbooking.domain.Fixtures.money;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void theTotalIsDaysTimesTheDailyPrice() {
        assertThat(Quote.of(3, money("49.90", "EUR")))
                .isEqualTo(new Quote(3, money("49.90", "EUR"), money("149.70", "EUR")));
    }

    @Test
    void aCarMayBeFree() {
        assertThat(Quote.of(3, money("0", "EUR")).total()).isEqualTo(money("0", "EUR"));
    }
}
