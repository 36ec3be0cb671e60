package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.booking.Progress;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import dev.fleetbooking.postgres.kit.AggregateEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "booking")
class BookingEntity extends AggregateEntity {

    private UUID carId;
    private UUID dealerId;
    private String owner;
    private String customerName;
    private String customerEmail;
    private String customerPhone;
    private Instant startsAt;
    private Instant endsAt;
    private int turnaroundMinutes;
    private ZoneId timeZone;
    private int days;
    private BigDecimal dailyPrice;
    private BigDecimal total;
    private Currency currency;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    private Instant holdExpiresAt;
    private String cancellationReason;
    private Instant handedOverAt;
    private Instant returnedAt;
    private Instant createdAt;

    protected BookingEntity() {
    }

    BookingEntity(Booking booking) {
        super(booking.id().value(), booking.version());
        this.carId = booking.carId().value();
        this.dealerId = booking.dealerId().value();
        this.owner = booking.owner().map(AccountId::value).orElse(null);
        this.customerName = booking.customer().name().value();
        this.customerEmail = booking.customer().email().value();
        this.customerPhone = booking.customer().phone().map(PhoneNumber::value).orElse(null);
        this.startsAt = booking.period().start();
        this.endsAt = booking.period().end();
        this.turnaroundMinutes = booking.turnaround().minutes();
        this.timeZone = booking.timeZone();
        this.days = booking.price().days();
        this.dailyPrice = booking.price().dailyPrice().amount();
        this.total = booking.price().total().amount();
        this.currency = booking.price().total().currency();
        this.status = booking.status();
        this.holdExpiresAt = booking.progress().holdExpiresAt().orElse(null);
        this.cancellationReason = booking.progress().cancellationReason().map(Reason::value).orElse(null);
        this.handedOverAt = booking.progress().handedOverAt().orElse(null);
        this.returnedAt = booking.progress().returnedAt().orElse(null);
        this.createdAt = booking.createdAt();
    }

    Booking toDomain() {
        var customer = new Customer(
                new Name(customerName),
                new EmailAddress(customerEmail),
                Optional.ofNullable(customerPhone).map(PhoneNumber::new));
        var price = new Quote(days, new Money(dailyPrice, currency), new Money(total, currency));
        var progress = new Progress(
                status, Optional.ofNullable(holdExpiresAt), Optional.ofNullable(cancellationReason).map(Reason::new),
                Optional.ofNullable(handedOverAt), Optional.ofNullable(returnedAt));
        return new Booking(
                new BookingId(getId()), new CarId(carId), new DealerId(dealerId), Optional.ofNullable(owner).map(AccountId::new),
                customer, new Period(startsAt, endsAt), new Turnaround(turnaroundMinutes), timeZone, price, progress, createdAt,
                version());
    }
}
