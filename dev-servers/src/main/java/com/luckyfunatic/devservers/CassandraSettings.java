package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Cassandra a small single node that starts as fast as it can.
 *
 * @param home where everything of it lies
 * @param port of clients
 * @param storagePort of other nodes, of which there are none
 * @param log how it keeps its log
 */
record CassandraSettings(Path home, int port, int storagePort, Log log) {
    /**
     * How much of its log a kill takes from it. Mapped into memory, the log belongs to the kernel
     * as soon as it is written, ten times a second. Compressed, it stays in the process until it is
     * forced.
     *
     * @param forcedEvery how often it is forced to the disk
     * @param isCompressed whether a kill takes everything since then, or the last 100 ms
     */
    record Log(Duration forcedEvery, boolean isCompressed) {
        private String settings() {
            String period = "commitlog_sync_period: " + forcedEvery.toMillis() + "ms\n";
            return isCompressed ? period + COMPRESSION : period;
        }
    }

    private static final String COMPRESSION =
            """
            commitlog_compression:
              - class_name: LZ4Compressor
            """;

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-XX:MaxDirectMemorySize=128m",
                    "-XX:+UseSerialGC",
                    // Its life is short: compiling fast is worth more than compiling well.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.net.preferIPv4Stack=true",
                    "-Dio.netty.tryReflectionSetAccessible=true",
                    "-Dcassandra-foreground=yes",
                    // There is nobody to gossip with, and nobody to wait for.
                    "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                    "-Dcassandra.ring_delay_ms=100",
                    "-Dcassandra.superuser_setup_delay_ms=0",
                    "-Dcassandra.size_recorder_interval=0");

    /** What Cassandra reaches for inside the JDK. */
    private static final List<String> EXPORTS =
            List.of(
                    "java.base/jdk.internal.misc",
                    "java.base/java.lang.ref",
                    "java.management.rmi/com.sun.jmx.remote.internal.rmi",
                    "java.rmi/sun.rmi.registry",
                    "java.rmi/sun.rmi.server",
                    "java.sql/java.sql",
                    "jdk.unsupported/sun.misc");

    private static final List<String> OPENS =
            List.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.module",
                    "java.base/java.lang.reflect",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/jdk.internal.loader",
                    "java.base/jdk.internal.math",
                    "java.base/jdk.internal.module",
                    "java.base/jdk.internal.ref",
                    "java.base/jdk.internal.reflect",
                    "java.base/sun.nio.ch",
                    "jdk.management/com.sun.management.internal");

    private static final String LOGBACK =
            """
            <configuration>
              <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{20} %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="console"/></root>
            </configuration>
            """;

    /**
     * Writes its files. Its directories need no setting: all of them follow from the storage
     * directory.
     */
    void write() {
        try {
            Files.writeString(yaml(), settings());
            Files.writeString(logback(), LOGBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it is started, on the JDK that runs us. */
    List<String> command(String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        EXPORTS.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.add("-Dcassandra.config=" + yaml().toUri());
        command.add("-Dcassandra.storagedir=" + home.resolve("data"));
        command.add("-Dcassandra.logdir=" + home);
        command.add("-Dlogback.configurationFile=" + logback());
        command.addAll(List.of("-cp", classPath));
        command.add("org.apache.cassandra.service.CassandraDaemon");
        return command;
    }

    private String settings() {
        return """
        cluster_name: funatic
        num_tokens: 1
        partitioner: org.apache.cassandra.dht.Murmur3Partitioner
        endpoint_snitch: SimpleSnitch
        seed_provider:
          - class_name: org.apache.cassandra.locator.SimpleSeedProvider
            parameters:
              - seeds: "127.0.0.1:%1$d"
        listen_address: 127.0.0.1
        rpc_address: 127.0.0.1
        storage_port: %1$d
        native_transport_port: %2$d
        auto_bootstrap: false
        hinted_handoff_enabled: false
        commitlog_sync: periodic
        commitlog_segment_size: 8MiB
        memtable_heap_space: 64MiB
        memtable_offheap_space: 64MiB
        file_cache_size: 32MiB
        networking_cache_size: 16MiB
        concurrent_compactors: 1
        """
                        .formatted(storagePort, port)
                + log.settings();
    }

    private Path yaml() {
        return home.resolve("cassandra.yaml");
    }

    private Path logback() {
        return home.resolve("logback.xml");
    }
}
