package dev.fleetbooking.application.inmemory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

final class InMemoryDealerRepository implements DealerRepository {

    private final InMemoryStore store;

    InMemoryDealerRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Dealer dealer) {
        store.write(rows -> {
            rows.dealers.add(dealer);
            return null;
        });
    }

    @Override
    public Optional<Dealer> find(DealerId id) {
        return store.read(rows -> rows.dealers.find(id.value()));
    }

    @Override
    public Optional<Dealer> findForUpdate(DealerId id) {
        return store.write(rows -> rows.dealers.findForUpdate(id.value()));
    }

    @Override
    public Dealer update(Dealer dealer) {
        return store.write(rows -> rows.dealers.update(dealer));
    }

    @Override
    public Page<Dealer> list(Caller caller, PageRequest<DealerId> page) {
        return store.read(rows -> rows.dealers.page(dealer -> caller.knows(dealer.id()), page, DealerId::value));
    }

    @Override
    public Set<ZoneId> timeZones() {
        return store.read(rows -> rows.dealers.all().map(Dealer::timeZone).collect(toUnmodifiableSet()));
    }
}
