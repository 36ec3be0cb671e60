package dev.fleetbooking.rest.kit;

import static java.util.Objects.requireNonNull;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.Revision;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RestController;

/**
 * The driving ports of all controllers that are records. They record their calls and return samples, or fail as requested; a
 * precondition among the arguments, or in one of them, is verified against the revision of the sample.
 */
public final class StubPorts implements BeanFactoryPostProcessor {

    private final Map<Class<?>, Function<Call, ?>> samples = new HashMap<>(SampleController.SAMPLES);
    private Optional<Call> lastCall;
    private Object other;
    private RuntimeException failure;
    private boolean hasNext;

    /** A call of a port. */
    public record Call(Class<?> port, List<?> arguments) {

        /** The first argument of this type. */
        public <T> T argument(Class<T> type) {
            return arguments.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
        }
    }

    /** @param samples what ports answer, by type; a page or a list of this type has one item */
    public StubPorts(Map<Class<?>, Function<Call, ?>> samples) {
        this.samples.putAll(samples);
        reset();
    }

    public void reset() {
        lastCall = Optional.empty();
        other = null;
        failure = null;
        hasNext = false;
    }

    /** Makes ports return this instead of their sample. */
    public void answerWith(Object answer) {
        other = answer;
    }

    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** Makes lists return pages as if more items followed. */
    public void haveMorePages() {
        hasNext = true;
    }

    public Optional<Call> lastCall() {
        return lastCall;
    }

    /** The argument of this type in the last call. */
    public <T> T asked(Class<T> type) {
        return lastCall.orElseThrow().argument(type);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Stream.of(beans.getBeanNamesForAnnotation(RestController.class))
                .map(beans::getType)
                .filter(Class::isRecord)
                .flatMap(controller -> Stream.of(controller.getRecordComponents()))
                .map(RecordComponent::getType)
                .distinct()
                .forEach(port -> beans.registerSingleton(port.getName(), stub(port)));
    }

    private Object stub(Class<?> port) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? ReflectionUtils.invokeMethod(method, port, arguments)
                        : answer(method, new Call(port, arguments == null ? List.of() : List.of(arguments))));
    }

    private Object answer(Method method, Call call) {
        lastCall = Optional.of(call);
        var type = ResolvableType.forMethodReturnType(method);
        var item = type.hasGenerics() ? type.getGeneric().toClass() : type.toClass();
        var sample = requireNonNull(samples.get(item), () -> "There is no sample of " + item).apply(call);
        if (failure != null) {
            throw failure;
        }
        call.arguments().stream().flatMap(StubPorts::preconditions).forEach(precondition -> precondition.verify(revision(sample)));
        if (other != null) {
            return other;
        }
        return type.toClass() == Page.class ? new Page<>(List.of(sample), hasNext)
                : type.toClass() == List.class ? List.of(sample) : sample;
    }

    private static Stream<Precondition> preconditions(Object argument) {
        var components = argument instanceof Record
                ? Stream.of(argument.getClass().getRecordComponents())
                        .map(component -> ReflectionUtils.invokeMethod(component.getAccessor(), argument))
                : Stream.of(argument);
        return components.filter(Precondition.class::isInstance).map(Precondition.class::cast);
    }

    private static Revision revision(Object sample) {
        return (Revision) ReflectionUtils.invokeMethod(BeanUtils.findMethod(sample.getClass(), "revision"), sample);
    }
}
