package dev.fleetbooking.web.kit;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows what went wrong on a page, where somebody asked for a page. */
@ControllerAdvice("dev.fleetbooking.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFailures {

    private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ModelAndView show(Exception failure, HttpServletResponse response) {
        var status = switch (failure) {
            case RefusedException refused -> switch (refused.refusal()) {
                case CommonRefusal.NotFound _ -> HttpStatus.NOT_FOUND;
                case CommonRefusal.Forbidden _ -> HttpStatus.FORBIDDEN;
                default -> HttpStatus.BAD_REQUEST;
            };
            case SubmissionInProgressException _ -> {
                LOG.warn("A form was sent again while its first submission was in progress");
                yield HttpStatus.CONFLICT;
            }
            case StoreUnavailableException unavailable -> {
                // As the API logs it.
                LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
                yield HttpStatus.SERVICE_UNAVAILABLE;
            }
            case ErrorResponse framework when framework.getStatusCode().is4xxClientError() -> HttpStatus.BAD_REQUEST;
            // A path with an id that is none.
            case TypeMismatchException _ -> HttpStatus.NOT_FOUND;
            default -> {
                LOG.error("The page failed", failure);
                yield HttpStatus.INTERNAL_SERVER_ERROR;
            }
        };
        if (status == HttpStatus.CONFLICT || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        return page;
    }
}
