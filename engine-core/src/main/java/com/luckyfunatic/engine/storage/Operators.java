package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people who run the game. Thread-safe; every method may block, and what changes something
 * returns when it is durable. From then on every process that uses the storage answers accordingly:
 * nobody keeps an operator who was read before.
 *
 * <p>Nobody is ever removed, only disabled: what was done under a name stays one person's.
 */
public interface Operators {
    /**
     * Adds an operator under a name that nobody has. Of two at once, one is added.
     *
     * @return whether {@code operator} is added now; false when the name is taken
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean add(Operator operator);

    /** Returns who has {@code name}; empty for nobody. */
    Optional<Operator> find(OperatorName name);

    /**
     * Returns operators by name, first letters first.
     *
     * @param after the last name of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<Operator> list(@Nullable OperatorName after, int limit);

    /**
     * Gives {@code name} these roles in place of those before.
     *
     * @param roles at least one
     * @return whether there is such an operator
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean setRoles(OperatorName name, Set<Role> roles);

    /**
     * Gives {@code name} another credential; that before is not accepted any more.
     *
     * @return whether there is such an operator
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean setCredential(OperatorName name, CredentialHash credential);

    /**
     * Disables {@code name}, or lets them sign in again.
     *
     * @return whether there is such an operator
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean setDisabled(OperatorName name, boolean disabled);
}
