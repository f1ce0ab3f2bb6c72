package com.luckyfunatic.server.config;

import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.token.SigningKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets in force: those of the operator, completed in dev mode by generated ones.
 *
 * @param signingKeys keys of the tokens; the first signs
 * @param bots bots whose login data is accepted
 * @param devBot the bot that the development login signs for; absent where that login is off
 */
public record ServerSecrets(
        List<SigningKey> signingKeys, List<BotToken> bots, @Nullable BotToken devBot) {
    /** Copies the lists. */
    public ServerSecrets {
        signingKeys = List.copyOf(signingKeys);
        bots = List.copyOf(bots);
    }

    /**
     * Takes the operator's secrets; in dev mode reads or makes the missing ones in the data
     * directory.
     */
    public static ServerSecrets of(Settings settings) {
        List<SigningKey> keys = settings.get(ServerSettings.JWT_KEYS);
        List<BotToken> bots = settings.get(ServerSettings.TELEGRAM_BOT_TOKENS);
        boolean devLogin = settings.get(ServerSettings.DEV_LOGIN);
        boolean complete = !keys.isEmpty() && !devLogin;
        if (settings.production() || complete) {
            return new ServerSecrets(keys, bots, null);
        }
        DevSecrets generated = DevSecrets.loadOrCreate(settings.get(ServerSettings.DATA_DIR));
        return new ServerSecrets(
                keys.isEmpty() ? List.of(generated.signingKey()) : keys,
                devLogin ? Stream.concat(bots.stream(), Stream.of(generated.bot())).toList() : bots,
                devLogin ? generated.bot() : null);
    }
}
