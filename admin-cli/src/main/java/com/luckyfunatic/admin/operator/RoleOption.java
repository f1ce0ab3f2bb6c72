package com.luckyfunatic.admin.operator;

import com.luckyfunatic.engine.operator.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What an operator may do. */
final class RoleOption {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            description =
                    "What they may do: support, support-lead, live-ops or auditor; several with"
                            + " commas between, or the option again.")
    private List<String> words = List.of();

    /**
     * Returns the roles.
     *
     * @throws IllegalArgumentException when one is not known
     */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            roles.add(
                    Role.of(word.strip()).orElseThrow(() -> new IllegalArgumentException(known())));
        }
        return roles;
    }

    /** The roles as they are given, such as {@code support,auditor}. */
    @Override
    public String toString() {
        return roles().stream().map(Role::word).collect(Collectors.joining(","));
    }

    private static String known() {
        return "--role is one of "
                + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "))
                + ".";
    }
}
