package dev.fleetbooking.domain.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** The choices of a generator: random ones, or a record of earlier ones followed by zeros. */
public final class Choices {

    record Element(int from, int to) {
    }

    private final SplittableRandom random;
    private final Optional<List<Long>> recorded;
    final List<Long> made = new ArrayList<>();
    final List<Element> elements = new ArrayList<>();

    Choices(SplittableRandom random, Optional<List<Long>> recorded) {
        this.random = random;
        this.recorded = recorded;
    }

    /** A number, both ends included; every tenth is one of the ends, or the nearest to zero. */
    public long between(long min, long max) {
        return choose(min, max, () -> random.nextInt(10) > 0
                ? random.nextLong(min, max + 1)
                : List.of(min, max, Math.clamp(0L, min, max)).get(random.nextInt(3)));
    }

    public int between(int min, int max) {
        return (int) between((long) min, (long) max);
    }

    /** One of the values; the first counts as the smallest. */
    public <T> T of(List<T> values) {
        return values.get(index(values.size()));
    }

    @SafeVarargs
    public final <T> T of(T... values) {
        return values[index(values.length)];
    }

    private int index(int size) {
        return (int) choose(0, size - 1, () -> random.nextInt(size));
    }

    /** A list whose size is between the two, both included. */
    public <T> List<T> listOf(int minSize, int maxSize, Property.Generator<T> generator) {
        var list = new ArrayList<T>();
        var size = random.nextInt(minSize, maxSize + 1);
        var from = made.size();
        // A choice precedes each element and says that it exists, so that shrinking can leave the element out.
        while (choose(list.size() < minSize ? 1 : 0, list.size() < maxSize ? 1 : 0, () -> list.size() < size ? 1 : 0) == 1) {
            list.add(generator.from(this));
            elements.add(new Element(from, made.size()));
            from = made.size();
        }
        return List.copyOf(list);
    }

    private long choose(long min, long max, LongSupplier chance) {
        var choice = recorded
                .map(choices -> Math.clamp(made.size() < choices.size() ? choices.get(made.size()) : 0, min, max))
                .orElseGet(chance::getAsLong);
        made.add(choice);
        return choice;
    }

    List<Long> without(int element, int count) {
        var choices = new ArrayList<>(made);
        choices.subList(elements.get(element).from(), elements.get(element + count - 1).to()).clear();
        return choices;
    }

    List<Long> reduced(int index, long by) {
        var choices = new ArrayList<>(made);
        if (index < choices.size()) {
            choices.set(index, choices.get(index) - by);
        }
        return choices;
    }

    boolean isSmallerThan(Choices other) {
        return made.size() < other.made.size() || made.size() == other.made.size() && distance() < other.distance();
    }

    private double distance() {
        return made.stream().mapToDouble(Math::abs).sum();
    }
}
