package dev.fleetbooking.application.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;

/**
 * The use cases, each call one transaction, as the composition root wires them.
 *
 * @param dependencies what the constructors of use cases take, found by its type
 */
public record UseCases(Transactions transactions, List<Object> dependencies) {

    /** The use case behind a driving port. */
    public <P> P get(Class<P> drivingPort) {
        try {
            var type = Class.forName(drivingPort.getName() + "UseCase");
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var useCase = constructor.newInstance(
                    Stream.of(constructor.getParameterTypes()).map(this::dependency).toArray());
            var readOnly = type.getAnnotation(UseCase.class).readOnly();
            return drivingPort.cast(Proxy.newProxyInstance(
                    drivingPort.getClassLoader(), new Class<?>[] {drivingPort},
                    (proxy, method, arguments) -> transactions.run(() -> call(useCase, method, arguments), readOnly)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("is no driving port with a use case beside it: " + drivingPort, e);
        }
    }

    private Object dependency(Class<?> type) {
        return dependencies.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static Object call(Object useCase, Method method, Object[] arguments) {
        try {
            return method.invoke(useCase, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
