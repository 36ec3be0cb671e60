package dev.fleetbooking.postgres;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.meetingroom.MeetingRoomRepository;
import dev.fleetbooking.application.roomreservation.RoomReservationRepository;
import dev.fleetbooking.postgres.kit.AdapterContext;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adapters on PostgreSQL, with an empty store. One Spring context and one database serve all tests of the JVM. */
public final class PostgresAdapters implements TestStore {

    private static final AdapterContext CONTEXT = new AdapterContext(PostgresConfiguration.class);

    public PostgresAdapters() {
        jdbc().sql("TRUNCATE meeting_room CASCADE").update();
    }

    @Override
    public Ports ports() {
        return new Ports(
                CONTEXT.bean(MeetingRoomRepository.class), CONTEXT.bean(RoomReservationRepository.class),
                CONTEXT.bean(EventRepository.class));
    }

    public JdbcClient jdbc() {
        return CONTEXT.bean(JdbcClient.class);
    }

    @Override
    public <T> T run(Supplier<T> call, boolean readOnly) {
        return CONTEXT.inTransaction(call);
    }
}
