package dev.fleetbooking.bench.peer;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Bookings extends JpaRepository<Booking, UUID> {
}
