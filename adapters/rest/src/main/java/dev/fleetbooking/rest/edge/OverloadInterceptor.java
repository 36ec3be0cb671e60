package dev.fleetbooking.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns away at once what would have to wait for so long that its caller gives up: a queue that grows helps nobody. */
final class OverloadInterceptor implements HandlerInterceptor {

    private final Semaphore places;

    OverloadInterceptor(int maxConcurrentRequests) {
        places = new Semaphore(maxConcurrentRequests);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!places.tryAcquire()) {
            throw new OverloadedException();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        places.release();
    }
}
