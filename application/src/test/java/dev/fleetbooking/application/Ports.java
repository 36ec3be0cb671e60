package dev.fleetbooking.application;

import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.schedule.ScheduleRepository;

/** The driven ports of one store. */
public record Ports(
        DealerRepository dealers,
        CarRepository cars,
        BookingRepository bookings,
        MaintenanceWindowRepository windows,
        OccupancyRepository occupancies,
        AvailableCarRepository availableCars,
        ScheduleRepository schedules,
        EventRepository events) {
}
