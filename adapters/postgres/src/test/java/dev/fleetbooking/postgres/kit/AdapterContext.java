package dev.fleetbooking.postgres.kit;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Spring context with adapters on a database of their own, whose statements are counted. */
public final class AdapterContext {

    private final ApplicationContext context;
    private final TransactionTemplate transaction;

    /** @param adapters their configuration */
    public AdapterContext(Class<?> adapters) {
        var database = TestDatabase.createDatabase();
        context = new SpringApplicationBuilder(TestApplication.class, adapters)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=40",
                        "--fleet.max-waiters-per-lock=40",
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        // The tests violate constraints on purpose.
                        "--logging.level.org.hibernate.orm.jdbc.error=off");
        transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The number of statements prepared so far. */
    public long preparedStatements() {
        return ((CountingDataSource) bean(DataSource.class)).preparedStatements();
    }

    public <T> T inTransaction(Supplier<T> call) {
        return transaction.execute(status -> call.get());
    }

    @EnableAutoConfiguration
    static class TestApplication {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String beanName) {
                    return bean instanceof DataSource dataSource ? new CountingDataSource(dataSource) : bean;
                }
            };
        }
    }
}
