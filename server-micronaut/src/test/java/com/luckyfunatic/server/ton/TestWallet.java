package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.server.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A wallet with a key of its own that signs proofs, as a wallet's program would.
 *
 * <p>Its first state is laid out as that of a real one. The program in it is a stand-in, which
 * {@link #contracts} makes known: of the program nothing but the hash matters.
 */
public final class TestWallet {
    /** The versions that people use. */
    public enum Version {
        V1(WalletLayout.NUMBER_KEY, "", ""),
        V3(WalletLayout.NUMBER_ID_KEY, "", TestCell.bits(698_983_191, 32)),
        V4(WalletLayout.NUMBER_ID_KEY_PLUGINS, "", TestCell.bits(698_983_191, 32)),
        V5(WalletLayout.FLAG_NUMBER_ID_KEY_EXTENSIONS, "1", TestCell.bits(2_147_483_409, 32));

        private final WalletLayout layout;
        private final String flag;
        private final String id;

        Version(WalletLayout layout, String flag, String id) {
            this.layout = layout;
            this.flag = flag;
            this.id = id;
        }

        TestCell code() {
            byte[] name = ("stand-in of " + name()).getBytes(StandardCharsets.UTF_8);
            return TestCell.of(TestCell.bits(name), TestCell.of("101"), TestCell.of(""));
        }

        TestCell data(byte[] key) {
            String dictionary = this == V4 || this == V5 ? "0" : "";
            return TestCell.of(flag + TestCell.bits(0, 32) + id + TestCell.bits(key) + dictionary);
        }
    }

    private final KeyPair keys;
    private final TestCell state;

    private TestWallet(KeyPair keys, TestCell state) {
        this.keys = keys;
        this.state = state;
    }

    /** Makes a wallet whose key nobody else has. */
    public static TestWallet of(Version version) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new TestWallet(
                    keys, TestCell.of("00110", version.code(), version.data(raw(keys))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a wallet of a version that nobody knows. */
    public static TestWallet unknown() {
        TestWallet wallet = of(Version.V4);
        return wallet.with(
                TestCell.of("00110", TestCell.of("1"), Version.V4.data(wallet.publicKey())));
    }

    /** Makes a wallet with the key of this one and another first state. */
    TestWallet with(TestCell newState) {
        return new TestWallet(keys, newState);
    }

    /** The wallets that are known, and these. */
    public static WalletContracts contracts() {
        WalletContracts contracts = WalletContracts.standard();
        for (Version version : Version.values()) {
            contracts = contracts.and(version.code().hashHex(), version.layout);
        }
        return contracts;
    }

    private static byte[] raw(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** The key that everybody may know. */
    public byte[] publicKey() {
        return raw(keys);
    }

    TestCell state() {
        return state;
    }

    /** Where it is. */
    public TonAddress address() {
        return new TonAddress("0:" + state.hashHex());
    }

    /** Signs that it belongs to whom {@code payload} was made for. */
    public TonProof prove(String domain, String payload, long timestamp) {
        int length = domain.getBytes(StandardCharsets.UTF_8).length;
        return new TonProof(
                address(),
                "-239",
                publicKey(),
                state.bag(),
                timestamp,
                new TonProof.Domain(length, domain),
                payload,
                sign(address().value(), domain, payload, timestamp));
    }

    byte[] sign(String address, String domain, String payload, long timestamp) {
        byte[] name = domain.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes("ton-proof-item-v2/".getBytes(StandardCharsets.UTF_8));
        String[] parts = address.split(":", 2);
        message.writeBytes(ByteBuffer.allocate(4).putInt(Integer.parseInt(parts[0])).array());
        message.writeBytes(HexFormat.of().parseHex(parts[1]));
        message.writeBytes(little(4).putInt(name.length).array());
        message.writeBytes(name);
        message.writeBytes(little(8).putLong(timestamp).array());
        message.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(0xff);
        whole.write(0xff);
        whole.writeBytes("ton-connect".getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(Sha256.of(message.toByteArray()));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(Sha256.of(whole.toByteArray()));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The request that shows {@code proof}, as a page would send it. */
    public static String json(TonProof proof) {
        byte[] key = proof.publicKey();
        return """
        {"address": "%s", "network": "%s", "publicKey": %s, "walletStateInit": "%s",
         "proof": {"timestamp": %d, "domain": {"lengthBytes": %d, "value": "%s"},
                   "payload": "%s", "signature": "%s"}}
        """
                .formatted(
                        proof.address(),
                        proof.network(),
                        key == null ? "null" : "\"" + HexFormat.of().formatHex(key) + "\"",
                        Base64.getEncoder().encodeToString(proof.stateInit()),
                        proof.timestamp(),
                        proof.domain().lengthBytes(),
                        proof.domain().value(),
                        proof.payload(),
                        Base64.getEncoder().encodeToString(proof.signature()));
    }
}
