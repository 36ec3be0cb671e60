-- Fewer keys between occupancies and their owners that refuse the same, and beside each what it refuses (ADR 0041). In psql, \d+
-- shows the comments of a table and its columns, \dd those of constraints.

ALTER TABLE car_occupancy
    DROP CONSTRAINT car_occupancy_booking_fkey,
    DROP CONSTRAINT car_occupancy_maintenance_window_fkey,
    DROP CONSTRAINT car_occupancy_hold_fkey;
ALTER TABLE booking DROP CONSTRAINT booking_hold_fkey;

-- A foreign key with a NULL in it is not checked, and a NULL in the key that it names is never found. So no lapse is infinity
-- here, and in_use is NULL where no occupancy is allowed. A finite lapse is demanded, else it could be taken for none.
ALTER TABLE booking
    DROP COLUMN in_use,
    DROP COLUMN allowed_occupancy_id,
    DROP CONSTRAINT booking_hold_key,
    ADD COLUMN in_use boolean GENERATED ALWAYS AS
        (CASE WHEN status NOT IN ('CANCELLED', 'EXPIRED', 'NO_SHOW') THEN status = 'ACTIVE' END) STORED,
    ADD COLUMN lapses_at_or_never timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(hold_expires_at, 'infinity')) STORED,
    ADD CONSTRAINT booking_hold_expires_finite CHECK (isfinite(hold_expires_at)),
    ADD CONSTRAINT booking_occupancy_key UNIQUE (car_id, id, in_use, lapses_at_or_never);
ALTER TABLE maintenance_window
    DROP COLUMN in_use,
    DROP COLUMN allowed_occupancy_id,
    ADD COLUMN in_use boolean GENERATED ALWAYS AS (CASE WHEN status <> 'CANCELLED' THEN status = 'IN_PROGRESS' END) STORED,
    ADD CONSTRAINT maintenance_window_occupancy_key UNIQUE (car_id, id, in_use);
ALTER TABLE car_occupancy
    DROP CONSTRAINT car_occupancy_hold_key,
    ADD COLUMN lapses_at_or_never timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(lapses_at, 'infinity')) STORED,
    ADD CONSTRAINT car_occupancy_hold_lapses_finite CHECK (isfinite(lapses_at)),
    ADD CONSTRAINT car_occupancy_booking_fkey FOREIGN KEY (booking_id, car_id, in_use, lapses_at_or_never)
        REFERENCES booking (id, car_id, in_use, lapses_at_or_never) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT car_occupancy_maintenance_window_fkey FOREIGN KEY (maintenance_window_id, car_id, in_use)
        REFERENCES maintenance_window (id, car_id, in_use) DEFERRABLE INITIALLY DEFERRED;

-- The new keys begin with the same columns, and list by id as well.
DROP INDEX booking_car_idx, maintenance_window_car_idx;

COMMENT ON TABLE dealer IS 'Who rents out cars, in one time zone and one currency.';
COMMENT ON CONSTRAINT dealer_pkey ON dealer IS 'Refuses a second dealer with the same id.';
COMMENT ON CONSTRAINT dealer_currency_key ON dealer IS 'Refuses nothing that dealer_pkey does not; car_dealer_fkey refers to it.';
COMMENT ON CONSTRAINT dealer_name_length ON dealer IS 'Refuses a name that does not have 1 to 100 characters.';
COMMENT ON CONSTRAINT dealer_name_normal ON dealer IS 'Refuses a name that is not in normal form.';
COMMENT ON CONSTRAINT dealer_currency_code ON dealer IS 'Refuses a currency that does not look like a code of ISO 4217.';
COMMENT ON CONSTRAINT dealer_turnaround_range ON dealer IS 'Refuses a turnaround below zero or above one day.';

