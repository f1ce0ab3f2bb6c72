package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Stands in front of the ledger and stops a server dead between Redis and MySQL, whenever it is
 * told to.
 */
final class MortalLedger {
    volatile boolean isDead;

    /** From which moment on the archive was read last, epoch milliseconds. */
    volatile long archiveReadFromMillis;

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
                            try {
                                return method.invoke(ledger, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
