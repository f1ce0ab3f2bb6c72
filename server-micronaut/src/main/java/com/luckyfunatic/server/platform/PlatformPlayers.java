package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.text.Ascii;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the platform does with players. Thread-safe; calls block on the storage. */
@Singleton
final class PlatformPlayers {
    private static final int DIGITS_MAX = 16;

    private final GameEngine engine;
    private final PlayerOperations operations;

    PlatformPlayers(GameEngine engine, PlayerOperations operations) {
        this.engine = engine;
        this.operations = operations;
    }

    /**
     * Returns the player with the Telegram account {@code telegramId}.
     *
     * @param telegramId as it stands in the path
     * @throws ProblemException when there is none, whatever the text
     */
    PlatformPlayer find(String telegramId) {
        Optional<PlatformPlayer> found = Optional.empty();
        if (Ascii.isDigits(telegramId) && telegramId.length() <= DIGITS_MAX) {
            found =
                    engine.storage()
                            .directory()
                            .findByTelegramId(Long.parseLong(telegramId))
                            .flatMap(profile ->
                                    engine.player(profile.id())
                                            .map(state -> new PlatformPlayer(profile, state)));
        }
        return found.orElseThrow(() ->
                new ProblemException(
                        ProblemCode.UNKNOWN_PLAYER,
                        "Nobody with that Telegram account plays the game."));
    }

    /** Returns the account that is linked to {@code player}; null for none. */
    @Nullable PlatformAccountId accountOf(PlayerId player) {
        return accounts().accountOf(player).orElse(null);
    }

    /**
     * Links a player and an account; again is no error.
     *
     * @throws ProblemException when one of them has another
     */
    void link(PlayerId player, PlatformAccountId account) {
        ProblemCode code =
                switch (accounts().link(player, account)) {
                    case LINKED -> null;
                    case PLAYER_HAS_ANOTHER -> ProblemCode.PLAYER_ALREADY_LINKED;
                    case ACCOUNT_TAKEN -> ProblemCode.PLATFORM_ACCOUNT_TAKEN;
                };
        if (code != null) {
            throw new ProblemException(code, code.description());
        }
    }

    /**
     * Grants something, at most once for ever under one key and player.
     *
     * @param idempotencyKey the header as it was sent; null for none
     * @throws ProblemException when the rules refuse it, or the key is missing or not usable
     */
    Performed grant(PlayerId player, @Nullable String idempotencyKey, ReceiveGrant grant) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        if (key == null) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING,
                    ProblemCode.IDEMPOTENCY_KEY_MISSING.description());
        }
        return operations.performForPlatform(player, key, stored(key), grant);
    }

    /**
     * A digest, because the key and a prefix of ours may be too long together; ours, so that no
     * player's own key can be in the way.
     */
    private static OperationId stored(OperationId key) {
        byte[] digest = Sha256.of(key.value());
        return OperationId.own(
                "grant:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private PlatformAccounts accounts() {
        return engine.storage().platformAccounts();
    }
}
