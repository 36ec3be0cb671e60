-- Limits of text are those of the domain's values.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE meeting_room (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT meeting_room_name_length CHECK (char_length(name) BETWEEN 1 AND 100)
);

CREATE TABLE room_reservation (
    id uuid PRIMARY KEY,
    meeting_room_id uuid NOT NULL,
    customer text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT room_reservation_meeting_room_fkey FOREIGN KEY (meeting_room_id) REFERENCES meeting_room (id),
    CONSTRAINT room_reservation_customer_length CHECK (char_length(customer) BETWEEN 1 AND 100),
    -- An empty range would overlap nothing, and an infinite one would block for ever.
    CONSTRAINT room_reservation_period_order CHECK (starts_at < ends_at),
    CONSTRAINT room_reservation_period_minutes CHECK (
        isfinite(starts_at) AND isfinite(ends_at)
        AND date_bin('1 minute', starts_at, 'epoch') = starts_at AND date_bin('1 minute', ends_at, 'epoch') = ends_at),
    CONSTRAINT room_reservation_status_known CHECK (status IN ('CONFIRMED', 'CANCELLED')),
    -- The promise: no two confirmed room reservations of one meeting room overlap. Not deferrable, else ON CONFLICT could not name it.
    CONSTRAINT room_reservation_no_overlap EXCLUDE USING gist (meeting_room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (status = 'CONFIRMED')
);

-- Lists by id.
CREATE INDEX room_reservation_meeting_room_idx ON room_reservation (meeting_room_id, id);
