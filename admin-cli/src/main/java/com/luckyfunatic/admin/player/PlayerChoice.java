package com.luckyfunatic.admin.player;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which player is meant: by id or by Telegram account, exactly one of them. */
final class PlayerChoice {
    @Parameters(index = "0", paramLabel = "ID", description = "The player's id.")
    private @Nullable PlayerId id;

    @Option(
            names = "--telegram-id",
            paramLabel = "N",
            description = "The id of the player's Telegram account, in place of ID.")
    private @Nullable Long telegramId;

    Optional<Profile> in(PlayerDirectory directory) {
        if (id != null) {
            return directory.profile(id);
        }
        return telegramId == null ? Optional.empty() : directory.findByTelegramId(telegramId);
    }

    @Override
    public String toString() {
        return id != null ? "player " + id : "player with the Telegram account " + telegramId;
    }
}
