package com.luckyfunatic.engine.testkit.servers;

import java.util.Locale;
import java.util.Optional;

/** Settings of tests: a system property, else the environment variable of the same words. */
final class TestSettings {
    private TestSettings() {}

    /** The value of {@code funatic.test.name} or {@code FUNATIC_TEST_NAME}; a blank one is none. */
    static Optional<String> find(String name) {
        var property = "funatic.test." + name;
        var variable = property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
