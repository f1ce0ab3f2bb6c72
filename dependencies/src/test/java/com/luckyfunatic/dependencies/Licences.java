package com.luckyfunatic.dependencies;

import java.util.List;
import java.util.Map;

/** The licences under which libraries may be part of the programs. */
final class Licences {
    /** By SPDX id. Each leaves the licence of what uses the library alone. */
    static final Map<String, String> ALLOWED =
            Map.of(
                    "Apache-2.0", "permissive",
                    "MIT", "permissive",
                    "MIT-0", "permissive",
                    "BSD-2-Clause", "permissive",
                    "BSD-3-Clause", "permissive",
                    "CC0-1.0", "public domain",
                    "EPL-2.0", "changes to the library itself have to be published",
                    "LGPL-2.1-or-later",
                            "the library has to stay replaceable: it is a jar of its own");

    /** What libraries call a licence that has another name. */
    private static final Map<String, String> ALIASES = Map.of("Bouncy Castle Licence", "MIT");

    private Licences() {}

    /** Returns the licences that {@code library} offers and that are allowed. */
    static List<String> allowed(Library library) {
        return library.licences().stream()
                .map(licence -> ALIASES.getOrDefault(licence, licence))
                .filter(ALLOWED::containsKey)
                .toList();
    }
}
