package dev.fleetbooking.bench.peer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Cars extends JpaRepository<Car, UUID> {

    @Query("""
            SELECT car FROM Car car
            WHERE car.dealerId = :dealerId AND NOT EXISTS (
                SELECT 1 FROM Booking booking
                WHERE booking.car = car AND booking.startsAt < :to AND booking.endsAt > :from AND booking.status <> 'CANCELLED')
            ORDER BY car.dailyPrice, car.id
            """)
    List<Car> available(UUID dealerId, Instant from, Instant to, Limit limit);
}
