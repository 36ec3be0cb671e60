package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.postgres.AggregateJpaRepository;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;

interface BookingJpaRepository extends AggregateJpaRepository<BookingEntity> {

    /** Locks the booking's car {@code FOR NO KEY UPDATE}, if there is such a booking. */
    @NativeQuery("""
            SELECT car.id FROM car JOIN booking ON booking.car_id = car.id WHERE booking.id = :id
            FOR NO KEY UPDATE OF car
            """)
    Optional<UUID> lockCar(UUID id);
}
