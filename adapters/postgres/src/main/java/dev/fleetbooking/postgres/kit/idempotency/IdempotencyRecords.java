package dev.fleetbooking.postgres.kit.idempotency;

import static dev.fleetbooking.postgres.kit.SqlValues.text;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.postgres.kit.LockQueues;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to requests with a key. Every method runs in the transaction of the request. */
@Component
public record IdempotencyRecords(JdbcClient jdbc, LockQueues queues) {

    /** A request and its answer. */
    public record Record(byte[] fingerprint, int status, Optional<String> location, Optional<String> eTag, byte[] body) {
    }

    /**
     * Claims the key for this transaction. Waits for a running transaction that has claimed it. Returns false if the key is
     * already claimed.
     */
    public boolean claim(String key, byte[] fingerprint, Instant now) {
        var insert = jdbc.sql("""
                        INSERT INTO idempotency_record (key, fingerprint, created_at) VALUES (:key, :fingerprint, :now)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("now", utc(now));
        return queues.join(key, insert::update) == 1;
    }

    /** The record of a key that was claimed before, unless it was removed meanwhile. */
    public Optional<Record> find(String key) {
        return jdbc.sql("SELECT fingerprint, status, location, etag, body FROM idempotency_record WHERE key = :key")
                .param("key", key)
                .query((row, _) -> new Record(
                        row.getBytes("fingerprint"), row.getInt("status"), Optional.ofNullable(row.getString("location")),
                        Optional.ofNullable(row.getString("etag")), row.getBytes("body")))
                .optional();
    }

    /** Stores the answer for a key that this transaction has claimed. */
    public void complete(String key, int status, Optional<String> location, Optional<String> eTag, byte[] body) {
        jdbc.sql("""
                        UPDATE idempotency_record SET status = :status, location = :location, etag = :etag, body = :body
                        WHERE key = :key
                        """)
                .param("key", key)
                .param("status", status)
                .param("location", text(location))
                .param("etag", text(eTag))
                .param("body", body)
                .update();
    }

    /** Releases a key that this transaction has claimed. */
    public void release(String key) {
        jdbc.sql("DELETE FROM idempotency_record WHERE key = :key").param("key", key).update();
    }

    /** Removes a batch of older records; returns how many. */
    public int removeBefore(Instant instant) {
        return jdbc.sql("""
                        DELETE FROM idempotency_record WHERE key IN (
                            SELECT key FROM idempotency_record WHERE created_at < :instant LIMIT 10000)
                        """)
                .param("instant", utc(instant))
                .update();
    }
}
