package com.luckyfunatic.benchmarks.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A mix of requests, each with its share. */
public enum LoadScenario {
    LOGIN(new Share(RequestKind.LOGIN, 1)),
    GAME(new Share(RequestKind.GAME, 1)),
    TAP(new Share(RequestKind.TAP, 1)),
    CLAIM(new Share(RequestKind.CLAIM, 1)),
    SPIN(new Share(RequestKind.SPIN, 1)),
    PURCHASE(new Share(RequestKind.PURCHASE, 1)),
    CONVERSION(new Share(RequestKind.CONVERSION, 1)),
    HELLO(new Share(RequestKind.HELLO, 1)),
    HELLO_POST(new Share(RequestKind.HELLO_POST, 1)),
    HELLO_CLAIM(new Share(RequestKind.HELLO_CLAIM, 1)),
    HELLO_SPIN(new Share(RequestKind.HELLO_SPIN, 1)),
    HELLO_PURCHASE(new Share(RequestKind.HELLO_PURCHASE, 1)),
    HELLO_CONVERSION(new Share(RequestKind.HELLO_CONVERSION, 1)),
    /** A player's day: mostly taps, some reads, now and then a login. */
    MIXED(
            new Share(RequestKind.TAP, 80),
            new Share(RequestKind.GAME, 15),
            new Share(RequestKind.LOGIN, 5));

    /**
     * One part of a mix.
     *
     * @param weight share relative to the other parts, greater than 0
     */
    private record Share(RequestKind kind, int weight) {}

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
    private final List<Share> shares;

    private final int totalWeight;

    LoadScenario(Share... shares) {
        this.shares = List.of(shares);
        this.totalWeight = Arrays.stream(shares).mapToInt(Share::weight).sum();
    }

    /** The name in options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether players must be logged in before the run. */
    public boolean needsTokens() {
        return shares.stream().anyMatch(share -> share.kind().authenticated());
    }

    /**
     * The scenario of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static LoadScenario of(String label) {
        for (LoadScenario scenario : values()) {
            if (scenario.label().equals(label)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("unknown scenario '" + label + "'");
    }

    /** Draws the next request in proportion to the shares. */
    RequestKind next(RandomGenerator random) {
        if (shares.size() == 1) {
            return shares.getFirst().kind();
        }
        int ticket = random.nextInt(totalWeight);
        for (Share share : shares) {
            ticket -= share.weight();
            if (ticket < 0) {
                return share.kind();
            }
        }
        throw new AssertionError("The weights of " + this + " do not add up to " + totalWeight);
    }
}
