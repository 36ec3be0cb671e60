-- The answers that repeated requests get. A row is written in the transaction of the change that it answers.
CREATE TABLE idempotency_record (
    key         text COLLATE "C" PRIMARY KEY,
    -- Of the request, as SHA-256.
    fingerprint bytea NOT NULL,
    created_at  timestamptz NOT NULL,
    -- Unknown while the request runs, and then only to its own transaction.
    status      integer,
    location    text,
    etag        text,
    body        bytea,
    CONSTRAINT idempotency_record_key_form CHECK (key ~ '^[!-~]{1,64}$'),
    CONSTRAINT idempotency_record_fingerprint_length CHECK (octet_length(fingerprint) = 32),
    CONSTRAINT idempotency_record_successful CHECK (status BETWEEN 200 AND 299),
    CONSTRAINT idempotency_record_answered CHECK ((status IS NULL) = (body IS NULL))
);

-- What is old enough to be removed.
CREATE INDEX idempotency_record_created_idx ON idempotency_record (created_at);
