package com.luckyfunatic.server.limit;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a request came from, looking through the proxies that are trusted and no others.
 */
public final class ClientAddresses {
    private static final String FORWARDED = "X-Forwarded-For";

    private static final Pattern WITH_PORT =
            Pattern.compile("\\[(?<six>[^\\]]+)](?::\\d{1,5})?|(?<four>[0-9.]+):\\d{1,5}");

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
            @Nullable InetAddress hop = Cidr.address(withoutPort(hops[i].strip()));
            if (hop == null) {
                return nearest;
            }
            nearest = hop;
        }
        return nearest;
    }

    /**
     * Some proxies write the caller's port too: {@code 192.0.2.7:1234}, {@code [2001:db8::1]:1234}.
     */
    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return Objects.requireNonNullElseGet(matcher.group("six"), () -> matcher.group("four"));
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
