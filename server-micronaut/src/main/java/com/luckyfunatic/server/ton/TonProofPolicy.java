package com.luckyfunatic.server.ton;

import java.time.Duration;
import java.util.Set;

/**
 * Which proofs are accepted.
 *
 * @param network where the wallet must be
 * @param domains the pages that it may be signed for
 * @param maxAge how old a proof and its challenge may be
 */
public record TonProofPolicy(TonNetwork network, Set<String> domains, Duration maxAge) {
    /** How far a proof may lie ahead of this machine's clock. */
    public static final Duration FUTURE_SKEW_MAX = Duration.ofSeconds(60);

    /** Copies the set and rejects a maximum age that is not positive. */
    public TonProofPolicy {
        domains = Set.copyOf(domains);
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("maximum age must be positive: " + maxAge);
        }
    }
}
