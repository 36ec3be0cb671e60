package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.Refusal;
import dev.fleetbooking.domain.Violations;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.text.Name;

@UseCase
class ChangeDealerUseCase implements ChangeDealer {

    private final DealerRepository dealers;

    ChangeDealerUseCase(DealerRepository dealers) {
        this.dealers = dealers;
    }

    @Override
    public Dealer change(Command command) {
        var dealer = dealers.findForUpdate(command.id())
                .orElseThrow(() -> new Refusal.NotFound("dealer", command.id().value()).asException());
        command.precondition().verify(dealer.revision());

        var violations = new Violations();
        var name = violations.check("name", () -> command.name().map(Name::new).orElse(dealer.name()));
        var turnaround = violations.check("turnaroundMinutes",
                () -> command.turnaroundMinutes().map(Turnaround::new).orElse(dealer.turnaround()));
        violations.refuseIfAny();

        var changed = dealer.renamed(name).withTurnaround(turnaround);
        return changed.equals(dealer) ? dealer : dealers.update(changed);
    }
}
