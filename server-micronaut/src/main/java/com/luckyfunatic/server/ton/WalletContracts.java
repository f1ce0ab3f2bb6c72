package com.luckyfunatic.server.ton;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of wallets that are known, by the hash of their code: only what is known for sure
 * says where the key is. Immutable.
 */
public final class WalletContracts {
    private static final WalletContracts STANDARD =
            new WalletContracts(Map.of())
                    // Version 1, revisions 1 to 3.
                    .and(
                            "a0cfc2c48aee16a271f2cfc0b7382d81756cecb1017d077faaab3bb602f6868c",
                            WalletLayout.NUMBER_KEY)
                    .and(
                            "d4902fcc9fad74698fa8e353220a68da0dcf72e32bcb2eb9ee04217c17d3062c",
                            WalletLayout.NUMBER_KEY)
                    .and(
                            "587cc789eff1c84f46ec3797e45fc809a14ff5ae24f1e0c7a6a99cc9dc9061ff",
                            WalletLayout.NUMBER_KEY)
                    // Version 2, revisions 1 and 2.
                    .and(
                            "5c9a5e68c108e18721a07c42f9956bfb39ad77ec6d624b60c576ec88eee65329",
                            WalletLayout.NUMBER_KEY)
                    .and(
                            "fe9530d3243853083ef2ef0b4c2908c0abf6fa1c31ea243aacaa5bf8c7d753f1",
                            WalletLayout.NUMBER_KEY)
                    // Version 3, revisions 1 and 2.
                    .and(
                            "b61041a58a7980b946e8fb9e198e3c904d24799ffa36574ea4251c41a566f581",
                            WalletLayout.NUMBER_ID_KEY)
                    .and(
                            "84dafa449f98a6987789ba232358072bc0f76dc4524002a5d0918b9a75d2d599",
                            WalletLayout.NUMBER_ID_KEY)
                    // Version 4, revisions 1 and 2.
                    .and(
                            "64dd54805522c5be8a9db59cea0105ccf0d08786ca79beb8cb79e880a8d7322d",
                            WalletLayout.NUMBER_ID_KEY_PLUGINS)
                    .and(
                            "feb5ff6820e2ff0d9483e7e0d62c817d846789fb4ae580c878866d959dabd5c0",
                            WalletLayout.NUMBER_ID_KEY_PLUGINS)
                    // Version 5, revision 1.
                    .and(
                            "20834b7b72b112147e1b2fb457b84e74d1a30f04f737d4f62a668e9552d2b72f",
                            WalletLayout.FLAG_NUMBER_ID_KEY_EXTENSIONS);

    private final Map<String, WalletLayout> byCode;

    private WalletContracts(Map<String, WalletLayout> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** Returns the wallets of versions 1 to 5, as the documentation of TON lists their hashes. */
    public static WalletContracts standard() {
        return STANDARD;
    }

    /**
     * Returns these and another.
     *
     * @param codeHash the hash of its code, 64 lower-case hexadecimal digits
     */
    public WalletContracts and(String codeHash, WalletLayout layout) {
        Map<String, WalletLayout> more = new HashMap<>(byCode);
        more.put(codeHash, layout);
        return new WalletContracts(more);
    }

    /** Returns the key of the wallet that begins with {@code state}; null when it is unknown. */
    byte @Nullable [] key(StateInit state) {
        WalletLayout layout = layout(HexFormat.of().formatHex(state.code().hash()));
        return layout == null ? null : layout.key(state.data());
    }

    /** Returns where the wallet of that code keeps the key; null when it is unknown. */
    @Nullable WalletLayout layout(String codeHash) {
        return byCode.get(codeHash);
    }
}
