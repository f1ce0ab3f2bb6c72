package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The storage of a process that dies: chosen calls do not return, before or after they have had
 * their effect. Thread-safe.
 */
final class MortalStorage {
    private MortalStorage() {}

    /** The process has died. Nobody catches it but who started the process. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;

        Died() {
            super("the process died");
        }
    }

    /** Where a process can die. */
    interface Fate {
        /** Asked before and after each call. */
        void pass();
    }

    /**
     * @param ids for all processes on it: each would begin anew
     */
    static GameStorage of(GameStorage storage, IdSource ids, Fate fate) {
        PlayerStore players = mortal(PlayerStore.class, storage.players(), fate);
        FollowUpQueue followUps = mortal(FollowUpQueue.class, storage.followUps(), fate);
        TransferOutbox outbox = mortal(TransferOutbox.class, storage.transferOutbox(), fate);
        Raffles raffles = mortal(Raffles.class, storage.raffles(), fate);
        return proxy(
                GameStorage.class,
                (method, arguments) ->
                        switch (method.getName()) {
                            case "players" -> players;
                            case "followUps" -> followUps;
                            case "raffles" -> raffles;
                            case "transferOutbox" -> outbox;
                            case "ids" -> ids;
                            default -> method.invoke(storage, arguments);
                        });
    }

    /** The same, where it can die at every call of every port. */
    static GameStorage everywhere(GameStorage storage, IdSource ids, Fate fate) {
        return proxy(
                GameStorage.class,
                (method, arguments) -> {
                    if (method.getName().equals("ids")) {
                        return ids;
                    }
                    Object made = method.invoke(storage, arguments);
                    return method.getReturnType().isInterface()
                                    && method.getParameterCount() == 0
                                    && !method.getName().equals("clock")
                            ? port(method.getReturnType(), made, fate)
                            : made;
                });
    }

    private static <T> Object port(Class<T> port, Object right, Fate fate) {
        return mortal(port, port.cast(right), fate);
    }

    static <T> T mortal(Class<T> port, T right, Fate fate) {
        return proxy(
                port,
                (method, arguments) -> {
                    fate.pass();
                    Object result = method.invoke(right, arguments);
                    fate.pass();
                    return result;
                });
    }

    private interface Call {
        Object make(Method method, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException;
    }

    private static <T> T proxy(Class<T> port, Call call) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            try {
                                return call.make(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
