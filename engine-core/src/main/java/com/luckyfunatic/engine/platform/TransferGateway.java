package com.luckyfunatic.engine.platform;

/**
 * The way to the platform. It never throws for what the network or the platform does: that is a
 * reply too. Thread-safe; calls block.
 */
public interface TransferGateway {
    /**
     * Sends a transfer, once: nothing is repeated here.
     *
     * @param sentAtMillis the moment that the request carries, epoch milliseconds; the platform
     *     takes none that is more than a minute old
     */
    TransferReply send(Transfer transfer, long sentAtMillis);

    /** Asks what has become of a transfer. */
    TransferReply ask(TransferId transfer);
}
