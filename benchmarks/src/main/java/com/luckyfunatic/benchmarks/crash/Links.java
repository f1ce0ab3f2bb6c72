package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The ways of one process to the three databases, each through a proxy of its own, except that to a
 * Redis Cluster. Not thread-safe.
 */
final class Links implements AutoCloseable {
    private final Map<Name, FaultProxy> proxies = new EnumMap<>(Name.class);

    /** Opens them. */
    Links(Databases databases) {
        Set<Name> proxied = EnumSet.allOf(Name.class);
        if (databases.hasRedisCluster()) {
            proxied.remove(Name.REDIS);
        }
        for (Name each : proxied) {
            proxies.put(each, FaultProxy.to(databases.server(each).address()));
        }
    }

    /** Where the process reaches a database. */
    InetSocketAddress address(Name name) {
        FaultProxy proxy = proxies.get(name);
        if (proxy == null) {
            throw new IllegalStateException("there is no proxy before " + name);
        }
        return proxy.address();
    }

    /** All of them. */
    Collection<FaultProxy> proxies() {
        return proxies.values();
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
        proxies.clear();
    }
}
