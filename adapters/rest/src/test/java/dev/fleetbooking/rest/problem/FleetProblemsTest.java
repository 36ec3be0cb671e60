package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Candidate;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Undisplaced;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.UndisplacedReason;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.skyscreamer.jsonassert.JSONAssert;

/** Every refusal of the fleet, with the status, the type and the members that the contract gives it. */
@WhatToDo("docs/recipes/add-a-refusal.md has the steps of a refusal")
class FleetProblemsTest extends RestTest {

    private static final CalendarEntry BOOKED = Samples.BOOKING.occupancy().entries().getFirst();
    private static final CalendarEntry CLEANED = Samples.BOOKING.occupancy().entries().getLast();
    private static final CalendarEntry IN_WORKSHOP = Samples.WINDOW.occupancy().entries().getFirst();

    private static final FleetRefusal.MaintenanceConflict CONFLICT = new FleetRefusal.MaintenanceConflict(
            List.of(new FleetRefusal.MaintenanceConflict.Conflict(BOOKED, "CONFIRMED"),
                    new FleetRefusal.MaintenanceConflict.Conflict(CLEANED, "CONFIRMED"),
                    new FleetRefusal.MaintenanceConflict.Conflict(IN_WORKSHOP, "PLANNED")),
            List.of(Samples.PERIOD));
    private static final String CONFLICT_MEMBERS = """
            conflicts: [{kind: 'BOOKING', status: 'CONFIRMED', bookingId: '%1$s'},
                        {kind: 'TURNAROUND', status: 'CONFIRMED', bookingId: '%1$s'},
                        {kind: 'MAINTENANCE', status: 'PLANNED', maintenanceWindowId: '%1$s'}],
            suggestions: [{start: '2027-03-01T09:00:00Z', end: '2027-03-04T09:00:00Z'}]""".formatted(Samples.ID);

    static final List<Arguments> REFUSALS = List.of(
            Arguments.of(new FleetRefusal.CarNotReturned(), 409, "car-not-returned", "{}"),
            Arguments.of(
                    new FleetRefusal.CarUnavailable(
                            List.of(UnavailabilityReason.BOOKED), List.of(BOOKED, CLEANED),
                            Optional.of(CLEANED.period().end()), Optional.of(BOOKED.period().end()), List.of(Samples.OFFER)),
                    409, "car-unavailable", """
                    {reasons: ['BOOKED'],
                     conflicts: [{start: '2027-03-01T09:00:00Z', end: '2027-03-04T09:00:00Z', kind: 'BOOKING'},
                                 {start: '2027-03-04T09:00:00Z', end: '2027-03-04T10:30:00Z', kind: 'TURNAROUND'}],
                     nextAvailableFrom: '2027-03-04T10:30:00Z', latestPossibleEnd: '2027-03-04T09:00:00Z',
                     alternatives: [{car: {registrationPlate: 'B-AB 123'}, quote: {total: {amount: '149.70'}}}]}"""),
            Arguments.of(
                    new FleetRefusal.CarUnavailable(
                            List.of(UnavailabilityReason.NOT_IN_SERVICE), List.of(), Optional.empty(), Optional.empty(),
                            List.of()),
                    409, "car-unavailable", "{reasons: ['NOT_IN_SERVICE'], conflicts: [], alternatives: []}"),
            Arguments.of(CONFLICT, 409, "maintenance-conflict", "{" + CONFLICT_MEMBERS + ", detail: '"
                    + FleetProblem.MAINTENANCE_CONFLICT.description().meaning() + "'}"),
            Arguments.of(
                    new FleetRefusal.DisplacementImpossible(CONFLICT, List.of(
                            new Undisplaced(BOOKED.occupancy(), UndisplacedReason.NO_CAR_AVAILABLE, List.of(new Candidate(
                                    Samples.CAR.id(),
                                    new Availability(List.of(UnavailabilityReason.BOOKED), List.of(BOOKED))))),
                            new Undisplaced(IN_WORKSHOP.occupancy(), UndisplacedReason.MAINTENANCE, List.of()))),
                    409, "maintenance-conflict", "{" + CONFLICT_MEMBERS + """
                    , detail: 'Not every conflict can move to another car, so none moved; \
                    undisplaced lists what cannot move, and why.',
                    undisplaced: [{start: '2027-03-01T09:00:00Z', end: '2027-03-04T09:00:00Z', bookingId: '%1$s',
                                   reason: 'NO_CAR_AVAILABLE',
                                   cars: [{carId: '%2$s', reasons: ['BOOKED'],
                                           conflicts: [{start: '2027-03-01T09:00:00Z', end: '2027-03-04T09:00:00Z',
                                                        kind: 'BOOKING'}]}]},
                                  {maintenanceWindowId: '%1$s', reason: 'MAINTENANCE', cars: []}]}
                    """.formatted(Samples.ID, Samples.CAR.id().value())),
            Arguments.of(new FleetRefusal.CarHasOccupancies(List.of(Samples.BOOKING.occupancy())),
                    409, "car-has-occupancies", """
                    {occupancies: [{kind: 'BOOKING', id: '%s', start: '2027-03-01T09:00:00Z',
                                    end: '2027-03-04T10:30:00Z'}]}""".formatted(Samples.ID)),
            Arguments.of(new FleetRefusal.CarRetired(), 409, "car-retired", "{}"),
            Arguments.of(new FleetRefusal.PriceChanged(Samples.QUOTE), 409, "price-changed", """
                    {quote: {days: 3, dailyPrice: {amount: '49.90', currency: 'EUR'},
                             total: {amount: '149.70', currency: 'EUR'}}}"""),
            Arguments.of(new FleetRefusal.DuplicateRegistrationPlate(Samples.CAR.registrationPlate()),
                    409, "duplicate-registration-plate", "{}"));

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void answersWithTheProblemOfTheContract(FleetRefusal refusal, int status, String type, String members) throws Exception {
        ports.failWith(refusal.asException());

        var problem = assertProblem(get("/api/v1/bookings/" + Samples.ID), status, type);

        JSONAssert.assertEquals(members, problem.toString(), false);
    }

    @Test
    void aConflictThatWasNotToBeDisplacedSpeaksOfNoOtherCars() {
        ports.failWith(CONFLICT.asException());
        var problem = assertProblem(get("/api/v1/bookings/" + Samples.ID), 409, "maintenance-conflict");
        assertThat(problem.has("undisplaced")).isFalse();
        assertThat(problem.path("detail").asString()).doesNotContain("undisplaced");
    }

    @Test
    void everyRefusalIsTested() {
        assertThat(REFUSALS).extracting(row -> (Object) row.get()[0].getClass())
                .containsAll(List.of(FleetRefusal.class.getPermittedSubclasses()));
    }
}
