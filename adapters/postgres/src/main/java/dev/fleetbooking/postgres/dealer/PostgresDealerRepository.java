package dev.fleetbooking.postgres.dealer;

import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.postgres.kit.ListQuery;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
record PostgresDealerRepository(DealerJpaRepository dealers, LockQueues queues) implements DealerRepository {

    @Override
    public void add(Dealer dealer) {
        dealers.saveAndFlush(new DealerEntity(dealer, null));
    }

    @Override
    public Optional<Dealer> find(DealerId id) {
        return dealers.findById(id.value()).map(DealerEntity::toDomain);
    }

    @Override
    public Optional<Dealer> findForUpdate(DealerId id) {
        return queues.join(id.value(), () -> dealers.findForUpdate(id.value())).map(DealerEntity::toDomain);
    }

    @Override
    public Dealer update(Dealer dealer) {
        return dealers.saveAndFlush(new DealerEntity(dealer, dealer.version())).toDomain();
    }

    @Override
    public Page<Dealer> list(Caller caller, PageRequest<DealerId> page) {
        return new ListQuery<>(dealers)
                .equal("id", caller.onlyDealer().map(DealerId::value))
                .page(page, DealerId::value, DealerEntity::toDomain);
    }

    @Override
    public Set<ZoneId> timeZones() {
        return dealers.findTimeZones();
    }
}
