package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.UseCase;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the transaction boundary around every {@link UseCase}, and any further advice around that, so that none can forget it. */
record UseCaseTransactions(
        ObjectProvider<TransactionBoundary> boundary, ObjectProvider<UseCaseAdvice> advice)
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
        return proxy.getProxy();
    }

    private static Object proceed(MethodInvocation invocation) {
        try {
            return invocation.proceed();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException("a driving port declares no checked exceptions", checked);
        }
    }
}
