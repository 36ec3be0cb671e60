package dev.fleetbooking.application.dealer;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.Name;

@UseCase
record ChangeDealerUseCase(DealerRepository dealers, CurrentCaller callers) implements ChangeDealer {

    @Override
    public Dealer change(Command command) {
        var dealer = callers.known(dealers.findForUpdate(command.id()), Dealer::id, "dealer", command.id().value());
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
