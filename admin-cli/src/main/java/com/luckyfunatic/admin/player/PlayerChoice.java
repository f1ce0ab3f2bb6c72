package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.server.NotFoundException;
import com.luckyfunatic.admin.server.RefusedException;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import java.io.IOException;
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

    /**
     * Returns the player's id, for which a server is asked where only the account is known.
     *
     * @throws NotFoundException when it does not know it
     * @throws RefusedException when it does not look
     */
    String at(SupportClient client) throws IOException {
        if (id != null) {
            return id.toString();
        }
        SupportClient.Reply found = client.get("players?query=" + telegramId);
        if (!found.isOk()) {
            throw new RefusedException(found);
        }
        for (JsonNode each : found.body().at("/data/players")) {
            if (telegramId != null && each.path("telegramId").asLong() == telegramId) {
                return each.path("playerId").asText();
            }
        }
        throw new NotFoundException("There is no " + this + ".");
    }

    @Override
    public String toString() {
        return id != null ? "player " + id : "player with the Telegram account " + telegramId;
    }
}
