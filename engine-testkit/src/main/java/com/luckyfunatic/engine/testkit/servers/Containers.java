package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.RedisVersion;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The servers as containers, in their original form. */
final class Containers {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Containers() {}

    /** Whether a container engine answers; {@code FUNATIC_TEST_CONTAINERS=off} says no. */
    static boolean answer() {
        return Engine.ANSWERS;
    }

    static SharedServer<RedisAddress> redis(RedisVersion version) {
        var image =
                switch (version) {
                    case OLDEST -> "redis:6.2";
                    case NEWEST -> "redis:7.4";
                };
        return start(
                new GenericContainer<>(image).withExposedPorts(6379),
                (address, name) ->
                        new RedisAddress(
                                "redis://" + address.getHostString() + ":" + address.getPort(),
                                name + ":"));
    }

    static SharedServer<MySqlAddress> mySql() {
        return start(
                new GenericContainer<>("mysql:8.4")
                        .withExposedPorts(3306)
                        .withEnv("MYSQL_ALLOW_EMPTY_PASSWORD", "yes")
                        // It starts twice; the first time without a port.
                        .waitingFor(Wait.forLogMessage(".*ready for connections.*port: 3306.*", 1)),
                (address, name) ->
                        MySqlAddress.on(
                                "jdbc:mariadb://"
                                        + address.getHostString()
                                        + ":"
                                        + address.getPort()
                                        + "/?user=root&allowPublicKeyRetrieval=true",
                                name));
    }

    static SharedServer<CassandraAddress> scylla() {
        return start(
                new GenericContainer<>("scylladb/scylla:6.2")
                        .withExposedPorts(9042)
                        .withCommand(
                                "--smp=1",
                                "--memory=768M",
                                "--overprovisioned=1",
                                "--developer-mode=1"),
                (address, name) -> new CassandraAddress(address, "datacenter1", name));
    }

    private static <A> SharedServer<A> start(
            GenericContainer<?> container, BiFunction<InetSocketAddress, String, A> address) {
        container.withStartupTimeout(PATIENCE).start();
        var place = new InetSocketAddress(container.getHost(), container.getFirstMappedPort());
        return SharedServer.ofOurs(name -> address.apply(place, name), container::stop);
    }

    /** Asked once per JVM, which takes up to a second. */
    private static final class Engine {
        private static final boolean ANSWERS =
                !TestSettings.find("containers").equals(Optional.of("off"))
                        && DockerClientFactory.instance().isDockerAvailable();
    }
}
