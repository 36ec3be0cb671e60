package dev.fleetbooking.bench.peer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BookingService {

    private final Cars cars;
    private final Bookings bookings;

    BookingService(Cars cars, Bookings bookings) {
        this.cars = cars;
        this.bookings = bookings;
    }

    @Transactional
    Booking book(UUID carId, String customerName, String customerEmail, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("start must be before end");
        }
        var car = cars.findById(carId).orElseThrow(NoSuchElementException::new);
        return bookings.save(new Booking(car, customerName, customerEmail, start, end, price(car, start, end), Instant.now()));
    }

    @Transactional(readOnly = true)
    List<Car> available(UUID dealerId, Instant from, Instant to, int limit) {
        return cars.available(dealerId, from, to, Limit.of(limit));
    }

    static long days(Instant start, Instant end) {
        return Duration.between(start, end).plusDays(1).minusNanos(1).toDays();
    }

    static BigDecimal price(Car car, Instant start, Instant end) {
        return car.dailyPrice().multiply(BigDecimal.valueOf(days(start, end)));
    }
}
