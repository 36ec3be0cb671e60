package dev.fleetbooking.domain.pricing;

/**
 * The price of a car for a period.
 *
 * @param days       whole days, at least 1, see {@link DayCount}
 * @param dailyPrice the price of one day
 * @param total      days times the daily price
 */
public record Quote(int days, Money dailyPrice, Money total) {

    /** The price of so many days. */
    public static Quote of(int days, Money dailyPrice) {
        return new Quote(days, dailyPrice, dailyPrice.times(days));
    }
}
