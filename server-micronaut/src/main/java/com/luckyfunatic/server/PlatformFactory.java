package com.luckyfunatic.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.config.ServerSecrets;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.limit.ClientAddresses;
import com.luckyfunatic.server.limit.InFlightLimit;
import com.luckyfunatic.server.limit.RequestLimits;
import com.luckyfunatic.server.minigame.RunTokens;
import com.luckyfunatic.server.stars.InvoicePayloads;
import com.luckyfunatic.server.telegram.InitDataPolicy;
import com.luckyfunatic.server.telegram.InitDataValidator;
import com.luckyfunatic.server.telegram.bot.BotApi;
import com.luckyfunatic.server.telegram.bot.NobodyToAsk;
import com.luckyfunatic.server.telegram.bot.RememberedAbsence;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import com.luckyfunatic.server.telegram.bot.TelegramChannelMembership;
import com.luckyfunatic.server.telegram.bot.TelegramStarPayments;
import com.luckyfunatic.server.token.FixedTokens;
import com.luckyfunatic.server.token.SigningKey;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenVerifier;
import com.luckyfunatic.server.token.WebhookSecret;
import com.luckyfunatic.server.ton.TonChallenges;
import com.luckyfunatic.server.ton.TonProofPolicy;
import com.luckyfunatic.server.ton.TonProofVerifier;
import com.luckyfunatic.server.ton.WalletContracts;
import com.luckyfunatic.server.transfer.PlatformApi;
import com.luckyfunatic.storage.clock.SharedClock;
import io.github.bucket4j.TimeMeter;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.time.InstantSourceFactory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the parts of the platform, which know nothing of the framework, from the settings. */
@Factory
final class PlatformFactory {
    /** Long enough to spare Telegram a finger on a button, too short for who has just joined. */
    private static final Duration ABSENCE_REMEMBERED = Duration.ofSeconds(5);

    /**
     * The clock of everything, in place of Micronaut's, which would stand beside one that a test
     * brings. Servers on one database follow that one's clock.
     */
    @Singleton
    @Secondary
    @Replaces(value = InstantSource.class, factory = InstantSourceFactory.class)
    InstantSource clock(Settings settings) {
        return switch (settings.get(ServerSettings.STORAGE_KIND)) {
            case EMBEDDED -> InstantSource.system();
            case DISTRIBUTED -> SharedClock.system();
        };
    }

    @Singleton
    InitDataValidator initDataValidator(Settings settings, ServerSecrets secrets) {
        return new InitDataValidator(
                new InitDataPolicy(
                        secrets.bots(),
                        settings.get(ServerSettings.TELEGRAM_BOT_IDS),
                        settings.get(ServerSettings.TELEGRAM_ENVIRONMENT),
                        settings.get(ServerSettings.INIT_DATA_MAX_AGE)));
    }

    @Singleton
    TokenIssuer tokenIssuer(Settings settings, ServerSecrets secrets) {
        return new TokenIssuer(
                secrets.signingKeys().getFirst(),
                settings.get(ServerSettings.PLAYER_TOKEN_LIFETIME));
    }

    @Singleton
    TokenVerifier tokenVerifier(ServerSecrets secrets) {
        return new TokenVerifier(secrets.signingKeys());
    }

    @Singleton
    FixedTokens platformTokens(Settings settings) {
        return new FixedTokens(settings.get(ServerSettings.LARAVEL_API_TOKEN));
    }

    @Singleton
    WebhookSecret webhookSecret(Settings settings) {
        return new WebhookSecret(settings.get(ServerSettings.TELEGRAM_WEBHOOK_SECRET));
    }

    @Singleton
    InvoicePayloads invoicePayloads(ServerSecrets secrets) {
        return new InvoicePayloads(keys(secrets));
    }

    @Singleton
    RunTokens runTokens(ServerSecrets secrets) {
        return new RunTokens(keys(secrets));
    }

    @Singleton
    CursorCodec cursorCodec(ServerSecrets secrets) {
        return new CursorCodec(keys(secrets));
    }

    private static List<byte[]> keys(ServerSecrets secrets) {
        return secrets.signingKeys().stream()
                .map(SigningKey::encoded)
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Singleton
    TonChallenges tonChallenges(ServerSecrets secrets) {
        return new TonChallenges(keys(secrets));
    }

    @Singleton
    TonProofPolicy tonProofPolicy(Settings settings) {
        return new TonProofPolicy(
                settings.get(ServerSettings.TON_NETWORK),
                Set.copyOf(settings.get(ServerSettings.TON_DOMAINS)),
                settings.get(ServerSettings.TON_PROOF_MAX_AGE));
    }

    /** The wallets that are known, unless a test brings its own. */
    @Singleton
    @Secondary
    WalletContracts walletContracts() {
        return WalletContracts.standard();
    }

    @Singleton
    TonProofVerifier tonProofVerifier(
            TonProofPolicy policy, TonChallenges challenges, WalletContracts contracts) {
        return new TonProofVerifier(policy, challenges, contracts);
    }

    /** The first bot asks; there is none where only Telegram's own signature is checked. */
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(condition = BotTokenKnown.class)
    BotApi botApi(
            Settings settings, ServerSecrets secrets, ObjectMapper json, InstantSource clock) {
        return new BotApi(
                settings.get(ServerSettings.TELEGRAM_API_URL),
                secrets.bots().getFirst(),
                settings.get(ServerSettings.TELEGRAM_API_TIMEOUT),
                json,
                clock);
    }

    /** There is none where transfers are not set up. */
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(condition = PlatformKnown.class)
    PlatformApi platformApi(Settings settings, ObjectMapper json, InstantSource clock) {
        return new PlatformApi(
                URI.create(settings.get(ServerSettings.PLATFORM_URL)),
                settings.get(ServerSettings.PLATFORM_SECRET),
                settings.get(ServerSettings.PLATFORM_TIMEOUT),
                json,
                clock);
    }

    @Singleton
    StarPayments starPayments(@Nullable BotApi api) {
        return new TelegramStarPayments(api);
    }

    @Singleton
    ChannelMembership channelMembership(@Nullable BotApi api, InstantSource clock) {
        return api == null
                ? new NobodyToAsk()
                : new RememberedAbsence(
                        new TelegramChannelMembership(api), ABSENCE_REMEMBERED, clock);
    }

    @Singleton
    ClientAddresses clientAddresses(Settings settings) {
        return new ClientAddresses(settings.get(ServerSettings.TRUSTED_PROXIES));
    }

    @Singleton
    InFlightLimit inFlightLimit(Settings settings) {
        return InFlightLimit.between(
                settings.get(ServerSettings.REQUESTS_IN_FLIGHT_MIN),
                settings.get(ServerSettings.REQUESTS_IN_FLIGHT_MAX),
                settings.get(ServerSettings.REQUESTS_SLOW),
                System::nanoTime);
    }

    @Singleton
    RequestLimits requestLimits(Settings settings) {
        return new RequestLimits(
                new RequestLimits.Rate(
                        settings.get(ServerSettings.RATE_LIMIT_PLAYER),
                        settings.get(ServerSettings.RATE_LIMIT_PLAYER_BURST)),
                new RequestLimits.Rate(
                        settings.get(ServerSettings.RATE_LIMIT_IP),
                        settings.get(ServerSettings.RATE_LIMIT_IP_BURST)),
                new RequestLimits.Rate(
                        settings.get(ServerSettings.RATE_LIMIT_IP_PLAYERS),
                        settings.get(ServerSettings.RATE_LIMIT_IP_PLAYERS_BURST)),
                TimeMeter.SYSTEM_NANOTIME);
    }
}
