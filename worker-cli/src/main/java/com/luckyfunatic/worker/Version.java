package com.luckyfunatic.worker;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version} with the version in the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "funatic worker " + Objects.requireNonNullElse(version, "(not built as a jar)")
        };
    }
}
