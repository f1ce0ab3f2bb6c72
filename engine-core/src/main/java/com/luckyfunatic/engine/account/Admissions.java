package com.luckyfunatic.engine.account;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Bans, and logins that were ended. Thread-safe; what changes something may block and returns when
 * it is durable. From then on every process that uses the storage answers accordingly.
 */
public interface Admissions {
    /**
     * Bans {@code player}, who need not be known; in the place of a ban before.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    void ban(PlayerId player, Ban ban);

    /**
     * Lifts the ban of {@code player}; of one who is not banned it is no error.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    void unban(PlayerId player);

    /**
     * Ends all logins of {@code player} until {@code atMillis}, that moment included. An earlier
     * time than before changes nothing.
     *
     * @param atMillis epoch milliseconds, at least 1
     * @throws StorageUnavailableException when the store is away or full
     */
    void endLogins(PlayerId player, long atMillis);

    /**
     * Changes who may play, in one atomic step, unless a change of that operation was made before
     * or something else than its {@code before} holds now. Who did it is kept with it.
     *
     * @return the change that was made under the operation, now or before; empty when something
     *     else holds, so that nothing has changed
     * @throws StorageUnavailableException when the store is away or full; the change may have been
     *     made
     */
    Optional<AdmissionChange> change(AdmissionChange change);

    /**
     * Returns the change that was made under {@code operation}.
     *
     * @throws StorageUnavailableException when the store is away
     */
    Optional<AdmissionChange> changed(OperationId operation);

    /**
     * Finds out whether {@code player} may play, as of the call or later. Does not block: it calls
     * one of the two, once, before it returns or later on another thread. A storage that can be
     * played on while the place of bans is away then answers as it last knew.
     *
     * @param answer takes what was found out; must not block
     * @param failure takes why it cannot be found out, such as {@link StorageUnavailableException}
     *     of a closed storage
     */
    void admission(PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure);
}
