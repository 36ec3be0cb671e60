-- The history of room reservations: what happened, and what was true after it.

CREATE TABLE event (
    -- Whoever changes a room reservation holds its lock until the commit, so those of one grow in the order of its changes.
    serial bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type text NOT NULL,
    occurred_at timestamptz NOT NULL,
    room_reservation_id uuid NOT NULL,
    meeting_room_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT event_room_reservation_fkey FOREIGN KEY (room_reservation_id) REFERENCES room_reservation (id),
    CONSTRAINT event_type_known CHECK (type IN ('MADE', 'CANCELLED'))
);

CREATE INDEX event_room_reservation_idx ON event (room_reservation_id, serial);

CREATE FUNCTION refuse_to_change_an_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are only added' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Not for TRUNCATE, with which tests empty their database.
CREATE TRIGGER event_is_only_added BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_to_change_an_event();
