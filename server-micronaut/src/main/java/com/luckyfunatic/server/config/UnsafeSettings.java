package com.luckyfunatic.server.config;

import com.luckyfunatic.server.limit.Cidr;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.text.HandMade;
import com.luckyfunatic.server.token.ApiKey;
import com.luckyfunatic.server.token.GameKey;
import com.luckyfunatic.server.token.SigningKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds combinations of settings that must not face players, and says why. */
final class UnsafeSettings {
    private static final int API_TOKEN_LENGTH_MIN = 32;

    /** 32 random hexadecimal digits hold fewer than this many different ones hardly ever. */
    private static final int API_TOKEN_DIFFERENT_MIN = 7;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private UnsafeSettings() {}

    /** One sentence per refusal; empty when all is well. */
    static List<String> find(Settings settings) {
        List<String> problems = new ArrayList<>();
        refuseAmbiguousKeys(settings.get(ServerSettings.JWT_KEYS), problems);
        if (settings.get(ServerSettings.STORAGE_KIND) == ServerSettings.Storage.DISTRIBUTED) {
            requireBackends(settings, problems);
        }
        if (settings.production()) {
            requireSecrets(settings, problems);
            refuseExampleKeys(
                    ServerSettings.PPC_API_KEYS,
                    settings.get(ServerSettings.PPC_API_KEYS),
                    problems);
            refuseExampleKeys(
                    ServerSettings.MINIGAME_KEYS,
                    settings.get(ServerSettings.MINIGAME_KEYS).stream().map(GameKey::key).toList(),
                    problems);
            refuseUnsignedTransfers(settings, problems);
            refuseDevelopmentAids(settings, problems);
            refuseOpenDoors(settings, problems);
        }
        return problems;
    }

    /** A token names its key by the id, so two keys of one id would shut out half of the tokens. */
    private static void refuseAmbiguousKeys(List<SigningKey> keys, List<String> problems) {
        Set<String> ids = new HashSet<>();
        keys.stream()
                .map(SigningKey::id)
                .filter(id -> !ids.add(id))
                .distinct()
                .forEach(id ->
                        problems.add(
                                "FUNATIC_JWT_KEYS: several keys have the id '"
                                        + id
                                        + "'; give each an id of its own"));
    }

    private static void requireBackends(Settings settings, List<String> problems) {
        if (settings.get(ServerSettings.DEV_SERVERS)) {
            return;
        }
        boolean complete =
                !settings.get(DatabaseSettings.MYSQL_URL).isEmpty()
                        && !settings.get(DatabaseSettings.REDIS_URL).isEmpty()
                        && !settings.get(DatabaseSettings.SCYLLA_CONTACT_POINTS).isEmpty();
        if (!complete) {
            problems.add(
                    "storage=distributed needs FUNATIC_MYSQL_URL, FUNATIC_REDIS_URL and"
                            + " FUNATIC_SCYLLA_CONTACT_POINTS (or --dev-servers)");
        }
    }

    private static void requireSecrets(Settings settings, List<String> problems) {
        List<SigningKey> keys = settings.get(ServerSettings.JWT_KEYS);
        if (keys.isEmpty()) {
            problems.add(
                    "mode=prod needs FUNATIC_JWT_KEYS: without it nobody could stay logged in");
        }
        if (keys.stream().anyMatch(SigningKey::looksLikeAnExample)) {
            problems.add(
                    "FUNATIC_JWT_KEYS: a key looks like an example; make one with: openssl rand"
                            + " -base64 32");
        }
        List<BotToken> bots = settings.get(ServerSettings.TELEGRAM_BOT_TOKENS);
        if (bots.isEmpty() && settings.get(ServerSettings.TELEGRAM_BOT_IDS).isEmpty()) {
            problems.add(
                    "mode=prod needs FUNATIC_TELEGRAM_BOT_TOKENS (or FUNATIC_TELEGRAM_BOT_IDS):"
                            + " nobody could log in");
        }
        if (bots.stream().anyMatch(BotToken::looksLikeAnExample)) {
            problems.add(
                    "FUNATIC_TELEGRAM_BOT_TOKENS: a token looks like an example: anyone who knows"
                            + " it could log in as anyone");
        }
        refuseWeak(
                "LARAVEL_API_TOKEN",
                "token",
                settings.get(ServerSettings.LARAVEL_API_TOKEN),
                problems);
        refuseWeak(
                "TELEGRAM_WEBHOOK_SECRET",
                "secret",
                settings.get(ServerSettings.TELEGRAM_WEBHOOK_SECRET),
                problems);
    }

