package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.postgres.AggregateJpaRepository;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface BookingJpaRepository extends AggregateJpaRepository<BookingEntity> {

    /** Locks the booking's car {@code FOR NO KEY UPDATE}, if there is such a booking. */
    @NativeQuery("""
            SELECT car.id FROM car JOIN booking ON booking.car_id = car.id WHERE booking.id = :id
            FOR NO KEY UPDATE OF car
            """)
    Optional<UUID> lockCar(UUID id);

    /** Locks the booking {@code FOR NO KEY UPDATE}, if it is one of this car. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT booking FROM BookingEntity booking WHERE booking.id = :id AND booking.carId = :carId")
    Optional<BookingEntity> findForUpdate(UUID id, UUID carId);

    /** Locks the holds {@code FOR NO KEY UPDATE}, in order of their ids. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            SELECT booking FROM BookingEntity booking WHERE booking.carId = :carId AND booking.holdExpiresAt <= :now
            ORDER BY booking.id
            """)
    List<BookingEntity> findLapsedForUpdate(UUID carId, Instant now);

    @NativeQuery("SELECT car_id FROM booking WHERE hold_expires_at <= :now ORDER BY hold_expires_at LIMIT 1")
    Optional<UUID> findCarWithLapsedHolds(Instant now);
}
