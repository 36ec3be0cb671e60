-- The schema of the peer, filled with the fleet that the service has.
CREATE SCHEMA peer;

CREATE TABLE peer.car (
    id                 uuid PRIMARY KEY,
    dealer_id          uuid NOT NULL,
    registration_plate text NOT NULL UNIQUE,
    make               text NOT NULL,
    model              text NOT NULL,
    category           text NOT NULL,
    daily_price        numeric(12, 2) NOT NULL,
    currency           text NOT NULL
);

CREATE TABLE peer.booking (
    id             uuid PRIMARY KEY,
    car_id         uuid NOT NULL,
    customer_name  text NOT NULL,
    customer_email text NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    total          numeric(12, 2) NOT NULL,
    status         text NOT NULL,
    created_at     timestamptz NOT NULL,
    version        integer NOT NULL,
    CHECK (starts_at < ends_at)
);

INSERT INTO peer.car
SELECT id, dealer_id, registration_plate, make, model, category, daily_price, currency FROM public.car;

INSERT INTO peer.booking
SELECT id, car_id, customer_name, customer_email, starts_at, ends_at, total, status, created_at, version
FROM public.booking
WHERE status IN ('CONFIRMED', 'ACTIVE', 'COMPLETED');

-- After the rows: like this an index is built in one pass.
CREATE INDEX car_dealer ON peer.car (dealer_id);
CREATE INDEX booking_car ON peer.booking (car_id, starts_at, ends_at);
ALTER TABLE peer.booking
    ADD FOREIGN KEY (car_id) REFERENCES peer.car,
    ADD CONSTRAINT booking_no_overlap EXCLUDE USING gist (car_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (status <> 'CANCELLED');

ANALYZE peer.car;
ANALYZE peer.booking;
