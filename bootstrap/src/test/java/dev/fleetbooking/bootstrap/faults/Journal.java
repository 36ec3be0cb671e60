package dev.fleetbooking.bootstrap.faults;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** All requests and answers of the clients. The operations on one subject are in the order of their requests. */
final class Journal {

    private final ConcurrentLinkedQueue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    Operation begin(Operation operation) {
        operations.add(operation);
        begun.incrementAndGet();
        return operation;
    }

    void answer(Operation operation, Operation.Answer answer) {
        operation.answers().add(answer);
        if (answer.isOpen()) {
            open.incrementAndGet();
        }
    }

    int begun() {
        return begun.get();
    }

    /** The number of lost answers and of 503 answers. */
    int open() {
        return open.get();
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    long count(Predicate<Operation> which) {
        return operations.stream().filter(which).count();
    }

    long countAnswers(Predicate<Operation.Answer> which) {
        return operations.stream().flatMap(operation -> operation.answers().stream()).filter(which).count();
    }
}