COMMENT ON TABLE car IS 'A car of a dealer, its price and whether it is in service.';
COMMENT ON CONSTRAINT car_pkey ON car IS 'Refuses a second car with the same id.';
COMMENT ON CONSTRAINT car_dealer_key ON car IS
    'Refuses nothing that car_pkey does not; bookings and windows refer to it. Lists the cars of a dealer by id.';
COMMENT ON CONSTRAINT car_dealer_fkey ON car IS 'Refuses a car without a dealer, and a price in another currency than the dealer''s.';
COMMENT ON CONSTRAINT car_registration_plate_key ON car IS 'Refuses a second car of one dealer with the same plate.';
COMMENT ON CONSTRAINT car_registration_plate_length ON car IS 'Refuses a plate that does not have 1 to 16 characters.';
COMMENT ON CONSTRAINT car_registration_plate_normal ON car IS 'Refuses another spelling of a plate than its normal form.';
COMMENT ON CONSTRAINT car_make_length ON car IS 'Refuses a make that does not have 1 to 100 characters.';
COMMENT ON CONSTRAINT car_make_normal ON car IS 'Refuses a make that is not in normal form.';
COMMENT ON CONSTRAINT car_model_length ON car IS 'Refuses a model that does not have 1 to 100 characters.';
COMMENT ON CONSTRAINT car_model_normal ON car IS 'Refuses a model that is not in normal form.';
COMMENT ON CONSTRAINT car_model_year_range ON car IS 'Refuses a model year before 1950.';
COMMENT ON CONSTRAINT car_category_pattern ON car IS 'Refuses a category that is not in capitals, digits and underscores, or is too long.';
COMMENT ON CONSTRAINT car_daily_price_range ON car IS 'Refuses a price below zero.';
COMMENT ON CONSTRAINT car_status_known ON car IS 'Refuses a status that the domain does not know.';

COMMENT ON TABLE booking IS 'What a customer has booked. While it is live, the car is blocked by an occupancy with the same id.';
COMMENT ON COLUMN booking.required_occupancy_id IS 'The occupancy that must exist, that of this booking; NULL if none must.';
COMMENT ON COLUMN booking.in_use IS 'What in_use of the occupancy must be: true while the customer has the car; NULL if there must be no occupancy.';
COMMENT ON COLUMN booking.lapses_at_or_never IS 'When the occupancy must lapse: hold_expires_at, or infinity if this is no hold.';
COMMENT ON CONSTRAINT booking_pkey ON booking IS 'Refuses a second booking with the same id.';
COMMENT ON CONSTRAINT booking_occupancy_key ON booking IS
    'Refuses nothing that booking_pkey does not; car_occupancy_booking_fkey refers to it. Lists the bookings of a car by id.';
COMMENT ON CONSTRAINT booking_required_occupancy_fkey ON booking IS
    'Refuses at commit a held, confirmed or active booking without an occupancy.';
