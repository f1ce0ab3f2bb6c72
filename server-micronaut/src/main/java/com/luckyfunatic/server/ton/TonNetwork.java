package com.luckyfunatic.server.ton;

/** The networks of TON, by the numbers that TON Connect names them with. */
public enum TonNetwork {
    /** The one that people use. */
    MAINNET("-239"),
    /** The one for testing. */
    TESTNET("-3");

    private final String number;

    TonNetwork(String number) {
        this.number = number;
    }

    /** The number as TON Connect writes it. */
    public String number() {
        return number;
    }
}
