package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A storage beneath a process that dies before or after a chosen write: from then on nothing that
 * the process does reaches it, until it is started again. Thread-safe.
 */
final class MortalStorage {
    private static final Set<Class<?>> PORTS =
            Set.of(
                    OperatorActions.class,
                    PlayerStore.class,
                    StarsRefunds.class,
                    SupportPlans.class);
    private static final Set<String> WRITES =
            Set.of("append", "execute", "replace", "spend", "release");

    private int writesLeft = Integer.MAX_VALUE;
    private boolean diesBefore;
    private boolean isDead;

    /** Returns {@code storage} as the process sees it. */
    GameStorage around(GameStorage storage) {
        return (GameStorage) proxy(GameStorage.class, storage);
    }

    /** Lets the process die at the write {@code number}, from 1, before it or right after it. */
    synchronized void dieAt(int number, boolean before) {
        writesLeft = number;
        diesBefore = before;
    }

    /** Starts the process again; tells whether it had died. */
    synchronized boolean restart() {
        boolean hasDied = isDead;
        writesLeft = Integer.MAX_VALUE;
        isDead = false;
        return hasDied;
    }

    private Object proxy(Class<?> port, Object real) {
        return Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> {
                    Object result =
                            WRITES.contains(method.getName())
                                    ? write(real, method, arguments)
                                    : call(real, method, arguments);
                    return result != null && PORTS.contains(method.getReturnType())
                            ? proxy(method.getReturnType(), result)
                            : result;
                });
    }

    private synchronized @Nullable Object write(
            Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        if (isDead || (--writesLeft == 0 && diesBefore)) {
            throw dead();
        }
        Object result = call(real, method, arguments);
        if (writesLeft == 0) {
            throw dead();
        }
        return result;
    }

    private StorageUnavailableException dead() {
        isDead = true;
        return new StorageUnavailableException("the process is dead");
    }

    private static Object call(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
