package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.money.Currencies;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.time.TimeZones;

@UseCase
record RegisterDealerUseCase(DealerRepository dealers, IdGenerator ids) implements RegisterDealer {

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
