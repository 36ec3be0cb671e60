-- Comments of V6, said more clearly: a migration that exists in databases must not change.

COMMENT ON CONSTRAINT booking_days_range ON booking IS 'Refuses a price for less than one day.';
COMMENT ON CONSTRAINT booking_hold_expires_finite ON booking IS 'Refuses an infinite expiry: in lapses_at_or_never, infinity means none.';
COMMENT ON TABLE car_occupancy IS 'What blocks a car, and when: a row for each live booking or window. Completed ones may keep theirs.';
COMMENT ON CONSTRAINT car_occupancy_hold_lapses_finite ON car_occupancy IS
    'Refuses an infinite lapse: in lapses_at_or_never, infinity means none.';
COMMENT ON TABLE event IS 'What happened to bookings, windows and cars. Rows are added, numbered once, and not changed afterwards.';
