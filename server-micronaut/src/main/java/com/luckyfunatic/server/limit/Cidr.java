package com.luckyfunatic.server.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A network such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or one address. Immutable. */
public final class Cidr {
    /**
     * The widest networks that are set aside for one owner: {@code 10.0.0.0/8}, {@code fc00::/7}.
     */
    private static final int PREFIX_MIN_IPV4 = 8;

    private static final int PREFIX_MIN_IPV6 = 7;

    private final String text;
    private final IpSubnetFilterRule rule;
    private final boolean wide;

    private Cidr(String text, IpSubnetFilterRule rule, boolean wide) {
        this.text = text;
        this.rule = rule;
        this.wide = wide;
    }

    /**
     * Reads an address, or a network's address and the length of its prefix; never asks a name
     * server.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        int bits = address == null ? 0 : address.getAddress().length * 8;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (address == null || prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        int prefixMin = address instanceof Inet4Address ? PREFIX_MIN_IPV4 : PREFIX_MIN_IPV6;
        return new Cidr(
                text,
                new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT),
                prefix < prefixMin);
    }

    /** The address that a text spells, or nothing when it is a name or garbage. */
    static @Nullable InetAddress address(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }

    /** Whether it is wider than any network of one owner, such as the whole Internet. */
    public boolean isWiderThanAnyPrivateNetwork() {
        return wide;
    }

    boolean contains(InetAddress address) {
        return rule.matches(new InetSocketAddress(address, 0));
    }

    @Override
    public String toString() {
        return text;
    }
}