COMMENT ON CONSTRAINT booking_car_fkey ON booking IS 'Refuses a booking of no car, or of a car of another dealer.';
COMMENT ON CONSTRAINT booking_customer_name_length ON booking IS 'Refuses a name that does not have 1 to 100 characters.';
COMMENT ON CONSTRAINT booking_customer_name_normal ON booking IS 'Refuses a name that is not in normal form.';
COMMENT ON CONSTRAINT booking_customer_email_length ON booking IS 'Refuses an address that does not have 1 to 254 characters.';
COMMENT ON CONSTRAINT booking_customer_email_normal ON booking IS 'Refuses an address that is not in normal form.';
COMMENT ON CONSTRAINT booking_customer_phone_length ON booking IS 'Refuses a number that does not have 1 to 32 characters.';
COMMENT ON CONSTRAINT booking_customer_phone_normal ON booking IS 'Refuses a number that is not in normal form.';
COMMENT ON CONSTRAINT booking_period_order ON booking IS 'Refuses a period that ends before, or when, it starts.';
COMMENT ON CONSTRAINT booking_period_minutes ON booking IS 'Refuses a start or end that is not a whole minute.';
COMMENT ON CONSTRAINT booking_turnaround_range ON booking IS 'Refuses a turnaround below zero or above one day.';
COMMENT ON CONSTRAINT booking_days_range ON booking IS 'Refuses a booking of less than one day.';
COMMENT ON CONSTRAINT booking_daily_price_range ON booking IS 'Refuses a price below zero.';
COMMENT ON CONSTRAINT booking_total_product ON booking IS 'Refuses a total that is not the product of days and daily price.';
COMMENT ON CONSTRAINT booking_currency_code ON booking IS 'Refuses a currency that does not look like a code of ISO 4217.';
COMMENT ON CONSTRAINT booking_status_known ON booking IS 'Refuses a status that the domain does not know.';
COMMENT ON CONSTRAINT booking_hold_expires ON booking IS 'Refuses a hold that does not expire, and an expiry of anything else.';
COMMENT ON CONSTRAINT booking_hold_expires_finite ON booking IS 'Refuses a hold that expires at infinity, which lapses_at_or_never has for none.';
COMMENT ON CONSTRAINT booking_cancellation_reason_length ON booking IS 'Refuses a reason that does not have 1 to 500 characters.';
COMMENT ON CONSTRAINT booking_cancellation_reason_normal ON booking IS 'Refuses a reason that is not in normal form.';

COMMENT ON TABLE maintenance_window IS 'Maintenance of a car. While it is live, the car is blocked by an occupancy with the same id.';
COMMENT ON COLUMN maintenance_window.required_occupancy_id IS 'The occupancy that must exist, that of this window; NULL if none must.';
COMMENT ON COLUMN maintenance_window.in_use IS
    'What in_use of the occupancy must be: true while the workshop has the car; NULL if there must be no occupancy.';
COMMENT ON CONSTRAINT maintenance_window_pkey ON maintenance_window IS 'Refuses a second window with the same id.';
COMMENT ON CONSTRAINT maintenance_window_occupancy_key ON maintenance_window IS
    'Refuses nothing that maintenance_window_pkey does not; car_occupancy_maintenance_window_fkey refers to it. Lists the windows of a car by id.';
COMMENT ON CONSTRAINT maintenance_window_required_occupancy_fkey ON maintenance_window IS
    'Refuses at commit a planned window, or one in progress, without an occupancy.';
COMMENT ON CONSTRAINT maintenance_window_car_fkey ON maintenance_window IS 'Refuses a window of no car, or of a car of another dealer.';
COMMENT ON CONSTRAINT maintenance_window_period_order ON maintenance_window IS 'Refuses a period that ends before, or when, it starts.';
COMMENT ON CONSTRAINT maintenance_window_period_minutes ON maintenance_window IS 'Refuses a start or end that is not a whole minute.';
COMMENT ON CONSTRAINT maintenance_window_reason_length ON maintenance_window IS 'Refuses a reason that does not have 1 to 500 characters.';
COMMENT ON CONSTRAINT maintenance_window_reason_normal ON maintenance_window IS 'Refuses a reason that is not in normal form.';
COMMENT ON CONSTRAINT maintenance_window_status_known ON maintenance_window IS 'Refuses a status that the domain does not know.';

COMMENT ON TABLE car_occupancy IS 'What blocks a car, and when. A row exists if and only if it does.';
COMMENT ON COLUMN car_occupancy.booking_id IS 'The booking that blocks the car; NULL if a maintenance window does.';
COMMENT ON COLUMN car_occupancy.maintenance_window_id IS 'The maintenance window that blocks the car; NULL if a booking does.';
COMMENT ON COLUMN car_occupancy.lapses_at_or_never IS 'lapses_at, or infinity if there is none.';
COMMENT ON CONSTRAINT car_occupancy_pkey ON car_occupancy IS 'Refuses a second occupancy of one owner.';
COMMENT ON CONSTRAINT car_occupancy_no_overlap ON car_occupancy IS
    'Refuses to promise a car twice: two occupancies of one car that overlap.';
