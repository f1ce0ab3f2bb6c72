package com.luckyfunatic.benchmarks.crash;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What all commands that strike the game on the distributed storage can be told. */
final class CampaignOptions {
    @Option(
            names = "--server",
            paramLabel = "DIR",
            defaultValue = "server-micronaut/target/lib",
            description = "The server's jars. Default: ${DEFAULT-VALUE}")
    private Path server = Path.of("");

    @Option(
            names = "--rate",
            defaultValue = "2000",
            description = "Operations a second; 0 for as many as go. Default: ${DEFAULT-VALUE}")
    private double rate;

    @Option(names = "--clients", defaultValue = "64", description = "Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(
            names = "--new-players",
            defaultValue = "100",
            description = "Players who join before each round. Default: ${DEFAULT-VALUE}")
    private int newPlayers;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    /** The directory of the server's jars. */
    Path server() {
        return server;
    }

    /** Operations a second; 0 for as many as are answered. */
    double rate() {
        return rate;
    }

    /** How many send requests at once. */
    int clients() {
        return clients;
    }

    /** How many players join before each round. */
    int newPlayers() {
        return newPlayers;
    }

    /** Of everything drawn. */
    long seed() {
        return seed;
    }
}