    private static void refuseWeak(
            String name, String what, List<String> tokens, List<String> problems) {
        if (tokens.stream().anyMatch(t -> t.length() < API_TOKEN_LENGTH_MIN)) {
            problems.add(
                    name
                            + ": a "
                            + what
                            + " is shorter than "
                            + API_TOKEN_LENGTH_MIN
                            + " characters");
        } else if (tokens.stream()
                .anyMatch(t -> HandMade.looksHandMade(t, API_TOKEN_DIFFERENT_MIN))) {
            problems.add(
                    name
                            + ": a "
                            + what
                            + " looks like an example; make one with: openssl rand -hex 32");
        }
    }

    private static void refuseExampleKeys(
            Setting<?> setting, List<ApiKey> keys, List<String> problems) {
        if (keys.stream().anyMatch(ApiKey::looksLikeAnExample)) {
            problems.add(
                    setting.variable()
                            + ": a key looks like an example; make one with: openssl rand -hex 32");
        }
    }

    private static void refuseUnsignedTransfers(Settings settings, List<String> problems) {
        String url = settings.get(ServerSettings.PLATFORM_URL);
        String secret = settings.get(ServerSettings.PLATFORM_SECRET);
        if (url.isEmpty()) {
            return;
        }
        if (secret.isEmpty()) {
            problems.add(
                    "platform-url needs FUNATIC_PLATFORM_SECRET: nothing could be transferred");
        } else if (secret.length() < API_TOKEN_LENGTH_MIN
                || HandMade.looksHandMade(secret, API_TOKEN_DIFFERENT_MIN)) {
            problems.add(
                    "FUNATIC_PLATFORM_SECRET: the secret is short or looks like an example; make"
                            + " one with: openssl rand -hex 32");
        }
        URI platform = URI.create(url);
        if ("http".equals(platform.getScheme()) && !LOOPBACK.contains(platform.getHost())) {
            problems.add(
                    "mode=prod refuses platform-url="
                            + url
                            + ": what players own would cross the network in the clear; use https");
        }
    }

    private static void refuseDevelopmentAids(Settings settings, List<String> problems) {
        if (settings.get(ServerSettings.DEV_LOGIN)) {
            problems.add("mode=prod refuses dev-login: it lets anyone in as anyone");
        }
        if (settings.get(ServerSettings.DEV_SERVERS)) {
            problems.add("mode=prod refuses dev-servers: they keep no promise of durability");
        }
        if (!settings.get(ServerSettings.RATE_LIMITS)) {
            problems.add("mode=prod refuses rate-limits=false: one caller could harm all others");
        }
    }

    private static void refuseOpenDoors(Settings settings, List<String> problems) {
        URI telegram = settings.get(ServerSettings.TELEGRAM_API_URL);
        if ("http".equals(telegram.getScheme()) && !LOOPBACK.contains(telegram.getHost())) {
            problems.add(
                    "mode=prod refuses telegram-api-url="
                            + telegram
                            + ": the bot's token would cross the network in the clear; use https");
        }
        if (settings.get(ServerSettings.CORS_ORIGINS).contains("*")) {
            problems.add("mode=prod refuses cors-origins=*: name the pages that may call the API");
        }
        if (settings.get(ServerSettings.FRAME_ANCESTORS).contains("*")) {
            problems.add(
                    "mode=prod refuses frame-ancestors=*: any page could lay itself over the game"
                            + " and steal clicks");
        }
        settings.get(ServerSettings.TRUSTED_PROXIES).stream()
                .filter(Cidr::isWiderThanAnyPrivateNetwork)
                .forEach(network ->
                        problems.add(
                                "mode=prod refuses trusted-proxies="
                                        + network
                                        + ": any caller could choose the address it is counted"
                                        + " under; name the proxies' own network"));
    }
}
