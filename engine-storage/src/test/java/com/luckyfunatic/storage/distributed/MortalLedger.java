package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the ledger and stops a server dead between Redis and MySQL, whenever it is
 * told to.
 */
final class MortalLedger {
    volatile boolean isDead;

    private final AtomicReference<@Nullable Runnable> beforeCommit = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> afterAnswer = new AtomicReference<>();

    /** From which moment on the archive was read last, epoch milliseconds. */
    volatile long archiveReadFromMillis;

    /** What happens before the next commit, once. */
    void beforeCommit(Runnable work) {
        beforeCommit.set(work);
    }

    /** What happens after the ledger was next asked for an answer, once. */
    void afterAnswer(Runnable work) {
        afterAnswer.set(work);
    }

    private static void runOnce(AtomicReference<@Nullable Runnable> work) {
        Runnable once = work.getAndSet(null);
        if (once != null) {
            once.run();
        }
    }

    /** Returns {@code ledger} with this in front. */
    PlayerLedger over(PlayerLedger ledger) {
        return (PlayerLedger)
                Proxy.newProxyInstance(
                        PlayerLedger.class.getClassLoader(),
                        new Class<?>[] {PlayerLedger.class},
                        (_, method, arguments) -> {
                            if (isDead && method.getName().equals("commit")) {
                                throw new StorageUnavailableException("the server died");
                            }
                            if (method.getName().equals("archivedAfter")) {
                                archiveReadFromMillis = (long) arguments[2];
                            }
                            if (method.getName().equals("commit")) {
                                runOnce(beforeCommit);
                            }
                            try {
                                Object result = method.invoke(ledger, arguments);
                                if (method.getName().equals("answer")) {
                                    runOnce(afterAnswer);
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
