package com.luckyfunatic.benchmarks.http;

/**
 * The result of {@link StockSuite}.
 *
 * @param stock how many pieces there were for all players together
 * @param players how many tried to buy at once
 * @param attempts how many purchases were tried, each under a key of its own
 * @param kills how often the server was killed meanwhile
 * @param abandoned purchases without an answer that nobody asked for again
 * @param accepted purchases that were answered as made
 * @param soldOut purchases that were answered as sold out
 * @param held pieces that players hold at the end
 * @param paid what players have paid at the end, in pieces
 * @param left pieces that the store says are left at the end
 */
public record StockResult(
        long stock,
        int players,
        int attempts,
        int kills,
        int abandoned,
        int accepted,
        int soldOut,
        long held,
        long paid,
        long left) {
    /** Returns whether each piece was sold and paid once and none is lost. */
    public boolean isRight() {
        return held == stock
                && paid == stock
                && left == 0
                && accepted <= held
                && accepted + (long) abandoned >= held;
    }
}
