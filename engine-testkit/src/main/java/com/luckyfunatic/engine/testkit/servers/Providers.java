package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisCluster;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where each kind of server comes from: a setting, else a container, else a child process. */
final class Providers {
    private Providers() {}

    static SharedServer<RedisAddress> redis(RedisVersion version) {
        return TestSettings.find("redis")
                .map(uri ->
                        SharedServer.given(
                                name -> new RedisAddress(uri, name + ":"), CleanUp::redis))
                .orElseGet(containerOr(() -> Containers.redis(version), () -> childRedis(version)));
    }

    static SharedServer<RedisClusterAddress> redisCluster(RedisVersion version) {
        return TestSettings.find("redis.cluster")
                .map(uris ->
                        SharedServer.given(
                                name ->
                                        new RedisClusterAddress(
                                                List.of(uris.split(",")), name + ":"),
                                CleanUp::redisCluster))
                .orElseGet(() -> childRedisCluster(version));
    }

    static SharedServer<MySqlAddress> mySql() {
        return TestSettings.find("mysql")
                .map(url -> SharedServer.given(name -> MySqlAddress.on(url, name), CleanUp::mySql))
                .orElseGet(containerOr(Containers::mySql, Providers::childMariaDb));
    }

    static SharedServer<CassandraAddress> cassandra() {
        return TestSettings.find("cassandra")
                .map(place ->
                        SharedServer.given(
                                name -> CassandraAddress.on(place, name), CleanUp::cassandra))
                .orElseGet(containerOr(Containers::scylla, Providers::childCassandra));
    }

    private static <A> Supplier<SharedServer<A>> containerOr(
            Supplier<SharedServer<A>> container, Supplier<SharedServer<A>> child) {
        return () -> Containers.answer() ? container.get() : child.get();
    }

    private static SharedServer<RedisAddress> childRedis(RedisVersion version) {
        var place = ServerPlaces.newDirectory();
        var redis = RedisServer.start(ServerPlaces.files(), version, place, List.of());
        return ended(redis, name -> new RedisAddress(redis.uri(), name + ":"));
    }

    private static SharedServer<RedisClusterAddress> childRedisCluster(RedisVersion version) {
        var place = ServerPlaces.newDirectory();
        var cluster = RedisCluster.start(ServerPlaces.files(), version, place, List.of());
        var uris = cluster.masters().stream().map(RedisServer::uri).toList();
        return SharedServer.ofOurs(
                name -> new RedisClusterAddress(uris, name + ":"),
                () -> {
                    discard(cluster);
                    ServerPlaces.delete(place);
                });
    }

    private static SharedServer<MySqlAddress> childMariaDb() {
        var place = ServerPlaces.newDirectory();
        var maria = MariaDbServer.start(ServerPlaces.files(), place, List.of());
        return ended(maria, name -> new MySqlAddress(maria.jdbcUrl(name), name));
    }

    private static SharedServer<CassandraAddress> childCassandra() {
        var place = ServerPlaces.newDirectory();
        var cassandra = CassandraServer.start(ServerPlaces.files(), place);
        return ended(
                cassandra,
                name ->
                        new CassandraAddress(
                                cassandra.address(), CassandraServer.DATA_CENTER, name));
    }

    private static <A> SharedServer<A> ended(DevServer server, Function<String, A> address) {
        return SharedServer.ofOurs(
                address,
                () -> {
                    discard(server);
                    ServerPlaces.delete(server.directory());
                });
    }

    /** Ends a server whose data nobody needs: an orderly stop would take Cassandra seconds. */
    static void discard(DevServer server) {
        if (server.isRunning()) {
            server.kill();
        }
        server.close();
    }

    /** Ends all masters. */
    static void discard(RedisCluster cluster) {
        cluster.masters().forEach(Providers::discard);
    }
}
