package dev.fleetbooking.postgres.kit.idempotency;

import dev.fleetbooking.postgres.kit.LockQueues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How requests with a key were answered. Every method belongs into the transaction of the request. */
@Repository
public class IdempotencyRecords {

    private final JdbcClient jdbc;
    private final LockQueues queues;

    IdempotencyRecords(JdbcClient jdbc, LockQueues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    /** A request and its answer. */
    public record Record(
            byte[] fingerprint, int status, Optional<String> location, Optional<String> eTag, byte[] body) {
    }

    /**
     * Takes the key for this transaction. Returns false if it was taken before; a transaction that has it and has not ended
     * yet is waited for.
     */
    public boolean claim(String key, byte[] fingerprint, Instant now) {
        var insert = jdbc.sql("""
                        INSERT INTO idempotency_record (key, fingerprint, created_at) VALUES (:key, :fingerprint, :now)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("now", now.atOffset(ZoneOffset.UTC));
        return queues.join(key, insert::update) == 1;
    }

    /** What is kept under a key that was taken before, unless it was removed meanwhile. */
    public Optional<Record> find(String key) {
        return jdbc.sql("SELECT fingerprint, status, location, etag, body FROM idempotency_record WHERE key = :key")
                .param("key", key)
                .query(IdempotencyRecords::toRecord)
                .optional();
    }

    /** Keeps the answer under a key that this transaction has taken. */
    public void complete(String key, int status, Optional<String> location, Optional<String> eTag, byte[] body) {
        jdbc.sql("""
                        UPDATE idempotency_record SET status = :status, location = :location, etag = :etag, body = :body
                        WHERE key = :key
                        """)
                .param("key", key)
                .param("status", status)
                .param("location", location.orElse(null))
                .param("etag", eTag.orElse(null))
                .param("body", body)
                .update();
    }

    /** Gives up a key that this transaction has taken. */
    public void release(String key) {
        jdbc.sql("DELETE FROM idempotency_record WHERE key = :key").param("key", key).update();
    }

    /** Removes some of what is older, no more than one statement should; returns how many. */
    public int removeBefore(Instant instant) {
        return jdbc.sql("""
                        DELETE FROM idempotency_record WHERE key IN (
                            SELECT key FROM idempotency_record WHERE created_at < :instant LIMIT 10000)
                        """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Record toRecord(ResultSet row, int rowNumber) throws SQLException {
        return new Record(
                row.getBytes("fingerprint"),
                row.getInt("status"),
                Optional.ofNullable(row.getString("location")),
                Optional.ofNullable(row.getString("etag")),
                row.getBytes("body"));
    }
}
