package com.luckyfunatic.server.ton;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contracts that are known are those of real wallets: of each, the address that follows from
 * its code and from what it begins with is the one that others have published for the same key. The
 * code itself is not needed for that, only its hash and how deep its cells go.
 *
 * <p>The addresses of versions 1 to 4 are those in the tests of TonWeb, that of version 5 is in the
 * tests of a library in Swift by Anton Spivak; the keys are theirs.
 */
class WalletContractsTest {
    private static final String TONWEB_KEY =
            "6e405efc651ae460c2b9cd55683cc22f185e34e811419a57bcf087011eee9807";
    private static final String SWIFT_KEY =
            "5754865e86d0ade1199301bbb0319a25ed6b129c4b0a57f28f62449b3df9c522";

    @ParameterizedTest
    @CsvSource({
        "V1,a0cfc2c48aee16a271f2cfc0b7382d81756cecb1017d077faaab3bb602f6868c,0,"
                + "9ffb15d75432fcecc02630d166c5552ea216086977cb46341767c0b3a7f5a8e0",
        "V1,d4902fcc9fad74698fa8e353220a68da0dcf72e32bcb2eb9ee04217c17d3062c,0,"
                + "4329dab143b19f1b539dec7c25b1bd1bf5276470e8ebf5f22ee2c3c98dfae231",
        "V1,587cc789eff1c84f46ec3797e45fc809a14ff5ae24f1e0c7a6a99cc9dc9061ff,0,"
                + "c10d22e4227117a3fefa855674ff38f4f7fac08a7b17bc3cac5931945f85275a",
        "V1,5c9a5e68c108e18721a07c42f9956bfb39ad77ec6d624b60c576ec88eee65329,0,"
                + "6a696fe5d35513817a1d39e2571031c1070d067e008efe29970e7dcea3c12689",
        "V1,fe9530d3243853083ef2ef0b4c2908c0abf6fa1c31ea243aacaa5bf8c7d753f1,0,"
                + "9c497e43a94da49a3b73b29ad768a55f621153a549f32ef69901e413fdffdf1c",
        "V3,b61041a58a7980b946e8fb9e198e3c904d24799ffa36574ea4251c41a566f581,0,"
                + "c193d7b204f4bc8518248a26befdf708ed1bd315e69225efa453752ef5593488",
        "V3,84dafa449f98a6987789ba232358072bc0f76dc4524002a5d0918b9a75d2d599,0,"
                + "94f3d22697cc37907f7d09f5ba0b470defc87702a1ae398b3708afb97dd7da81",
        "V4,64dd54805522c5be8a9db59cea0105ccf0d08786ca79beb8cb79e880a8d7322d,7,"
                + "6fcb0df696389f9b2394c1e89fad33a52fafa7c6bbec7af4c3ccad200a3e2f77",
        "V4,feb5ff6820e2ff0d9483e7e0d62c817d846789fb4ae580c878866d959dabd5c0,7,"
                + "17407fa51444d9f4a9dc684e2ab345d54c060c302d8019228f34a86fb7f0e8e3",
        "V5,20834b7b72b112147e1b2fb457b84e74d1a30f04f737d4f62a668e9552d2b72f,6,"
                + "6251bc23a01e7a6fb098b6888f9d8e6f3e1d85c23bdaea310f061aa7b6d8d02a"
    })
    void they_are_those_of_real_wallets(
            TestWallet.Version version, String codeHash, int codeDepth, String address) {
        byte[] key =
                HexFormat.of().parseHex(version == TestWallet.Version.V5 ? SWIFT_KEY : TONWEB_KEY);
        TestCell data = version.data(key);
        assertThat(HexFormat.of().formatHex(stateHash(codeHash, codeDepth, data)))
                .isEqualTo(address);

        WalletLayout layout = requireNonNull(WalletContracts.standard().layout(codeHash));

        assertThat(layout.key(BagOfCells.read(data.bag()))).isEqualTo(key);
    }

    /** The hash of a cell that says that code and data follow, and refers to both. */
    private static byte[] stateHash(String codeHash, int codeDepth, TestCell data) {
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        cell.writeBytes(new byte[] {2, 1, 0b0011_0100, 0, (byte) codeDepth, 0, 0});
        cell.writeBytes(HexFormat.of().parseHex(codeHash));
        cell.writeBytes(data.hash());
        return Sha256.of(cell.toByteArray());
    }
}
