package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar program that subscribes to a car. */
class CalendarIT extends ServiceTest {

    private Fleet fleet;
    private String car;

    @BeforeEach
    void addACar() {
        fleet = new Fleet(api);
        car = fleet.car(fleet.dealer());
    }

    @Test
    void aSubscriberSeesEachChangeOfABooking() {
        var booking = fleet.book(car, "2027-02-01T09:00:00Z", "2027-02-03T09:00:00Z").expect(201);
        var booked = feed("cars", car).expect(200);
        fleet.change(booking, "{\"end\": \"2027-02-04T09:00:00Z\"}").expect(200);
        var extended = feed("cars", car).expect(200);
        fleet.ask(booking, "cancellation").expect(200);
        var cancelled = feed("cars", car).expect(200);

        assertThat(text(booked)).contains("UID:" + booking.id(), "STATUS:CONFIRMED", "DTEND;TZID=Europe/Berlin:20270203T100000");
        assertThat(text(extended)).contains("UID:" + booking.id(), "STATUS:CONFIRMED", "DTEND;TZID=Europe/Berlin:20270204T100000");
        assertThat(text(cancelled)).contains("UID:" + booking.id(), "STATUS:CANCELLED");
    }

    @Test
    void aFeedIsACalendar() {
        assertThat(feed("cars", car).expect(200).header("Content-Type")).contains("text/calendar;charset=UTF-8");
        feed("cars", car, "Accept", "text/calendar").expect(200);
        feed("cars", car, "Accept", "application/json").expectProblem(406, "not-acceptable");
    }

    @Test
    void whatDoesNotExistHasNoFeed() {
        feed("cars", UUID.randomUUID().toString()).expectProblem(404, "not-found");
        feed("dealers", UUID.randomUUID().toString()).expectProblem(404, "not-found");
        feed("cars", "1").expectMalformed("id");
    }

    private Api.Answer feed(String kind, String id, String... headers) {
        return api.raw("GET", "/calendars/%s/%s.ics".formatted(kind, id), null, headers);
    }

    private static String text(Api.Answer feed) {
        return feed.http().body();
    }
}
