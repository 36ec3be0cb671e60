package dev.fleetbooking.domain.kit.money;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of money, 0 or more. The amount always has the currency's own number of decimals, so that equal
 * amounts are equal records.
 *
 * @param amount   in units of the currency, for example 49.90
 * @param currency one with minor units, see {@link Currencies}
 */
public record Money(BigDecimal amount, Currency currency) {

    /** The limit for amounts of callers; computed amounts may have more digits. */
    public static final int MAX_INTEGER_DIGITS = 10;

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(MAX_INTEGER_DIGITS);

    /** @throws InvalidValueException if the amount is negative or has more decimals than the currency, zeros aside */
    public Money {
        require(amount.signum() >= 0, "must be 0 or more");
        // The columns have more decimals than most currencies.
        requireDecimals(amount.stripTrailingZeros(), currency);
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    /**
     * An amount as a caller gave it.
     *
     * @throws InvalidValueException as {@link #givenAmount} does, and for more decimals than the currency has, zeros too
     */
    public static Money given(BigDecimal amount, Currency currency) {
        requireDecimals(givenAmount(amount), currency);
        return new Money(amount, currency);
    }

    /**
     * An amount as a caller gave it, whatever its currency.
     *
     * @throws InvalidValueException if it is negative or has more than {@value #MAX_INTEGER_DIGITS} integer digits
     */
    public static BigDecimal givenAmount(BigDecimal amount) {
        require(amount.signum() >= 0, "must be 0 or more");
        require(amount.compareTo(LIMIT) < 0, "must have at most %d integer digits", MAX_INTEGER_DIGITS);
        return amount;
    }

    /** The exact product; nothing is rounded. */
    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    private static void requireDecimals(BigDecimal amount, Currency currency) {
        var decimals = currency.getDefaultFractionDigits();
        require(amount.scale() <= decimals, "must have at most %d decimals in %s", decimals, currency);
    }
}
