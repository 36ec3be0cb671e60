package dev.fleetbooking.application.kit;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link IdGenerator}. */
public abstract class IdGeneratorContract {

    private static final int THREADS = 16;
    private static final int IDS_PER_THREAD = 100;

    /** The generator under test. */
    protected abstract IdGenerator generator();

    @Test
    void anIdIsAUuidOfVersion7() {
        var id = generator().next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void eachIdIsGreaterThanTheOneBefore() {
        assertStrictlyIncreasing(ids(generator(), 1_000));
    }

    @Test
    void idsMadeByManyThreadsAreAllDifferentAndGrowWithinEachThread() throws Exception {
        var generator = generator();
        Callable<List<UUID>> task = () -> ids(generator, IDS_PER_THREAD);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var idsByThread = threads.invokeAll(Collections.nCopies(THREADS, task)).stream().map(Future::resultNow).toList();

            assertThat(idsByThread).allSatisfy(IdGeneratorContract::assertStrictlyIncreasing);
            assertThat(idsByThread.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        }
    }

    private static List<UUID> ids(IdGenerator generator, int count) {
        return Stream.generate(generator::next).limit(count).toList();
    }

    private static void assertStrictlyIncreasing(List<UUID> ids) {
        // In the order of their text, which is PostgreSQL's; UUID.compareTo orders differently.
        assertThat(ids).isSortedAccordingTo(comparing(UUID::toString)).doesNotHaveDuplicates();
    }
}
