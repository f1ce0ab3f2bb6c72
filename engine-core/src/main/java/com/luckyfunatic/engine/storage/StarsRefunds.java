package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.operator.StarsRefund;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which plan of an operator asks for the Stars of which payment, and what came of it: one for each
 * payment, never deleted. Each call is one atomic step, durable when it returns; one that failed
 * may have been carried out, and may be repeated. Thread-safe; every method may block and throws
 * {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface StarsRefunds {
    /** Returns what is kept of a payment; payments differ in case and in blanks, too. */
    Optional<StarsRefund> find(String chargeId);

    /**
     * Keeps {@code next} in the place of {@code seen}, if that is what is kept still. The same call
     * again is told the same.
     *
     * @param seen as it was read; null for nothing
     * @param next of the same payment, under a revision that no other has
     * @return whether {@code next} is what is kept now
     */
    boolean replace(@Nullable StarsRefund seen, StarsRefund next);
}
