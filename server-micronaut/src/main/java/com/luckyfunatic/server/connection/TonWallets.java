package com.luckyfunatic.server.connection;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ConnectionRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.ton.TonChallenges;
import com.luckyfunatic.server.ton.TonProof;
import com.luckyfunatic.server.ton.TonProofException;
import com.luckyfunatic.server.ton.TonProofPolicy;
import com.luckyfunatic.server.ton.TonProofVerifier;
import com.luckyfunatic.server.ton.VerifiedProof;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Hands out challenges and takes proofs of wallets. Thread-safe; calls block on the storage. */
@Singleton
final class TonWallets {
    private final GameEngine engine;
    private final TonChallenges challenges;
    private final TonProofVerifier verifier;
    private final TonProofPolicy policy;

    TonWallets(
            GameEngine engine,
            TonChallenges challenges,
            TonProofVerifier verifier,
            TonProofPolicy policy) {
        this.engine = engine;
        this.challenges = challenges;
        this.verifier = verifier;
        this.policy = policy;
    }

    /** Returns a challenge for {@code player}, made at {@code nowMillis}. */
    TonChallengeView challenge(PlayerId player, long nowMillis) {
        return new TonChallengeView(
                challenges.make(player, nowMillis),
                Instant.ofEpochMilli(nowMillis).plus(policy.maxAge()));
    }

    /**
     * Returns the command that connects the wallet of {@code proof}, and binds the wallet to {@code
     * player} for good if it is nobody's and the proof is in time: what the rules refuse as too old
     * must not take a wallet. The same proof always gives the same command.
     *
     * @throws ProblemException when the proof is not one of the player's
     */
    ConnectTonWallet command(PlayerId player, TonProof proof) {
        VerifiedProof verified;
        try {
            verified = verifier.verify(proof, player);
        } catch (TonProofException e) {
            throw problem(e);
        }
        PlayerDirectory directory = engine.storage().directory();
        boolean isInTime =
                ConnectionRules.isInTime(connect(verified, player), engine.clock().millis());
        return connect(
                verified,
                isInTime
                        ? directory.claimWallet(verified.address(), player)
                        : directory.walletOwner(verified.address()).orElse(player));
    }

    private static ConnectTonWallet connect(VerifiedProof verified, PlayerId owner) {
        return new ConnectTonWallet(
                verified.address(),
                owner,
                verified.challengedAtMillis(),
                verified.validFromMillis(),
                verified.validUntilMillis());
    }

    private static ProblemException problem(TonProofException refused) {
        String detail = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case NETWORK_NOT_ALLOWED ->
                    new ProblemException(ProblemCode.TON_PROOF_NETWORK_NOT_ALLOWED, detail);
            case DOMAIN_NOT_ALLOWED ->
                    new ProblemException(ProblemCode.TON_PROOF_DOMAIN_NOT_ALLOWED, detail);
            case CHALLENGE_INVALID ->
                    new ProblemException(ProblemCode.TON_PROOF_CHALLENGE_INVALID, detail);
            case STATE_INIT_MALFORMED -> ProblemException.invalidField("walletStateInit", detail);
            case ADDRESS_MISMATCH ->
                    new ProblemException(ProblemCode.TON_PROOF_ADDRESS_MISMATCH, detail);
            case WALLET_UNSUPPORTED ->
                    new ProblemException(ProblemCode.TON_PROOF_WALLET_UNSUPPORTED, detail);
            case KEY_MISMATCH -> new ProblemException(ProblemCode.TON_PROOF_KEY_MISMATCH, detail);
            case SIGNATURE_INVALID ->
                    new ProblemException(ProblemCode.TON_PROOF_SIGNATURE_INVALID, detail);
        };
    }
}
