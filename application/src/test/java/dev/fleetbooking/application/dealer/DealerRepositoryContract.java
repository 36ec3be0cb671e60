package dev.fleetbooking.application.dealer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.Name;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link DealerRepository}. */
public abstract class DealerRepositoryContract extends RepositoryContract {

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
    void anUnknownDealerIsNotFound() {
        var unknown = new DealerId(nextId());

        assertThat(inTransaction(() -> dealers().find(unknown))).isEmpty();
        assertThat(inTransaction(() -> dealers().findForUpdate(unknown))).isEmpty();
    }

    @Test
    void anIdIsAddedOnlyOnce() {
        var dealer = givenDealer();

        assertFails(() -> dealers().add(dealer.renamed(new Name("Other"))));

        assertThat(found(dealer)).contains(dealer);
    }

    @Test
    void anUpdateIsSeenInTheSameTransactionAndAfterItWithTheNextVersion() {
        var dealer = givenDealer();

        var updated = inTransaction(() -> {
            var found = dealers().findForUpdate(dealer.id()).orElseThrow();
            var result = dealers().update(found.renamed(new Name("Other")).withTurnaround(new Turnaround(30)));
            assertThat(dealers().find(dealer.id())).contains(result);
            return result;
        });

        assertThat(updated).isEqualTo(new Dealer(
                dealer.id(), new Name("Other"), dealer.timeZone(), dealer.currency(), new Turnaround(30), 1));
        assertThat(found(dealer)).contains(updated);
    }

    @Test
    void anUpdateOfAStaleVersionFailsAndChangesNothing() {
        var stale = givenDealer();
        var current = renamed(stale, "First");

        assertFails(() -> {
            dealers().findForUpdate(stale.id());
            dealers().update(stale.renamed(new Name("Second")));
        });

        assertThat(found(stale)).contains(current);
    }

    @Test
    void aTransactionThatEndsInAnExceptionChangesNothing() {
        var dealer = givenDealer();
        var other = newDealer();

        assertFails(() -> {
            var found = dealers().findForUpdate(dealer.id()).orElseThrow();
            dealers().update(found.renamed(new Name("Other")));
            dealers().add(other);
            throw new IllegalStateException("roll back");
        });

        assertThat(found(dealer)).contains(dealer);
        assertThat(found(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100})
    void aListIsInTheOrderOfIdsAndWholeWhateverTheSizeOfItsPages(int limit) {
        var added = List.of(newDealer(), newDealer(), newDealer(), newDealer(), newDealer());
        added.reversed().forEach(this::given);

        assertThat(allPages(limit, dealers()::list, Dealer::id)).isEqualTo(added);
    }

    @Test
    void aListOfNothingIsEmpty() {
        var page = inTransaction(() -> dealers().list(first(20)));

        assertThat(page.items()).isEmpty();
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void aPageStartsAfterItsKeyEvenIfNothingHasThatKey() {
        var before = givenDealer();
        var key = new DealerId(nextId());
        var after = givenDealer();

        var page = inTransaction(() -> dealers().list(new PageRequest<>(Optional.of(key), 20)));

        assertThat(page.items()).containsExactly(after).doesNotContain(before);
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

    @Test
    void changingAReturnedListDoesNotChangeTheStore() {
        var dealer = givenDealer();

        tryToEmpty(inTransaction(() -> dealers().list(first(20)).items()));
        tryToEmpty(inTransaction(() -> dealers().timeZones()));

        assertThat(inTransaction(() -> dealers().list(first(20)).items())).containsExactly(dealer);
        assertThat(inTransaction(() -> dealers().timeZones())).containsExactly(BERLIN);
    }

    @Test
    void aReturnedPageDoesNotChangeLater() {
        var dealer = givenDealer();
        var page = inTransaction(() -> dealers().list(first(20)));

        renamed(dealer, "Other");
        givenDealer();

        assertThat(page.items()).containsExactly(dealer);
    }

    private Optional<Dealer> found(Dealer dealer) {
        return inTransaction(() -> dealers().find(dealer.id()));
    }

    private Dealer renamed(Dealer dealer, String name) {
        return inTransaction(() ->
                dealers().update(dealers().findForUpdate(dealer.id()).orElseThrow().renamed(new Name(name))));
    }
}
