package dev.fleetbooking.rest.openapi;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.rest.edge.FeedPosition;
import dev.fleetbooking.rest.edge.Paging;
import dev.fleetbooking.rest.pricing.CurrencyCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How springdoc is set up; the other classes of this package add what it cannot know. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Paging.class, FeedPosition.class, Precondition.class)
                .replaceWithClass(DealerId.class, UUID.class)
                .replaceWithClass(CarId.class, UUID.class)
                .replaceWithClass(BookingId.class, UUID.class)
                .replaceWithClass(MaintenanceWindowId.class, UUID.class)
                .replaceWithSchema(Category.class, new StringSchema().pattern("^" + Category.PATTERN + "$"))
                .replaceWithSchema(CurrencyCode.class, new StringSchema().pattern("^" + CurrencyCode.PATTERN + "$"));
    }

    /** Springdoc serves JSON at its path and YAML at that path with an ending. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/openapi.json").setViewName("forward:/openapi");
    }

    @Bean
    Documentation documentation() {
        return Documentation.load();
    }

    /** The server is relative: the document does not depend on where it is served. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI().servers(List.of(new Server().url("/")));
    }
}
