package com.luckyfunatic.engine.connection;

import java.util.regex.Pattern;

/**
 * The address of a contract on TON in its raw form, {@code <workchain>:<64 lower-case hexadecimal
 * digits>}: one address has one text.
 */
public record TonAddress(String value) {
    /** The workchain of ordinary contracts, and the masterchain. */
    private static final Pattern RAW = Pattern.compile("(0|-1):[0-9a-f]{64}");

    /** Checks the shape. */
    public TonAddress {
        if (!RAW.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a TON address is 0: or -1: and 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
