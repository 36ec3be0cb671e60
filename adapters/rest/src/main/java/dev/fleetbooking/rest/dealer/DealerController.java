package dev.fleetbooking.rest.dealer;

import dev.fleetbooking.application.dealer.ChangeDealer;
import dev.fleetbooking.application.dealer.GetDealer;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = DealerController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record DealerController(
        RegisterDealer registerDealer, ChangeDealer changeDealer, GetDealer getDealer, ListDealers listDealers) {

    static final String PATH = "/api/v1/dealers";

    @PostMapping
    ResponseEntity<DealerResponse> registerDealer(@Valid @RequestBody RegisterDealerRequest request) {
        var dealer = DealerResponse.of(registerDealer.register(request.toCommand()));
        return ResponseEntity.created(URI.create(PATH + "/" + dealer.id())).body(dealer);
    }

    @GetMapping
    PageResponse<DealerResponse> listDealers(Paging paging) {
        var page = listDealers.list(paging.requestById(DealerId::new));
        return paging.response(page, DealerResponse::of, dealer -> dealer.id().value());
    }

    @GetMapping("/{id}")
    DealerResponse getDealer(@PathVariable DealerId id) {
        return DealerResponse.of(getDealer.get(id));
    }

    @PatchMapping("/{id}")
    DealerResponse changeDealer(
            @PathVariable DealerId id, Precondition precondition, @Valid @RequestBody ChangeDealerRequest request) {
        return DealerResponse.of(changeDealer.change(request.toCommand(id, precondition)));
    }
}
