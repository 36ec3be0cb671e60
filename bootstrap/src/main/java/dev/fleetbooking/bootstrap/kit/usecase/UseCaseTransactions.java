package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.UseCase;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Wraps every {@link UseCase} in the transaction boundary, and that in any further advice, so that no use case is without. */
@Component
record UseCaseTransactions(
        ObjectProvider<TransactionBoundary> boundary, ObjectProvider<UseCaseAdvice> advice,
        ObjectProvider<TransactionAdvice> inner)
        implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        var useCase = bean.getClass().getAnnotation(UseCase.class);
        if (useCase == null) {
            return bean;
        }
        var proxy = new ProxyFactory(bean);
        MethodInterceptor inTransaction =
                invocation -> boundary.getObject().call(useCase.readOnly(), () -> proceed(invocation));
        advice.forEach(proxy::addAdvice);
        proxy.addAdvice(inTransaction);
        inner.forEach(proxy::addAdvice);
        return proxy.getProxy();
    }

    /** A retry has to pass the inner advice again, and an invocation can proceed only once. */
    private static Object proceed(MethodInvocation invocation) {
        try {
            return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException("a driving port declares no checked exceptions", checked);
        }
    }
}
