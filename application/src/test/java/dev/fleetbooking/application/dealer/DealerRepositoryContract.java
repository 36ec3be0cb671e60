package dev.fleetbooking.application.dealer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.kit.AggregateRepositoryContract;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Repository;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@link DealerRepository}. */
public abstract class DealerRepositoryContract
        extends RepositoryContract implements AggregateRepositoryContract<DealerId, Dealer> {

    @Override
    public Repository<DealerId, Dealer> repository() {
        return dealers();
    }

    @Override
    public Page<Dealer> list(PageRequest<DealerId> page) {
        return dealers().list(Caller.SERVICE, page);
    }

    @Override
    public DealerId newId() {
        return new DealerId(nextId());
    }

    @Override
    public DealerId id(Dealer dealer) {
        return dealer.id();
    }

    @Override
    public Dealer newOne() {
        return newDealer();
    }

    @Override
    public void store(Dealer dealer) {
        dealers().add(dealer);
    }

    @Override
    public Dealer changed(Dealer found) {
        return found.renamed(new Name("Other")).withTurnaround(new Turnaround(30));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, EUR, 90",
        "UTC, USD, 0",
        // The longest id of a zone.
        "America/Argentina/ComodRivadavia, JPY, 1440",
        // An alias is a different zone id and is kept.
        "Asia/Calcutta, KWD, 1"
    })
    void aDealerIsFoundAsItWasAdded(String timeZone, String currency, int turnaroundMinutes) {
        var dealer = given(newDealer(
                ZoneId.of(timeZone), Currency.getInstance(currency), new Turnaround(turnaroundMinutes)));

        assertThat(found(dealer)).contains(dealer);
        assertThat(inTransaction(() -> dealers().findForUpdate(dealer.id()))).contains(dealer);
    }

    @Test
    void theLongestNameIsKeptWhateverItsCharacters() {
        var dealer = given(newDealer().renamed(new Name("🚗".repeat(Name.MAX_LENGTH))));

        assertThat(found(dealer)).contains(dealer);
    }

    @Test
    void anIdIsAddedOnlyOnce() {
        var dealer = givenDealer();

        assertFails(() -> dealers().add(dealer.renamed(new Name("Other"))));

        assertThat(found(dealer)).contains(dealer);
    }

    @Test
    void theTimeZonesAreThoseOfTheDealersEachOnce() {
        var utc = ZoneId.of("UTC");
        given(newDealer(BERLIN, EUR, Turnaround.NONE));
        given(newDealer(utc, EUR, Turnaround.NONE));
        given(newDealer(BERLIN, EUR, Turnaround.NONE));

        assertThat(inTransaction(() -> dealers().timeZones())).containsExactlyInAnyOrder(BERLIN, utc);
    }

    @Test
    void withoutDealersThereAreNoTimeZones() {
        assertThat(inTransaction(() -> dealers().timeZones())).isEmpty();
    }

    private Dealer renamed(Dealer dealer, String name) {
        return inTransaction(() ->
                dealers().update(dealers().findForUpdate(dealer.id()).orElseThrow().renamed(new Name(name))));
    }
}
