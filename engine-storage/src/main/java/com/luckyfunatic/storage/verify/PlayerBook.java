package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a storage keeps of one player, for reading only. Every method reads anew; the check asks for
 * operations and snapshot before the state, and for changes and counts after it, so that it finds
 * at least the changes that those speak of.
 *
 * <p>Methods throw {@link com.luckyfunatic.engine.storage.StorageCorruptException} for what cannot
 * be understood.
 */
public interface PlayerBook {
    /** Whose it is. */
    PlayerId player();

    /** Returns the present state; null when there is none. */
    @Nullable PlayerState state();

    /** Returns the state as it was stored last; null when there is none. */
    @Nullable PlayerState snapshot();

    /** Hands out every change that is kept, latest first; also two for one sequence. */
    void changes(Consumer<KeptChange> consumer);

    /** Returns whether the change {@code sequence} may be gone, being older than what is kept. */
    boolean mayLack(long sequence);

    /**
     * Returns the accepted hard operations, in any order. There may be many: they are kept for
     * ever.
     */
    List<HardOperation> operations();

    /** Returns the operation that a hard change is stored as; null when it is not stored as one. */
    @Nullable OperationId operationOf(StateChange hard);

    /**
     * Returns the plans that operators are recorded to have carried out, in any order; empty for a
     * book that leaves them out.
     */
    Optional<List<CarriedOut>> carriedOut();

    /**
     * Returns how many changes the audit counts on each UTC day; empty for a storage without audit.
     */
    Optional<Map<LocalDate, Long>> auditedByDay();

    /**
     * Returns how many changes of the player there are at least, whether or not they can be reached
     * from the state; empty when that is not known.
     */
    OptionalLong rows();
}
