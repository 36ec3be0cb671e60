package dev.fleetbooking.application.history;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link EventRepository}. Concurrent transactions are only tested with PostgreSQL. */
@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class EventRepositoryContract extends RepositoryContract {

    private static final DealerId DEALER = new DealerId(new UUID(0, 1));

    private static final Facts NOTHING_BUT_A_STATUS = new Facts(
            "IN_SERVICE", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    @Test
    void nothingHasHappenedAtFirst() {
        assertThat(after(0, 100)).isEmpty();
    }

    @Test
    void anEventIsFoundAsItWasAppended() {
        var before = new Facts(
                "HELD", Optional.of(new CarId(nextId())), Optional.of(hours(1, 25)),
                Optional.of(money("1.2345", Currency.getInstance("CLF"))),
                Optional.of(money("9999999999.9999", Currency.getInstance("CLF"))), Optional.of(new Category("VAN")),
                Optional.of(new Reason("🚗".repeat(Reason.MAX_LENGTH))));
        var after = new Facts(
                "CONFIRMED", Optional.of(new CarId(nextId())), Optional.of(hours(2, 3)), Optional.of(money("5", EUR)),
                Optional.of(money("6", EUR)), Optional.of(new Category("COMPACT")), Optional.of(new Reason("brakes")));
        var event = new Event(
                EventType.BOOKING_CONFIRMED, NOW.plusMillis(123), new Subject(Subject.Kind.BOOKING, nextId(), DEALER),
                Optional.of(new Actor(new AccountId("ada"), Role.CUSTOMER)), Optional.of(before), after);

        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    @Test
    void anEventIsFoundWithoutWhatItDoesNotHave() {
        var event = event(nextId());

        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEventIsKept(EventType type) {
        var event = event(type, Subject.Kind.CAR, nextId());

        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfSubjectIsKept(Subject.Kind kind) {
        var event = event(EventType.CAR_CHANGED, kind, nextId());

        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    @Test
    void sequencesGrowFromAboveZeroInTheOrderOfTransactionsAndWithinThem() {
        var first = event(nextId());
        var second = event(nextId());
        var third = event(nextId());
        append(first, second);
        append(third);

        var found = after(0, 100);

        assertThat(found).extracting(Sequenced::event).containsExactly(first, second, third);
        assertThat(found).extracting(Sequenced::sequence).isSorted().doesNotHaveDuplicates().allMatch(place -> place > 0);
    }

    @Test
    void aSequenceNeverChanges() {
        append(event(nextId()));
        var first = after(0, 100);

        append(event(nextId()));

        assertThat(after(0, 100)).startsWith(first.getFirst());
    }

    @Test
    void anEventThatHappenedEarlierButWasWrittenLaterComesLater() {
        var subject = new Subject(Subject.Kind.BOOKING, nextId(), DEALER);
        var written = new Event(
                EventType.BOOKING_RESCHEDULED, NOW, subject, Optional.empty(), Optional.empty(), NOTHING_BUT_A_STATUS);
        var lapsed = new Event(
                EventType.BOOKING_EXPIRED, NOW.minusMillis(1), subject, Optional.empty(), Optional.empty(), NOTHING_BUT_A_STATUS);

        append(written);
        append(lapsed);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(written, lapsed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aReaderThatPassesTheLastSequenceItSawSeesEachEventOnce(int limit) {
        var events = List.of(event(nextId()), event(nextId()), event(nextId()), event(nextId()), event(nextId()));
        events.forEach(this::append);

        var seen = new ArrayList<Event>();
        var last = 0L;
        for (var page = after(last, limit); !page.isEmpty(); page = after(last, limit)) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(found -> seen.add(found.event()));
            last = page.getLast().sequence();
        }

        assertThat(seen).isEqualTo(events);
        var late = event(nextId());
        append(late);
        assertThat(after(last, limit)).extracting(Sequenced::event).containsExactly(late);
    }

    @Test
    void nothingComesAfterASequenceThatWasNotReachedYet() {
        append(event(nextId()));

        assertThat(after(Long.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void theHistoryOfASubjectContainsOnlyItsEvents() {
        var subject = nextId();
        var first = event(subject);
        var second = event(subject);
        append(event(nextId()), first);
        append(event(nextId()));
        append(second);

        var trail = inTransaction(() -> events().findAfter(0, Optional.of(subject), Caller.SERVICE, 100));

        assertThat(trail).extracting(Sequenced::event).containsExactly(first, second);
        assertThat(inTransaction(() -> events().findAfter(trail.getFirst().sequence(), Optional.of(subject), Caller.SERVICE, 100)))
                .isEqualTo(trail.subList(1, 2));
        assertThat(inTransaction(() -> events().findAfter(0, Optional.of(subject), Caller.SERVICE, 1))).isEqualTo(trail.subList(0, 1));
        assertThat(inTransaction(() -> events().findAfter(0, Optional.of(nextId()), Caller.SERVICE, 100))).isEmpty();
    }

    @Test
    void anEventHasTheSameSequenceInTheFeedAndInTheHistoryOfItsSubject() {
        var subject = nextId();
        append(event(nextId()), event(subject));

        var trail = inTransaction(() -> events().findAfter(0, Optional.of(subject), Caller.SERVICE, 100));

        assertThat(after(0, 100)).endsWith(trail.getFirst());
    }

    @Test
    void anEventOfATransactionThatEndsInAnExceptionNeverAppears() {
        assertFails(() -> {
            events().append(event(nextId()));
            throw new IllegalStateException("roll back");
        });
        var event = event(nextId());
        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    @Test
    void anEventIsFoundWhereverInTimeItHappened() {
        var event = new Event(
                EventType.CAR_ADDED, Instant.parse("9999-12-31T23:59:59.999Z"), new Subject(Subject.Kind.CAR, nextId(), DEALER),
                Optional.empty(), Optional.empty(), NOTHING_BUT_A_STATUS);

        append(event);

        assertThat(after(0, 100)).extracting(Sequenced::event).containsExactly(event);
    }

    private void append(Event... appended) {
        commit(() -> List.of(appended).forEach(events()::append));
    }

    private List<Sequenced> after(long sequence, int limit) {
        return inTransaction(() -> events().findAfter(sequence, Optional.empty(), Caller.SERVICE, limit));
    }

    private static Event event(UUID subject) {
        return event(EventType.BOOKING_MADE, Subject.Kind.BOOKING, subject);
    }

    private static Event event(EventType type, Subject.Kind kind, UUID subject) {
        return new Event(
                type, NOW, new Subject(kind, subject, DEALER), Optional.empty(), Optional.empty(), NOTHING_BUT_A_STATUS);
    }
}
