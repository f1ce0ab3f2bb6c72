package com.luckyfunatic.engine.platform;

/**
 * What is seen of a transfer when something is decided about it. Asking the platform again does not
 * change it, so that a decision may take its time.
 *
 * @param step how far it has come
 * @param sends how often it was sent
 */
public record TransferBasis(TransferStep step, int sends) {
    /** Checks the range. */
    public TransferBasis {
        if (sends < 0) {
            throw new IllegalArgumentException("sends must be at least 0, was " + sends);
        }
    }

    /** Returns what {@code row} shows. */
    public static TransferBasis of(OutgoingTransfer row) {
        return new TransferBasis(row.step(), row.sends());
    }
}
