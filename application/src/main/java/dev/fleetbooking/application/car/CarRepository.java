package dev.fleetbooking.application.car;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.List;
import java.util.Optional;

/** The cars. */
public interface CarRepository extends Repository<CarId, Car> {

    /**
     * Adds a new car.
     *
     * @throws RefusedException with {@link FleetRefusal.DuplicateRegistrationPlate} if its dealer has a car with this plate
     */
    @Override
    void add(Car car);

    /**
     * The car with this id and its dealer, for a call that claims the car: until the call ends, its status and price stay as
     * returned; the dealer may change. Claims of one car do not wait for each other here. Must not come after {@link #find} in
     * the same call, which may have seen an older state, nor be followed by {@link #findForUpdate}.
     */
    Optional<CarOfDealer> findForClaim(CarId id);

    /** The car alone, for a call that changes or frees it: until the call ends, nobody else claims, frees or changes it. */
    @Override
    Optional<Car> findForUpdate(CarId id);

    /**
     * This car, and the cars of the same dealer and category that are in service, all found for update, by id; empty if
     * there is no such car.
     */
    List<Car> findPeersForUpdate(CarId id);

    /** The cars that pass the filter and the caller may know of, by id. */
    Page<Car> list(ListCars.Filter filter, Caller caller, PageRequest<CarId> page);
}
