package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.postgres.kit.AggregateJpaRepository;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface BookingJpaRepository extends AggregateJpaRepository<BookingEntity> {

    /** The booking's car, if there is such a booking; locks nothing. */
    @NativeQuery("SELECT car_id FROM booking WHERE id = :id")
    Optional<UUID> findCar(UUID id);

    @NativeQuery("SELECT id FROM car WHERE id = :car FOR NO KEY UPDATE")
    UUID lockCar(UUID car);

    /** Locks the booking {@code FOR NO KEY UPDATE}, if it is for this car. */
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
