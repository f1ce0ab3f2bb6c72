package com.luckyfunatic.server.game;

import com.luckyfunatic.engine.testkit.TestCatalogs;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one server for all of them, which ends with the run. Tests share its clock too, so
 * each makes players of its own and only moves the clock on.
 */
public final class SharedGameServer implements ParameterResolver {
    /** What lets the platform in. */
    static final String PLATFORM_TOKEN = "4b1d9f0e7a2c5836b1d9f0e7a2c58364";

    /** What the pages of the test content's minigame send. */
    static final String GAME_KEY = "b7e1d94c2f60a83571c9e4d2b8f6a305";

    /** What Telegram sends. */
    static final String WEBHOOK_SECRET = "9e3b7c1d5a2f4860b7d4e1f9a3c6582d";

    /** What marketing sends. */
    static final String MARKETING_KEY = "c4f8a1b72d9e3056f1b8d4a2c7e90631";

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "FUNATIC_MINIGAME_KEYS",
                    "stars:" + GAME_KEY,
                    "LARAVEL_API_TOKEN",
                    PLATFORM_TOKEN,
                    "TELEGRAM_WEBHOOK_SECRET",
                    WEBHOOK_SECRET,
                    "FUNATIC_PPC_API_KEYS",
                    MARKETING_KEY);

    private static final Namespace NAMESPACE = Namespace.create(SharedGameServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GameServer.class;
    }

    @Override
    public GameServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        GameServer.class,
                        _ -> GameServer.start(SETTINGS, TestCatalogs.full()),
                        GameServer.class);
    }
}
