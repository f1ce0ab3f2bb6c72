package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.connection.TonAddress;

/**
 * A proof that is true, whenever it is shown.
 *
 * @param address whose owner it is of
 * @param challengedAtMillis when the challenge was made that it answers, epoch milliseconds
 * @param validFromMillis the first moment at which it may be shown, epoch milliseconds
 * @param validUntilMillis the last moment at which it may be shown, epoch milliseconds
 */
public record VerifiedProof(
        TonAddress address, long challengedAtMillis, long validFromMillis, long validUntilMillis) {}
