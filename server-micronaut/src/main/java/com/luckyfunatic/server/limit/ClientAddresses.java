package com.luckyfunatic.server.limit;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a request came from, looking through the proxies that are trusted and no others.
 */
public final class ClientAddresses {
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<Cidr> trusted;

    public ClientAddresses(List<Cidr> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** The address of the first machine on the way back that is not a trusted proxy. */
    public InetAddress of(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        return behindProxies(peer, request.getHeaders().getAll(FORWARDED));
    }

    /**
     * Reads the hops from the nearest to the farthest; only what a trusted proxy wrote can be
     * believed.
     */
    private InetAddress behindProxies(InetAddress peer, List<String> headers) {
        String[] hops = String.join(",", headers).split(",", -1);
        InetAddress nearest = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(nearest); i--) {
            @Nullable InetAddress hop = Cidr.address(hops[i].strip());
            if (hop == null) {
                return nearest;
            }
            nearest = hop;
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        for (Cidr proxy : trusted) {
            if (proxy.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
