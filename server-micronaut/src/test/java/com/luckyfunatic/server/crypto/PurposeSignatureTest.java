package com.luckyfunatic.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurposeSignatureTest {
    private static final byte[] OLD = bytes("the old secret");
    private static final byte[] NEW = bytes("the new secret");
    private static final byte[] CONTENT = bytes("content");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PurposeSignature signature(String purpose, byte[]... secrets) {
        return new PurposeSignature(purpose, List.of(secrets), 16);
    }

    @Test
    void digests_and_codes_are_those_of_the_standards() {
        // The first vectors of FIPS 180-2, appendix B, and of RFC 4231, section 4.3.
        assertThat(HexFormat.of().formatHex(Sha256.of("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        byte[] code =
                HmacSha256.of(
                        HmacSha256.key(bytes("Jefe")),
                        bytes("what do ya want "),
                        bytes("for nothing?"));
        assertThat(HexFormat.of().formatHex(code))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void what_was_signed_is_recognised_and_nothing_else() {
        PurposeSignature signature = signature("tests", NEW);
        byte[] signed = signature.of(CONTENT);

        assertThat(signed).hasSize(16);
        assertThat(signature.isOf(signed, CONTENT)).isTrue();
        assertThat(signature.isOf(signed, bytes("con"), bytes("tent"))).isTrue();
        assertThat(signature.isOf(signed, bytes("contenT"))).isFalse();
        assertThat(signature.isOf(new byte[16], CONTENT)).isFalse();
        assertThat(signature.isOf(new byte[0], CONTENT)).isFalse();
    }

    @Test
    void a_signature_is_worth_nothing_for_another_purpose_or_secret() {
        byte[] signed = signature("tests", NEW).of(CONTENT);

        assertThat(signature("other tests", NEW).isOf(signed, CONTENT)).isFalse();
        assertThat(signature("tests", OLD).isOf(signed, CONTENT)).isFalse();
    }

    @Test
    void secrets_are_replaced_one_after_the_other() {
        byte[] before = signature("tests", OLD).of(CONTENT);

        PurposeSignature both = signature("tests", NEW, OLD);

        assertThat(both.isOf(before, CONTENT)).isTrue();
        assertThat(both.of(CONTENT)).isEqualTo(signature("tests", NEW).of(CONTENT));
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signature("tests"))
                .withMessageContaining("tests");
    }
}
