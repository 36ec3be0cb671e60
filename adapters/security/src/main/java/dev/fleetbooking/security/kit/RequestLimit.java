package dev.fleetbooking.security.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a caller sends beyond its limit. Each instance of the service counts for itself. */
final class RequestLimit extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int limit;
    private final TimeMeter time;

    /** A bucket that nobody used for the period is full again, and need not be kept. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().expireAfterAccess(PERIOD).build();

    RequestLimit(int limit, Clock clock) {
        this.limit = limit;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller)) {
            chain.doFilter(request, response);
            return;
        }
        var probe = buckets.get(caller.getName(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        // draft-ietf-httpapi-ratelimit-headers-10
        response.setHeader("RateLimit-Policy", "\"caller\";q=%d;w=%d".formatted(limit, PERIOD.toSeconds()));
        response.setHeader("RateLimit",
                "\"caller\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, PERIOD))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
