package dev.fleetbooking.postgres.history;

import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Subject;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Entity
@Table(name = "event")
class EventEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long serial;

    private Long sequence;

    @Enumerated(EnumType.STRING)
    private EventType type;

    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private Subject.Kind subjectKind;

    private UUID subjectId;

    @Embedded
    @EmbeddedColumnNaming("before_%s")
    private FactsColumns before;

    @Embedded
    @EmbeddedColumnNaming("after_%s")
    private FactsColumns after;

    protected EventEntity() {
    }

    EventEntity(Event event) {
        this.type = event.type();
        this.occurredAt = event.occurredAt();
        this.subjectKind = event.subject().kind();
        this.subjectId = event.subject().id();
        this.before = event.before().map(FactsColumns::of).orElse(null);
        this.after = FactsColumns.of(event.after());
    }

    Sequenced toDomain() {
        return new Sequenced(sequence, new Event(
                type, occurredAt, new Subject(subjectKind, subjectId), Optional.ofNullable(before).map(FactsColumns::toDomain),
                after.toDomain()));
    }
}
