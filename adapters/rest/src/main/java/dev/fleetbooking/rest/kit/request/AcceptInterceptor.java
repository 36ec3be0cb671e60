package dev.fleetbooking.rest.kit.request;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Respects media types that the caller excludes by {@code q=0}, which Spring takes for the lowest preference. */
final class AcceptInterceptor implements HandlerInterceptor {

    private static final HeaderContentNegotiationStrategy HEADER = new HeaderContentNegotiationStrategy();

    /** Without their parameters: JSON has only one encoding (RFC 8259, section 8.1). */
    static List<MediaType> ranges(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return HEADER.resolveMediaTypes(request).stream()
                .map(type -> new MediaType(type.getType(), type.getSubtype(), type.getQualityValue()))
                .toList();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Collection<?> producible) {
            var types = producible.stream().map(MediaType.class::cast).toList();
            var ranges = ranges(new ServletWebRequest(request));
            var acceptable = types.stream().filter(type -> isAcceptable(type, ranges)).toList();
            if (acceptable.isEmpty()) {
                throw new HttpMediaTypeNotAcceptableException(types);
            }
            request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, new LinkedHashSet<>(acceptable));
        }
        return true;
    }

    /** The quality of the most specific range that matches (RFC 9110, section 12.5.1). */
    private static boolean isAcceptable(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(comparing(MediaType::isConcrete)
                        .thenComparing(range -> !range.isWildcardType())
                        .thenComparing(MediaType::getQualityValue))
                .filter(range -> range.getQualityValue() > 0)
                .isPresent();
    }
}
