package dev.fleetbooking.application.history;

import dev.fleetbooking.application.UseCase;
import java.util.List;

/** Not read-only: places in the feed are given when somebody looks. */
@UseCase
class ListEventsUseCase implements ListEvents {

    private final EventRepository events;

    ListEventsUseCase(EventRepository events) {
        this.events = events;
    }

    @Override
    public List<Sequenced> list(Query query) {
        return events.findAfter(query.after(), query.subject(), query.limit());
    }
}
