package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.dealer.TimeZones;
import dev.fleetbooking.domain.pricing.Currencies;
import dev.fleetbooking.domain.text.Name;

@UseCase
class RegisterDealerUseCase implements RegisterDealer {

    private final DealerRepository dealers;
    private final IdGenerator ids;

    RegisterDealerUseCase(DealerRepository dealers, IdGenerator ids) {
        this.dealers = dealers;
        this.ids = ids;
    }

    @Override
    public Dealer register(Command command) {
        var violations = new Violations();
        var name = violations.check("name", () -> new Name(command.name()));
        var timeZone = violations.check("timeZone", () -> TimeZones.of(command.timeZone()));
        var currency = violations.check("currency", () -> Currencies.of(command.currency()));
        var turnaround = violations.check("turnaroundMinutes", () -> new Turnaround(command.turnaroundMinutes()));
        violations.refuseIfAny();

        var dealer = Dealer.register(new DealerId(ids.next()), name, timeZone, currency, turnaround);
        dealers.add(dealer);
        return dealer;
    }
}
