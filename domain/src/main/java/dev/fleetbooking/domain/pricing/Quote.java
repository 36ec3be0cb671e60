package dev.fleetbooking.domain.pricing;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.money.Money;

/**
 * The price of a car for a period.
 *
 * @param days       whole days, at least 1, see {@link DayCount}
 * @param dailyPrice the price of one day
 * @param total      days times the daily price
 */
public record Quote(int days, Money dailyPrice, Money total) {

    /** @throws InvalidValueException if it is for less than a day, or the total is not the product */
    public Quote {
        require(days >= 1, "must be for 1 day or more");
        require(total.equals(dailyPrice.times(days)), "must total days times the daily price");
    }

    /** The price of this number of days. */
    public static Quote of(int days, Money dailyPrice) {
        return new Quote(days, dailyPrice, dailyPrice.times(days));
    }
}
