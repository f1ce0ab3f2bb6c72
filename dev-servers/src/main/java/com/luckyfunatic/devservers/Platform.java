package com.luckyfunatic.devservers;

import java.util.Locale;

/** The machine we run on, in the words that the names of binaries use. */
record Platform(String os, String architecture) {
    /** Of this JVM. */
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** From the values of the system properties {@code os.name} and {@code os.arch}. */
    static Platform of(String osName, String osArch) {
        var name = osName.toLowerCase(Locale.ROOT);
        var os = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
        var architecture =
                switch (osArch) {
                    case "x86_64", "amd64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> osArch;
                };
        return new Platform(os, architecture);
    }

    @Override
    public String toString() {
        return os + " " + architecture;
    }
}
