-- The empty table of occupancies, partitioned by hash of the car. Each unique key has to contain the partition key. Nothing else
-- changes: an occupancy still has the id and the car of its booking, and an id has one car, so it has one occupancy.
ALTER TABLE booking DROP CONSTRAINT booking_required_occupancy_fkey;
ALTER TABLE maintenance_window DROP CONSTRAINT maintenance_window_required_occupancy_fkey;
ALTER TABLE car_occupancy RENAME TO car_occupancy_whole;

CREATE TABLE car_occupancy (LIKE car_occupancy_whole INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)
    PARTITION BY HASH (car_id);
DROP TABLE car_occupancy_whole;

DO $$
BEGIN
    FOR number IN 0..15 LOOP
        EXECUTE format('CREATE TABLE car_occupancy_%s PARTITION OF car_occupancy FOR VALUES WITH (MODULUS 16, REMAINDER %s)', number, number);
    END LOOP;
END
$$;

ALTER TABLE car_occupancy
    ADD CONSTRAINT car_occupancy_pkey PRIMARY KEY (owner_id, car_id),
    ADD CONSTRAINT car_occupancy_booking_key UNIQUE (booking_id, car_id),
    ADD CONSTRAINT car_occupancy_maintenance_window_key UNIQUE (maintenance_window_id, car_id),
    ADD CONSTRAINT car_occupancy_no_overlap EXCLUDE USING gist (car_id WITH =, during WITH &&),
    ADD CONSTRAINT car_occupancy_booking_fkey FOREIGN KEY (booking_id, car_id, in_use, lapses_at_or_never)
        REFERENCES booking (id, car_id, in_use, lapses_at_or_never) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT car_occupancy_maintenance_window_fkey FOREIGN KEY (maintenance_window_id, car_id, in_use)
        REFERENCES maintenance_window (id, car_id, in_use) DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX car_occupancy_in_use_key ON car_occupancy (car_id) WHERE in_use;
CREATE INDEX car_occupancy_end_idx ON car_occupancy (car_id, upper(during));

ALTER TABLE booking
    ADD CONSTRAINT booking_required_occupancy_fkey FOREIGN KEY (required_occupancy_id, car_id)
        REFERENCES car_occupancy (booking_id, car_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE maintenance_window
    ADD CONSTRAINT maintenance_window_required_occupancy_fkey FOREIGN KEY (required_occupancy_id, car_id)
        REFERENCES car_occupancy (maintenance_window_id, car_id) DEFERRABLE INITIALLY DEFERRED;
