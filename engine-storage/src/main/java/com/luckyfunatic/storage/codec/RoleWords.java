package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The stored form of an operator's roles: their words, with commas between. */
public final class RoleWords {
    private RoleWords() {}

    /** Returns the words of {@code roles}, always in one order. */
    public static String text(Set<Role> roles) {
        return EnumSet.copyOf(roles).stream().map(Role::word).collect(Collectors.joining(","));
    }

    /**
     * Returns the roles that {@link #text} wrote.
     *
     * @throws StorageCorruptException when there is none, or one that this build does not know
     */
    public static Set<Role> roles(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : text.split(",", -1)) {
            roles.add(
                    Role.of(word)
                            .orElseThrow(() ->
                                    new StorageCorruptException(
                                            "an operator has a role that this build does not"
                                                    + " know")));
        }
        return roles;
    }
}
