package com.luckyfunatic.engine.operator;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person who runs the game.
 *
 * @param name who it is
 * @param roles what they may do, at least one
 * @param credential of what they sign in with
 * @param disabled whether they may do nothing any more
 * @param addedAtMillis since when they are known, epoch milliseconds
 */
public record Operator(
        OperatorName name,
        Set<Role> roles,
        CredentialHash credential,
        boolean disabled,
        long addedAtMillis) {
    /** Copies the roles and checks the ranges. */
    public Operator {
        roles = requireRoles(roles);
        if (addedAtMillis < 0) {
            throw new IllegalArgumentException("when an operator was added is out of range");
        }
    }

    /**
     * Returns {@code roles} without repeats.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Set<Role> requireRoles(Collection<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an operator has at least one role");
        }
        return Set.copyOf(EnumSet.copyOf(roles));
    }

    /** Returns whether they may do now what one of {@code allowed} may. */
    public boolean hasAny(Set<Role> allowed) {
        return !disabled && roles.stream().anyMatch(allowed::contains);
    }

    /** Returns this with other roles. */
    public Operator withRoles(Set<Role> others) {
        return new Operator(name, others, credential, disabled, addedAtMillis);
    }

    /** Returns this with another credential. */
    public Operator withCredential(CredentialHash other) {
        return new Operator(name, roles, other, disabled, addedAtMillis);
    }

    /** Returns this after they were disabled, or may sign in again. */
    public Operator withDisabled(boolean isDisabled) {
        return new Operator(name, roles, credential, isDisabled, addedAtMillis);
    }
}
