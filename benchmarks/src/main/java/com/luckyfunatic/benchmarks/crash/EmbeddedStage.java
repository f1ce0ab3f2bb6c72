package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The server on the embedded storage. */
final class EmbeddedStage implements OneServer {
    private final ServerCommand command;
    private final ServerSettings settings;
    private final Path log;
    private @Nullable ServerProcess server;

    /**
     * @param scratch for the server's data and its log
     * @param forcing {@code everysec} or {@code always}
     */
    EmbeddedStage(ServerCommand command, Path scratch, String forcing) throws IOException {
        this.command = command;
        Files.createDirectories(scratch);
        Path catalog = scratch.resolve("catalog.yaml");
        LoadCatalog.write(catalog);
        log = scratch.resolve("server.log");
        settings =
                ServerSettings.forLoad(scratch.resolve("data"))
                        .with("FUNATIC_CATALOG", catalog.toString())
                        .with("FUNATIC_DURABILITY", forcing);
    }

    @Override
    public double start() throws IOException, InterruptedException {
        if (server != null) {
            return 0;
        }
        server = ServerProcess.start(command, settings, log);
        return server.startTime().toMillis() / 1e3;
    }

    @Override
    public List<URI> urls() {
        return List.of(Objects.requireNonNull(server).url());
    }

    @Override
    public void killServer() throws InterruptedException {
        Objects.requireNonNull(server).kill();
        server = null;
    }

    @Override
    public StateCheck check(JsonNode catalog) {
        List<Long> rewards =
                StreamSupport.stream(catalog.path("ranks").spliterator(), false)
                        .map(rank -> rank.path("rewardJokers").asLong())
                        .toList();
        return new ChainCheck(rewards);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
