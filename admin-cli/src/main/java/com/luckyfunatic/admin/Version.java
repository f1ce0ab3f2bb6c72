package com.luckyfunatic.admin;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version} with the version in the jar's manifest. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "funatic admin " + Objects.requireNonNullElse(version, "(not built as a jar)")
        };
    }
}
