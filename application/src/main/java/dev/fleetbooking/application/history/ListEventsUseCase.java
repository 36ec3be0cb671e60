package dev.fleetbooking.application.history;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import java.util.List;

/** Not read-only: reading numbers new events. */
@UseCase
record ListEventsUseCase(EventRepository events, CurrentCaller callers) implements ListEvents {

    @Override
    public List<Sequenced> list(Query query) {
        return events.findAfter(query.after(), query.subject(), callers.get(), query.limit());
    }
}
