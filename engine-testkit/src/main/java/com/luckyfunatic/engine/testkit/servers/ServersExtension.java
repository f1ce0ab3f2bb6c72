package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.ServerUnavailableException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts the servers that the annotations of a test class ask for, when the class is reached, and
 * passes their addresses. A class whose server this machine cannot have is left out, with the
 * reason.
 */
final class ServersExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ServersExtension.class);

    /**
     * One kind of server that can be asked for.
     *
     * @param key says which of them is meant, unique among all
     */
    private record Wanted<A>(Class<A> address, String key, Supplier<SharedServer<A>> start) {}

    /** What one test class uses; removed from the server when the class is done. */
    private record Used<A>(SharedServer<A> server, A address) implements AutoCloseable {
        @Override
        public void close() {
            server.cleanUp().accept(address);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            for (var wanted : wantedBy(context)) {
                var _ = shared(context, wanted);
            }
            return ConditionEvaluationResult.enabled("its servers run");
        } catch (ServerUnavailableException e) {
            return ConditionEvaluationResult.disabled(e.toString());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == OwnServers.class
                ? annotation(context, WithOwnServers.class).isPresent()
                : find(context, type).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (type == OwnServers.class) {
            return context.getStore(NAMESPACE)
                    .computeIfAbsent(OwnServers.class, _ -> new OwnServers(), OwnServers.class);
        }
        return find(context, type).map(wanted -> address(context, wanted)).orElseThrow();
    }

    private static <A> Object address(ExtensionContext context, Wanted<A> wanted) {
        var testClass = outermost(context);
        return used(testClass, wanted).address();
    }

    // Stores know no type parameters; what stands under a key is what was put there for it. The key
    // must
    // differ from the server's: a store also finds what the stores around it hold.
    @SuppressWarnings("unchecked")
    private static <A> Used<A> used(ExtensionContext testClass, Wanted<A> wanted) {
        return (Used<A>)
                testClass
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                "used " + wanted.key(),
                                _ -> {
                                    var server = shared(testClass, wanted);
                                    var name = Names.unique(testClass.getRequiredTestClass());
                                    return new Used<>(server, server.address().apply(name));
                                });
    }

    /** Of the session: it ends when the JVM has no more tests to run. */
    @SuppressWarnings("unchecked")
    private static <A> SharedServer<A> shared(ExtensionContext context, Wanted<A> wanted) {
        return (SharedServer<A>)
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                        .computeIfAbsent(wanted.key(), _ -> wanted.start().get());
    }

    /** Nested classes share what the class around them has. */
    private static ExtensionContext outermost(ExtensionContext context) {
        var found = context;
        for (Optional<ExtensionContext> next = Optional.of(context);
                next.isPresent();
                next = next.get().getParent()) {
            if (next.get().getTestClass().isPresent()) {
                found = next.get();
            }
        }
        return found;
    }

    private static Optional<Wanted<?>> find(ExtensionContext context, Class<?> address) {
        return wantedBy(context).stream().filter(wanted -> wanted.address() == address).findFirst();
    }

    private static List<Wanted<?>> wantedBy(ExtensionContext context) {
        var all = new ArrayList<Wanted<?>>();
        annotation(context, WithRedis.class)
                .map(a ->
                        new Wanted<>(
                                RedisAddress.class,
                                "redis " + a.value(),
                                () -> Providers.redis(a.value())))
                .ifPresent(all::add);
        annotation(context, WithRedisCluster.class)
                .map(a ->
                        new Wanted<>(
                                RedisClusterAddress.class,
                                "redis cluster " + a.value(),
                                () -> Providers.redisCluster(a.value())))
                .ifPresent(all::add);
        annotation(context, WithMySql.class)
                .map(_ -> new Wanted<>(MySqlAddress.class, "mysql", Providers::mySql))
                .ifPresent(all::add);
        annotation(context, WithCassandra.class)
                .map(_ -> new Wanted<>(CassandraAddress.class, "cassandra", Providers::cassandra))
                .ifPresent(all::add);
        return all;
    }

    private static <T extends Annotation> Optional<T> annotation(
            ExtensionContext context, Class<T> type) {
        return AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(), type, context.getEnclosingTestClasses());
    }
}