COMMENT ON INDEX car_occupancy_in_use_key IS 'Refuses a car that two owners have at once. Finds the cars that are out.';
COMMENT ON CONSTRAINT car_occupancy_booking_key ON car_occupancy IS
    'Refuses nothing that car_occupancy_pkey does not; booking_required_occupancy_fkey refers to it.';
COMMENT ON CONSTRAINT car_occupancy_maintenance_window_key ON car_occupancy IS
    'Refuses nothing that car_occupancy_pkey does not; maintenance_window_required_occupancy_fkey refers to it.';
COMMENT ON CONSTRAINT car_occupancy_booking_fkey ON car_occupancy IS
    'Refuses at commit an occupancy without its booking, of one that was cancelled, has expired or was a no-show, of another car, in use when the booking is not active (or the reverse), or lapsing at another time.';
COMMENT ON CONSTRAINT car_occupancy_maintenance_window_fkey ON car_occupancy IS
    'Refuses at commit an occupancy without its window, of a cancelled one, of another car, or in use when the window is not in progress (or the reverse).';
COMMENT ON CONSTRAINT car_occupancy_kind_known ON car_occupancy IS 'Refuses a kind that the domain does not know.';
COMMENT ON CONSTRAINT car_occupancy_during_minutes ON car_occupancy IS
    'Refuses a bound that is absent or not a whole minute: an empty period would block nothing, one without end for ever.';
COMMENT ON CONSTRAINT car_occupancy_during_half_open ON car_occupancy IS 'Refuses a period that lacks its start or includes its end.';
COMMENT ON CONSTRAINT car_occupancy_used_until_minute ON car_occupancy IS 'Refuses an end of the use that is not a whole minute.';
COMMENT ON CONSTRAINT car_occupancy_used_until_range ON car_occupancy IS 'Refuses an end of the use that is not within the period.';
COMMENT ON CONSTRAINT car_occupancy_hold_lapses ON car_occupancy IS 'Refuses a hold that does not lapse, and a lapse of anything else.';
COMMENT ON CONSTRAINT car_occupancy_hold_lapses_finite ON car_occupancy IS
    'Refuses a hold that lapses at infinity, which lapses_at_or_never has for none.';

COMMENT ON TABLE event IS 'What happened to bookings, windows and cars. Rows are added, given a place, and never changed after.';
COMMENT ON CONSTRAINT event_pkey ON event IS 'Refuses a second event with the same serial.';
COMMENT ON CONSTRAINT event_sequence_key ON event IS 'Refuses a second event in one place.';
COMMENT ON CONSTRAINT event_type_known ON event IS 'Refuses a type that the domain does not know.';
COMMENT ON CONSTRAINT event_subject_kind_known ON event IS 'Refuses a kind of subject that the domain does not know.';
COMMENT ON CONSTRAINT event_before_reason_normal ON event IS 'Refuses a reason that is not in normal form.';
COMMENT ON CONSTRAINT event_after_reason_normal ON event IS 'Refuses a reason that is not in normal form.';

COMMENT ON TABLE idempotency_record IS 'The answers that repeated requests get.';
COMMENT ON CONSTRAINT idempotency_record_pkey ON idempotency_record IS 'Refuses a second request with the same key.';
COMMENT ON CONSTRAINT idempotency_record_key_form ON idempotency_record IS 'Refuses a key that does not have 1 to 64 visible ASCII characters.';
COMMENT ON CONSTRAINT idempotency_record_fingerprint_length ON idempotency_record IS 'Refuses a fingerprint that is no SHA-256.';
COMMENT ON CONSTRAINT idempotency_record_successful ON idempotency_record IS 'Refuses to keep the answer of a request that failed.';
COMMENT ON CONSTRAINT idempotency_record_answered ON idempotency_record IS 'Refuses a status without a body, and a body without a status.';
