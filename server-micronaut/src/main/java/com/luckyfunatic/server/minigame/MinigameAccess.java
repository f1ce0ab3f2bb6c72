package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.token.ApiKey;
import com.luckyfunatic.server.token.GameKey;
import com.luckyfunatic.server.token.TokenAuthentication;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Lets in a minigame's page: its token must be of the game in the address, and so must the key in
 * the header {@value #HEADER}. Thread-safe.
 */
@Singleton
final class MinigameAccess {
    static final String HEADER = "X-Api-Key";

    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "ApiKey");

    private final List<GameKey> keys;

    MinigameAccess(Settings settings) {
        keys = settings.get(ServerSettings.MINIGAME_KEYS);
    }

    /**
     * Returns the game in the address, when the caller may play it.
     *
     * @param caller with a token for minigames
     * @param game as it stands in the address
     * @throws ProblemException when the key is missing or not one of the game's, or the token is
     *     another game's
     */
    MinigameId require(TokenAuthentication caller, HttpHeaders headers, String game) {
        MinigameId wanted = Fields.id(game, MinigameId::new, ProblemCode.UNKNOWN_MINIGAME);
        requireKey(headers, wanted);
        if (!wanted.equals(caller.game())) {
            throw problem(ProblemCode.WRONG_MINIGAME);
        }
        return wanted;
    }

    private void requireKey(HttpHeaders headers, MinigameId game) {
        List<String> sent = headers.getAll(HEADER);
        if (sent.isEmpty()) {
            throw problem(ProblemCode.API_KEY_MISSING).withHeaders(CHALLENGE);
        }
        List<ApiKey> ofGame =
                keys.stream().filter(each -> each.game().equals(game)).map(GameKey::key).toList();
        if (sent.size() > 1 || !ApiKey.isAmong(ofGame, sent.getFirst())) {
            throw problem(ProblemCode.API_KEY_INVALID).withHeaders(CHALLENGE);
        }
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
