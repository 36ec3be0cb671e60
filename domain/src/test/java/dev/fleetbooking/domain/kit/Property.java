package dev.fleetbooking.domain.kit;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/**
 * Checks that a property holds for random cases, and fails with the smallest failing case it found and the seed that reproduces
 * the run. A case that one of JUnit's assumptions rejects does not count as a try.
 *
 * <p>System properties: {@code property.seed}, to reproduce a run; {@code property.tries}, the maximum number of tries of a
 * property; {@code property.shrinkSeconds}, how long to look for a smaller failing case, 10 by default.
 */
public final class Property {

    /** Makes a value from choices: the same value from the same choices, a simpler one from smaller choices. */
    @FunctionalInterface
    public interface Generator<T> {

        T from(Choices choices);
    }

    @FunctionalInterface
    public interface TriConsumer<A, B, C> {

        void accept(A a, B b, C c);
    }

    private record Case(List<Object> values, Runnable check) {
    }

    private record Failure(Choices choices, List<Object> values, Throwable cause) {
    }

    private final Generator<Case> cases;
    private final long deadline =
            System.nanoTime() + 1_000_000_000L * Integer.getInteger("property.shrinkSeconds", 10);
    private Failure smallest;

    private Property(Generator<Case> cases, Failure first) {
        this.cases = cases;
        this.smallest = first;
    }

    public static <A> void forAll(int tries, Generator<A> as, Consumer<A> property) {
        check(tries, choices -> {
            var a = as.from(choices);
            return new Case(List.of(a), () -> property.accept(a));
        });
    }

    public static <A, B> void forAll(int tries, Generator<A> as, Generator<B> bs, BiConsumer<A, B> property) {
        check(tries, choices -> {
            var a = as.from(choices);
            var b = bs.from(choices);
            return new Case(List.of(a, b), () -> property.accept(a, b));
        });
    }

    public static <A, B, C> void forAll(
            int tries, Generator<A> as, Generator<B> bs, Generator<C> cs, TriConsumer<A, B, C> property) {
        check(tries, choices -> {
            var a = as.from(choices);
            var b = bs.from(choices);
            var c = cs.from(choices);
            return new Case(List.of(a, b, c), () -> property.accept(a, b, c));
        });
    }

    private static void check(int tries, Generator<Case> cases) {
        long seed = Long.getLong("property.seed", new SplittableRandom().nextLong());
        var random = new SplittableRandom(seed);
        var wanted = Math.min(tries, Integer.getInteger("property.tries", tries));
        var rejected = 0;
        for (var tried = 0; tried < wanted; ) {
            try {
                var choices = new Choices(random, Optional.empty());
                var failure = run(cases.from(choices), choices);
                if (failure.isPresent()) {
                    var smallest = new Property(cases, failure.get()).shrink();
                    throw new AssertionError(
                            "Try %d of %d failed. To repeat it: -Dproperty.seed=%d%nThe smallest failing case found: %s%n%s"
                                    .formatted(tried + 1, wanted, seed, smallest.values(), smallest.cause().getMessage()),
                            smallest.cause());
                }
                tried++;
            } catch (TestAbortedException e) {
                rejected++;
                if (rejected > 100 * wanted) {
                    throw new AssertionError("%d cases were rejected for %d tries".formatted(rejected, tried), e);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("No case could be made. To repeat it: -Dproperty.seed=%d".formatted(seed), e);
            }
        }
    }

    private static Optional<Failure> run(Case one, Choices choices) {
        try {
            one.check().run();
            return Optional.empty();
        } catch (TestAbortedException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(new Failure(choices, one.values(), e));
        }
    }

    /** Leaves out elements of lists, half of them at first, and moves numbers towards zero, until neither helps. */
    private Failure shrink() {
        Failure before;
        do {
            before = smallest;
            for (var run = smallest.choices().elements.size(); run > 0; run /= 2) {
                for (var i = 0; i + run <= smallest.choices().elements.size(); ) {
                    if (!succeeds(smallest.choices().without(i, run))) {
                        i += run;
                    }
                }
            }
            for (var i = 0; i < smallest.choices().made.size(); i++) {
                for (var step = smallest.choices().made.get(i); step != 0; step /= 2) {
                    succeeds(smallest.choices().reduced(i, step));
                }
            }
        } while (smallest != before);
        return smallest;
    }

    private boolean succeeds(List<Long> recorded) {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        try {
            var choices = new Choices(new SplittableRandom(), Optional.of(recorded));
            var one = cases.from(choices);
            var failure = choices.isSmallerThan(smallest.choices()) ? run(one, choices) : Optional.<Failure>empty();
            failure.ifPresent(smaller -> smallest = smaller);
            return failure.isPresent();
        } catch (RuntimeException e) {
            return false; // rejected, or no case could be generated
        }
    }
}
