package dev.fleetbooking.domain.car;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.Instant;
import java.util.List;

/**
 * One physical vehicle of one dealer.
 *
 * @param dailyPrice in the dealer's currency
 * @param version    how often the car was changed
 */
public record Car(
        CarId id,
        DealerId dealerId,
        RegistrationPlate registrationPlate,
        Name make,
        Name model,
        ModelYear modelYear,
        Category category,
        Money dailyPrice,
        CarStatus status,
        long version) {

    /** A new car of the fleet, in service at once. */
    public static Car add(
            CarId id, DealerId dealerId, RegistrationPlate registrationPlate, Name make, Name model, ModelYear modelYear,
            Category category, Money dailyPrice) {
        return new Car(
                id, dealerId, registrationPlate, make, model, modelYear, category, dailyPrice, CarStatus.IN_SERVICE, 0);
    }

    /** The same car at another price; bookings already made keep theirs. */
    public Car withDailyPrice(Money newDailyPrice) {
        return new Car(
                id, dealerId, registrationPlate, make, model, modelYear, category, newDailyPrice, status, version);
    }

    /** The same car in another category. */
    public Car withCategory(Category newCategory) {
        return new Car(
                id, dealerId, registrationPlate, make, model, modelYear, newCategory, dailyPrice, status, version);
    }

    /**
     * The same car in another status.
     *
     * @param nowOrLater the car's occupancies that have not ended
     * @throws RefusedException with {@link FleetRefusal.CarHasOccupancies} if it is to go out of service while it has bookings
     *                          or holds that are not over, or to retire while it has any occupancy; with
     *                          {@link FleetRefusal.CarRetired} if it is retired
     */
    public Car withStatus(CarStatus newStatus, List<Occupancy> nowOrLater, Instant now) {
        if (newStatus == status) {
            return this;
        }
        refuseIfRetired();
        var preventing = nowOrLater.stream().filter(occupancy -> forbids(occupancy, newStatus, now)).toList();
        if (!preventing.isEmpty()) {
            throw new FleetRefusal.CarHasOccupancies(preventing).asException();
        }
        return new Car(
                id, dealerId, registrationPlate, make, model, modelYear, category, dailyPrice, newStatus, version);
    }

    /** @throws RefusedException with {@link FleetRefusal.CarRetired} if it has left the fleet */
    public void refuseIfRetired() {
        if (status == CarStatus.RETIRED) {
            throw new FleetRefusal.CarRetired().asException();
        }
    }

    /** Identifies this state. */
    public Revision revision() {
        return new Revision(Long.toString(version));
    }

    private static boolean forbids(Occupancy occupancy, CarStatus newStatus, Instant now) {
        return switch (newStatus) {
            case IN_SERVICE -> false;
            case OUT_OF_SERVICE -> occupancy.kind() != Occupancy.Kind.MAINTENANCE && !occupancy.isOver(now);
            case RETIRED -> true;
        };
    }
}
