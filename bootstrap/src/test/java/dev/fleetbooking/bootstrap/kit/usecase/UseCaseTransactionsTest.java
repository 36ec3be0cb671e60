package dev.fleetbooking.bootstrap.kit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.UseCase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class UseCaseTransactionsTest {

    private final List<String> log = new ArrayList<>();

    /** What an advice tells the database for a transaction, such as whose rows it may see, ends with that transaction. */
    @Test
    void aRetriedCallIsAdvisedAgain() {
        TransactionAdvice advice = call -> {
            log.add("advice");
            return call.proceed();
        };
        var beans = new StaticListableBeanFactory();
        beans.addBean("boundary", new TransactionBoundary(new LoggedTransactions(), Optional.empty()));
        beans.addBean("advice", advice);
        var transactions = new UseCaseTransactions(
                beans.getBeanProvider(TransactionBoundary.class), beans.getBeanProvider(UseCaseAdvice.class),
                beans.getBeanProvider(TransactionAdvice.class));

        ((Supplier<?>) transactions.postProcessAfterInitialization(new VictimOfADeadlock(log), "useCase")).get();

        assertThat(log).containsExactly("begin", "advice", "call", "rollback", "begin", "advice", "call", "commit");
    }

    /** Fails the first time. */
    @UseCase
    record VictimOfADeadlock(List<String> log) implements Supplier<String> {

        @Override
        public String get() {
            log.add("call");
            if (log.indexOf("call") == log.lastIndexOf("call")) {
                throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
            }
            return "done";
        }
    }

    private final class LoggedTransactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            log.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            log.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            log.add("rollback");
        }
    }
}
