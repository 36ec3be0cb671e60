package dev.fleetbooking.domain.access;

import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;

/** On whose behalf a use case runs. Which operations a role may call at all is decided before; this decides on which things. */
public sealed interface Caller {

    /** The service itself: its periodic jobs, and every caller while no authentication is configured. */
    record Service() implements Caller {
    }

    /** Somebody who runs the fleet, for all dealers. */
    record Admin(AccountId account) implements Caller {
    }

    /** Somebody who works for one dealer, and knows only of what belongs to it. */
    record DealerStaff(AccountId account, DealerId dealerId) implements Caller {
    }

    /** Somebody who books: knows of all dealers and cars, and of no bookings but the own ones. */
    record Customer(AccountId account) implements Caller {
    }

    Caller SERVICE = new Service();

    /** Who is recorded as the one who did something; nobody for the service itself. */
    default Optional<Actor> actor() {
        return switch (this) {
            case Service _ -> Optional.empty();
            case Admin(var account) -> Optional.of(new Actor(account, Role.FLEET_ADMIN));
            case DealerStaff(var account, _) -> Optional.of(new Actor(account, Role.DEALER_STAFF));
            case Customer(var account) -> Optional.of(new Actor(account, Role.CUSTOMER));
        };
    }

    /** The only dealer that the caller may know of, if it may not know of all. */
    default Optional<DealerId> onlyDealer() {
        return this instanceof DealerStaff(_, var dealerId) ? Optional.of(dealerId) : Optional.empty();
    }

    /** The only owner whose bookings the caller may know of, if it may not know of all. */
    default Optional<AccountId> onlyOwner() {
        return this instanceof Customer(var account) ? Optional.of(account) : Optional.empty();
    }

    /**
     * Refuses a caller who must not learn whose an occupancy is.
     *
     * @throws RefusedException with {@link CommonRefusal.Forbidden}
     */
    default void refuseUnlessItMayKnowOccupants() {
        if (onlyOwner().isPresent()) {
            throw new CommonRefusal.Forbidden().asException();
        }
    }

    /** Whether the caller may know of this dealer, its cars and their maintenance. */
    default boolean knows(DealerId dealerId) {
        return onlyDealer().map(dealerId::equals).orElse(true);
    }
}
