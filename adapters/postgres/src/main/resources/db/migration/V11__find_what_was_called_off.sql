-- What was called off near some time, which calendars that others subscribe to must report. A live booking is not in it.
CREATE INDEX booking_called_off_idx ON booking (car_id, ends_at) WHERE status IN ('CANCELLED', 'EXPIRED', 'NO_SHOW');
