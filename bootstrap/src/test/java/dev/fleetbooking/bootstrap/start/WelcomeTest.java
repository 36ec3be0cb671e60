package dev.fleetbooking.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class WelcomeTest {

    /** Tests log only warnings. */
    @BeforeEach
    void logTheWelcome() {
        ((Logger) LoggerFactory.getLogger(Welcome.class)).setLevel(Level.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "timelineController, true",
        "timelineController springSecurityFilterChain, false",
        "timelineController springSecurityFilterChain clientRegistrationRepository, true",
        "springSecurityFilterChain clientRegistrationRepository, false"})
    void namesThePagesIfThereAreAnyThatPeopleCanOpen(String beans, boolean named, CapturedOutput output) {
        var context = new StaticApplicationContext();
        Stream.of(beans.split(" ")).filter(name -> !name.isEmpty()).forEach(name -> context.registerSingleton(name, Object.class));
        var environment = new MockEnvironment().withProperty("local.server.port", "8080");

        new Welcome(environment, Clock.systemUTC())
                .sayWhatToTry(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));

        assertThat(output.toString().contains("Open http://127.0.0.1:8080/ in a browser")).isEqualTo(named);
        assertThat(output).contains("http://127.0.0.1:8080/docs");
    }
}
