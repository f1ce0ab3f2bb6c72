package com.luckyfunatic.server.config;

import static com.luckyfunatic.server.config.Setting.Group.BROWSERS;
import static com.luckyfunatic.server.config.Setting.Group.LIMITS;
import static com.luckyfunatic.server.config.Setting.Group.OBSERVABILITY;
import static com.luckyfunatic.server.config.Setting.Group.SERVER;
import static com.luckyfunatic.server.config.Setting.Group.STORAGE;
import static com.luckyfunatic.server.config.Setting.Group.TELEGRAM;
import static com.luckyfunatic.server.config.Setting.Group.TOKENS;
import static com.luckyfunatic.server.config.Setting.Group.TON;
import static com.luckyfunatic.server.config.SettingType.bool;
import static com.luckyfunatic.server.config.SettingType.domain;
import static com.luckyfunatic.server.config.SettingType.duration;
import static com.luckyfunatic.server.config.SettingType.hostAndPort;
import static com.luckyfunatic.server.config.SettingType.integer;
import static com.luckyfunatic.server.config.SettingType.listOf;
import static com.luckyfunatic.server.config.SettingType.miniApp;
import static com.luckyfunatic.server.config.SettingType.oneOf;
import static com.luckyfunatic.server.config.SettingType.origin;
import static com.luckyfunatic.server.config.SettingType.path;
import static com.luckyfunatic.server.config.SettingType.sentryDsn;
import static com.luckyfunatic.server.config.SettingType.text;
import static com.luckyfunatic.server.config.SettingType.webAddress;
import static com.luckyfunatic.server.config.SettingType.webServer;

import com.luckyfunatic.operations.operator.DailyLimit;
import com.luckyfunatic.operations.operator.SupportLimit;
import com.luckyfunatic.server.limit.Cidr;
import com.luckyfunatic.server.telegram.BotId;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.TelegramEnvironment;
import com.luckyfunatic.server.token.ApiKey;
import com.luckyfunatic.server.token.GameKey;
import com.luckyfunatic.server.token.SigningKey;
import com.luckyfunatic.server.ton.TonNetwork;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of settings: what an operator can say, in the order in which help and documentation
 * list it.
 *
 * <p>A setting added to {@link #ALL} gets its flag, its environment variable, its key in the
 * configuration file, its line in {@code --help} and its row in the reference page.
 */
public final class ServerSettings {
    /** Which stores are used. */
    public enum Storage {
        /** One file in the data directory. */
        EMBEDDED,
        /** Redis, MySQL and ScyllaDB. */
        DISTRIBUTED
    }

    /** When a change that may be lost to a power cut reaches the disk. */
    public enum Durability {
        /** Within a second; what a player paid for or won, before the answer. */
        EVERYSEC,
        /** Everything before the answer. */
        ALWAYS
    }

    /** How log lines look. */
    public enum LogFormat {
        /** Lines for people. */
        TEXT,
        /** One JSON object per line for machines. */
        JSON
    }

    private static final SettingType<String> HOST = text("a host name or address");

    public static final Setting<Mode> MODE =
            Setting.of(
                    SERVER,
                    "mode",
                    oneOf(Mode.class),
                    "",
                    "How careful the server is: `dev` makes its own secrets and allows the login"
                        + " without Telegram, `prod` refuses to start with anything unsafe."
                        + " Default: `dev` when `http-host` is this machine only, else `prod`.");

    public static final Setting<String> HTTP_HOST =
            Setting.of(
                    SERVER,
                    "http-host",
                    HOST,
                    "127.0.0.1",
                    "Address to listen on; `0.0.0.0` is every address.");

    public static final Setting<Integer> HTTP_PORT =
            Setting.of(
                    SERVER,
                    "http-port",
                    integer(0, 65_535),
                    "8080",
                    "Port to listen on; 0 takes a free one.");

    public static final Setting<String> MANAGEMENT_HOST =
            Setting.of(
                    SERVER,
                    "management-host",
                    HOST,
                    "127.0.0.1",
                    "Address that `/metrics` listens on. Keep it away from the public network.");

    public static final Setting<Integer> MANAGEMENT_PORT =
            Setting.of(
                    SERVER,
                    "management-port",
                    integer(-1, 65_535),
                    "8081",
                    "Port of `/metrics`; 0 takes a free one, -1 offers no metrics. In dev mode a"
                            + " free port is taken when nothing was said and 8081 is in use.");

    public static final Setting<Duration> SHUTDOWN_GRACE =
            Setting.of(
                    SERVER,
                    "shutdown-grace",
                    duration(Duration.ZERO, Duration.ofMinutes(10)),
                    "10s",
                    "How long requests in flight may take to finish after SIGTERM.");

    public static final Setting<Duration> SHUTDOWN_DELAY =
            Setting.of(
                    SERVER,
                    "shutdown-delay",
                    duration(Duration.ZERO, Duration.ofMinutes(10)),
                    "0s",
                    "How long `/readyz` says no before new requests are refused, for load balancers"
                            + " to notice.");

    public static final Setting<Boolean> WORKERS =
            Setting.of(
                            SERVER,
                            "workers",
                            bool(),
                            "true",
                            "Whether background jobs run inside this process.")
                    .alsoFrom("ENABLE_BACKGROUND_WORKERS");

    public static final Setting<Duration> PRIZE_RUN_PAUSE =
            Setting.of(
                    SERVER,
                    "prize-run-pause",
                    duration(Duration.ofSeconds(1), Duration.ofHours(1)),
                    "5m",
                    "How long after a look at the tournaments that are over, which ranks them and"
                            + " pays their prizes, the next one comes.");

    public static final Setting<Integer> NODE_ID =
            Setting.of(
                    SERVER,
                    "node-id",
                    integer(0, 1023),
                    "0",
                    "Number of this process, part of every id it makes, with the embedded storage."
                            + " Processes that share a distributed one get numbers from it.");

    public static final Setting<Storage> STORAGE_KIND =
            Setting.of(
                    STORAGE,
                    "storage",
                    oneOf(Storage.class),
                    "embedded",
                    "`embedded` keeps everything in one file, `distributed` uses Redis, MySQL and"
                            + " ScyllaDB.");

    public static final Setting<Path> DATA_DIR =
            Setting.of(
                    STORAGE,
                    "data-dir",
                    path(),
                    "./data",
                    "Directory of the embedded store and of dev secrets.");

    public static final Setting<Durability> DURABILITY =
            Setting.of(
                    STORAGE,
                    "durability",
                    oneOf(Durability.class),
                    "everysec",
                    "When the embedded store forces changes to disk: `everysec` can lose the last"
                        + " second of taps to a power cut (never to a crash), `always` nothing.");

    public static final Setting<Duration> JOURNAL_KEPT =
            Setting.of(
                    STORAGE,
                    "journal-kept",
                    duration(Duration.ZERO, Duration.ofDays(36_500)),
                    "90d",
                    "How long the embedded store keeps every single change for histories, at least"
                        + " 25 hours; `0s` for ever. States and paid operations stay in any case.");

    public static final Setting<String> CATALOG =
            Setting.of(
                    STORAGE,
                    "catalog",
                    text("a path"),
                    "",
                    "Catalog file, played where nothing was released; empty uses the one that comes"
                            + " with the game.");

    public static final Setting<String> AUDIT_ANCHOR =
            Setting.of(
                    STORAGE,
                    "audit-anchor",
                    text("a path"),
                    "",
                    "File that the head of each new seal of the audit is added to, best on another"
                            + " machine's disk: who rewrites the whole store cannot rewrite it.");

    public static final Setting<String> AUDIT_KEY_FILE =
            Setting.of(
                    STORAGE,
                    "audit-key-file",
                    text("a path"),
                    "",
                    "File with the key, 64 hexadecimal digits or more, that the audit is sealed"
                            + " with; every server and worker has the same. Empty seals without.");

    public static final Setting<Boolean> DEV_SERVERS =
            Setting.of(
                    STORAGE,
                    "dev-servers",
                    bool(),
                    "false",
                    "Starts Redis, MySQL and Cassandra for development as children of this"
                            + " process.");

    public static final Setting<List<BotToken>> TELEGRAM_BOT_TOKENS =
            Setting.of(
                            TELEGRAM,
                            "telegram-bot-tokens",
                            listOf(
                                    text("<bot id>:<secret>")
                                            .map("<bot id>:<secret>", BotToken::parse)),
                            "",
                            "Bots whose players may log in. Dev mode makes one when there is none.")
                    .keptSecret();

    public static final Setting<List<Long>> TELEGRAM_BOT_IDS =
            Setting.of(
                    TELEGRAM,
                    "telegram-bot-ids",
                    listOf(text("a bot id").map("a bot id (digits)", BotId::parse)),
                    "",
                    "Bots whose players may log in without their token being known here: Telegram's"
                            + " own Ed25519 signature is checked instead.");

    public static final Setting<TelegramEnvironment> TELEGRAM_ENVIRONMENT =
            Setting.of(
                    TELEGRAM,
                    "telegram-environment",
                    oneOf(TelegramEnvironment.class),
                    "production",
                    "Which of Telegram's two public keys its signatures are checked with.");

    public static final Setting<String> TELEGRAM_APP =
            Setting.of(
                    TELEGRAM,
                    "telegram-app",
                    miniApp(),
                    "",
                    "Where invite links lead: the Mini App's address, like"
                            + " `https://t.me/funatic_bot/play`. Empty: to the page itself.");

    public static final Setting<URI> TELEGRAM_API_URL =
            Setting.of(
                    TELEGRAM,
                    "telegram-api-url",
                    webServer(),
                    "https://api.telegram.org",
                    "Where the Bot API is, for a server of your own. The first of"
                            + " `telegram-bot-tokens` asks there who is a member of a channel; it"
                            + " must be an administrator of the channel.");

    public static final Setting<Duration> TELEGRAM_API_TIMEOUT =
            Setting.of(
                    TELEGRAM,
                    "telegram-api-timeout",
                    duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
                    "3s",
                    "How long one call of the Bot API may take. Whether somebody may pay in Stars"
                            + " is told within 8 seconds whatever is set here: Telegram waits 10.");

    public static final Setting<List<String>> TELEGRAM_WEBHOOK_SECRET =
            Setting.of(
                            TELEGRAM,
                            "telegram-webhook-secret",
                            listOf(text("a secret")),
                            "",
                            "What Telegram sends with every update, the `secret_token` of"
                                + " `setWebhook`; two during a rotation. Without it there is no"
                                + " `POST /telegram/webhook`, and nothing can be paid in Stars.")
                    .alsoFrom("TELEGRAM_WEBHOOK_SECRET")
                    .keptSecret();

    public static final Setting<Duration> INIT_DATA_MAX_AGE =
            Setting.of(
                    TELEGRAM,
                    "init-data-max-age",
                    duration(Duration.ofSeconds(1), Duration.ofDays(365)),
                    "24h",
                    "Oldest login data that is accepted.");

    public static final Setting<Boolean> DEV_LOGIN =
            Setting.of(
                            TELEGRAM,
                            "dev-login",
                            bool(),
                            "true",
                            "Whether `POST /dev/login` lets anyone in as anyone. Impossible in prod"
                                + " mode; in dev mode on an address that others can reach it is off"
                                + " unless asked for.")
                    .inProduction("false");

    public static final Setting<List<String>> TON_DOMAINS =
            Setting.of(
                    TON,
                    "ton-domains",
                    listOf(domain()),
                    "",
                    "Pages whose `ton_proof` is accepted, as wallets name them: the host of the"
                            + " Mini App's address. Empty: nobody can connect a wallet.");

    public static final Setting<TonNetwork> TON_NETWORK =
            Setting.of(
                    TON,
                    "ton-network",
                    oneOf(TonNetwork.class),
                    "mainnet",
                    "Which of TON's networks wallets must be on.");

    public static final Setting<Duration> TON_PROOF_MAX_AGE =
            Setting.of(
                    TON,
                    "ton-proof-max-age",
                    duration(Duration.ofSeconds(1), Duration.ofDays(1)),
                    "15m",
                    "Oldest `ton_proof` that is accepted, and how long its payload is good.");

    public static final Setting<List<SigningKey>> JWT_KEYS =
            Setting.of(
                            TOKENS,
                            "jwt-keys",
                            listOf(
                                    text("<key id>:<Base64 of at least 32 random bytes>")
                                            .map(
                                                    "<key id>:<Base64 of at least 32 random bytes>",
                                                    SigningKey::parse)),
                            "",
                            "Keys of the tokens handed to players: the first signs, all are"
                                + " accepted. Put a new key first, and drop the old one when its"
                                + " last token has expired. Dev mode makes one when there is none.")
                    .keptSecret();

    public static final Setting<Duration> PLAYER_TOKEN_LIFETIME =
            Setting.of(
                    TOKENS,
                    "player-token-lifetime",
                    duration(Duration.ofMinutes(1), Duration.ofDays(30)),
                    "3d",
                    "How long a player stays logged in. Up to 60 s longer are put up with, because"
                            + " the clocks of servers differ.");

    public static final Setting<List<String>> LARAVEL_API_TOKEN =
            Setting.of(
                            TOKENS,
                            "laravel-api-token",
                            listOf(text("a token")),
                            "",
                            "Tokens that the Funtico platform may use; two during a rotation. Empty"
                                    + " closes its routes.")
                    .alsoFrom("LARAVEL_API_TOKEN")
                    .keptSecret();

    public static final Setting<String> PLATFORM_URL =
            Setting.of(
                    TOKENS,
                    "platform-url",
                    webAddress(),
                    "",
                    "Where the Funtico platform takes transfers of items; empty for nowhere, and"
                            + " then players can transfer none.");

    public static final Setting<String> PLATFORM_SECRET =
            Setting.of(
                            TOKENS,
                            "platform-secret",
                            text("at least 32 characters"),
                            "",
                            "What requests to `platform-url` are signed with. Empty closes"
                                    + " transfers.")
                    .keptSecret();

    public static final Setting<Duration> PLATFORM_TIMEOUT =
            Setting.of(
                    TOKENS,
                    "platform-timeout",
                    duration(Duration.ofMillis(100), Duration.ofSeconds(30)),
                    "10s",
                    "How long one request to `platform-url` may take.");

    public static final Setting<List<ApiKey>> PPC_API_KEYS =
            Setting.of(
                            TOKENS,
                            "ppc-api-keys",
                            listOf(
                                    text("at least 32 printable characters")
                                            .map(
                                                    "at least 32 printable characters",
                                                    ApiKey::parse)),
                            "",
                            "Keys that marketing may use for `/ppc`; two during a rotation. Empty"
                                    + " closes its routes.")
                    .keptSecret();

    public static final Setting<List<GameKey>> MINIGAME_KEYS =
            Setting.of(
                            TOKENS,
                            "minigame-keys",
                            listOf(
                                    text("<game>:<at least 32 printable characters>")
                                            .map(
                                                    "<game>:<at least 32 printable characters>",
                                                    GameKey::parse)),
                            "star_catcher:example-key-of-the-star-catcher-00",
                            "Keys that the pages of minigames send as `X-Api-Key`, each for one"
                                + " game; two of one game during a rotation. A game without a key"
                                + " cannot be played. Dev mode has an example for the game that"
                                + " comes along.")
                    .inProduction("")
                    .keptSecret();

    public static final Setting<Boolean> YARDSTICK =
            Setting.of(
                            SERVER,
                            "yardstick",
                            bool(),
                            "true",
                            "Whether `/public/hello` answers, which does nothing: load tests"
                                    + " compare the game with it.")
                    .inProduction("false");

    public static final Setting<Boolean> RATE_LIMITS =
            Setting.of(
                    LIMITS,
                    "rate-limits",
                    bool(),
                    "true",
                    "Whether requests are limited at all. Switch it off for load tests only;"
                            + " prod mode does not allow it.");

    public static final Setting<Integer> SUPPORT_LIMIT_FUNZ =
            Setting.of(
                    LIMITS,
                    SupportLimit.FUNZ.key(),
                    integer(0, Integer.MAX_VALUE),
                    SupportLimit.FUNZ.usual(),
                    "The most funz that an operator gives or takes at once without another"
                            + " person's approval.");

    public static final Setting<Integer> SUPPORT_DAILY_FUNZ =
            Setting.of(
                    LIMITS,
                    DailyLimit.FUNZ.key(),
                    integer(0, Integer.MAX_VALUE),
                    DailyLimit.FUNZ.usual(),
                    "The most funz that an operator gives and takes in a UTC day, by plans and"
                            + " by files, added up, approved or not.");

    public static final Setting<Integer> SUPPORT_LIMIT_JOKERS =
            Setting.of(
                    LIMITS,
                    SupportLimit.JOKERS.key(),
                    integer(0, Integer.MAX_VALUE),
                    SupportLimit.JOKERS.usual(),
                    "The most jokers that an operator gives or takes at once without another"
                            + " person's approval.");

    public static final Setting<Integer> SUPPORT_DAILY_JOKERS =
            Setting.of(
                    LIMITS,
                    DailyLimit.JOKERS.key(),
                    integer(0, Integer.MAX_VALUE),
                    DailyLimit.JOKERS.usual(),
                    "The most jokers that an operator gives and takes in a UTC day, by plans and"
                            + " by files, added up, approved or not.");

    public static final Setting<Integer> SUPPORT_LIMIT_ITEMS =
            Setting.of(
                    LIMITS,
                    SupportLimit.ITEMS.key(),
                    integer(0, Integer.MAX_VALUE),
                    SupportLimit.ITEMS.usual(),
                    "The most items that an operator gives or takes at once without another"
                            + " person's approval.");

    public static final Setting<Integer> SUPPORT_LIMIT_PLAYERS =
            Setting.of(
                    LIMITS,
                    SupportLimit.PLAYERS.key(),
                    integer(0, Integer.MAX_VALUE),
                    SupportLimit.PLAYERS.usual(),
                    "The most players that a file of adjustments is about without another person's"
                            + " approval.");

    public static final Setting<Integer> SUPPORT_DAILY_DECISIONS =
            Setting.of(
                    LIMITS,
                    DailyLimit.DECISIONS.key(),
                    integer(0, Integer.MAX_VALUE),
                    DailyLimit.DECISIONS.usual(),
                    "The most plans without an amount, such as bans, that an operator carries out"
                            + " in a UTC day.");

    public static final Setting<Integer> SUPPORT_DAILY_ITEMS =
            Setting.of(
                    LIMITS,
                    DailyLimit.ITEMS.key(),
                    integer(0, Integer.MAX_VALUE),
                    DailyLimit.ITEMS.usual(),
                    "The most items that an operator gives and takes in a UTC day, by plans and"
                            + " by files, added up, approved or not.");

    public static final Setting<Integer> SUPPORT_LIMIT_STARS =
            Setting.of(
                    LIMITS,
                    SupportLimit.STARS.key(),
                    integer(0, Integer.MAX_VALUE),
                    SupportLimit.STARS.usual(),
                    "The most Telegram Stars that an operator gives back at once without another"
                            + " person's approval.");

    public static final Setting<Integer> SUPPORT_DAILY_STARS =
            Setting.of(
                    LIMITS,
                    DailyLimit.STARS.key(),
                    integer(0, Integer.MAX_VALUE),
                    DailyLimit.STARS.usual(),
                    "The most Telegram Stars that an operator gives back in a UTC day, added up,"
                            + " approved or not.");

    public static final Setting<Integer> SUPPORT_LIMIT_CONTENT =
            Setting.of(
                    LIMITS,
                    "support-limit-content",
                    integer(0, Integer.MAX_VALUE),
                    "100",
                    "The most differences in new content that an operator publishes at once"
                            + " without another person's approval.");

    public static final Setting<Integer> SUPPORT_DAILY_CONTENT =
            Setting.of(
                    LIMITS,
                    "support-daily-content",
                    integer(0, Integer.MAX_VALUE),
                    "1000",
                    "The most differences in new content that an operator publishes in a UTC day,"
                            + " added up, approved or not.");

    public static final Setting<Integer> RATE_LIMIT_PLAYER =
            Setting.of(
                    LIMITS,
                    "rate-limit-player",
                    integer(1, 1_000_000),
                    "20",
                    "Requests per second of one player, in the long run.");

    public static final Setting<Integer> RATE_LIMIT_PLAYER_BURST =
            Setting.of(
                    LIMITS,
                    "rate-limit-player-burst",
                    integer(1, 1_000_000),
                    "60",
                    "Requests that one player may send at once.");

    public static final Setting<Integer> RATE_LIMIT_IP =
            Setting.of(
                    LIMITS,
                    "rate-limit-ip",
                    integer(1, 1_000_000),
                    "20",
                    "Requests per second of one address (IPv6: one /64 network) that carry no valid"
                            + " token.");

    public static final Setting<Integer> RATE_LIMIT_IP_BURST =
            Setting.of(
                    LIMITS,
                    "rate-limit-ip-burst",
                    integer(1, 1_000_000),
                    "60",
                    "Requests without a valid token that one address may send at once.");

    public static final Setting<Integer> RATE_LIMIT_IP_PLAYERS =
            Setting.of(
                    LIMITS,
                    "rate-limit-ip-players",
                    integer(1, 1_000_000),
                    "1000",
                    "Requests per second of all players of one address together. Wide, because a"
                            + " mobile network puts hundreds behind one; behind a proxy set"
                            + " `trusted-proxies`, or all players share one address.");

    public static final Setting<Integer> RATE_LIMIT_IP_PLAYERS_BURST =
            Setting.of(
                    LIMITS,
                    "rate-limit-ip-players-burst",
                    integer(1, 1_000_000),
                    "3000",
                    "Requests that all players of one address may send at once.");

    public static final Setting<Integer> REQUESTS_IN_FLIGHT_MAX =
            Setting.of(
                    LIMITS,
                    "requests-in-flight-max",
                    integer(0, 1_000_000),
                    "512",
                    "Requests that are worked on at once, at most; what is beyond is answered 503"
                        + " `overloaded` at once. Taps and the game's state have half of the places"
                        + " for themselves, and so have all others: both together can be half as"
                        + " many more. Health and operators are always served. 0 for no limit.");

    public static final Setting<Integer> REQUESTS_IN_FLIGHT_MIN =
            Setting.of(
                    LIMITS,
                    "requests-in-flight-min",
                    integer(1, 1_000_000),
                    "64",
                    "Requests that are worked on at once even while answers are slow.");

    public static final Setting<Duration> REQUESTS_SLOW =
            Setting.of(
                    LIMITS,
                    "requests-slow",
                    duration(Duration.ofMillis(1), Duration.ofMinutes(1)),
                    "100ms",
                    "If one of ten good answers takes longer, a tenth fewer requests are worked on"
                            + " at once, at most ten times a second; if not, and half of them are"
                            + " in use, one more.");

    public static final Setting<List<Cidr>> TRUSTED_PROXIES =
            Setting.of(
                    LIMITS,
                    "trusted-proxies",
                    listOf(
                            text("an address or network")
                                    .map("an address or network such as 10.0.0.0/8", Cidr::parse)),
                    "",
                    "Proxies whose `X-Forwarded-For` is believed. Prod mode refuses networks wider"
                            + " than any private one.");

    public static final Setting<Integer> BODY_BYTES_MAX =
            Setting.of(
                    LIMITS,
                    "body-bytes-max",
                    integer(1024, 1 << 20),
                    "65536",
                    "Largest accepted request body.");

    public static final Setting<List<String>> CORS_ORIGINS =
            Setting.of(
                    BROWSERS,
                    "cors-origins",
                    listOf(origin()),
                    "",
                    "Web pages of other origins that may call the API, exactly as browsers name"
                            + " them. `*` (anyone) is refused in prod mode.");

    public static final Setting<List<String>> FRAME_ANCESTORS =
            Setting.of(
                    BROWSERS,
                    "frame-ancestors",
                    listOf(origin()),
                    "https://web.telegram.org",
                    "Origins that may show the game inside their page. `*` is refused in prod"
                            + " mode.");

    public static final Setting<Boolean> HSTS =
            Setting.of(
                            BROWSERS,
                            "hsts",
                            bool(),
                            "false",
                            "Whether browsers are told to use HTTPS only"
                                    + " (`Strict-Transport-Security`).")
                    .inProduction("true");

    public static final Setting<LogFormat> LOG_FORMAT =
            Setting.of(
                            OBSERVABILITY,
                            "log-format",
                            oneOf(LogFormat.class),
                            "text",
                            "How log lines look.")
                    .inProduction("json");

    public static final Setting<LogLevel> LOG_LEVEL =
            Setting.of(
                    OBSERVABILITY,
                    "log-level",
                    oneOf(LogLevel.class),
                    "info",
                    "Least important lines that are logged.");

    public static final Setting<Boolean> ACCESS_LOG =
            Setting.of(
                            OBSERVABILITY,
                            "access-log",
                            bool(),
                            "false",
                            "Whether every request is logged, without secrets.")
                    .inProduction("true");

    public static final Setting<String> LOG_SHIP_TO =
            Setting.of(
                    OBSERVABILITY,
                    "log-ship-to",
                    hostAndPort(),
                    "",
                    "Log collector that also gets every line as JSON over TCP; empty for none.");

    public static final Setting<String> SENTRY_DSN =
            Setting.of(
                            OBSERVABILITY,
                            "sentry-dsn",
                            sentryDsn(),
                            "",
                            "Where errors are reported; empty for nowhere.")
                    .alsoFrom("SENTRY_DSN")
                    .keptSecret();

    public static final Setting<String> TRACES_TO =
            Setting.of(
                            OBSERVABILITY,
                            "traces-to",
                            webAddress(),
                            "",
                            "Collector that gets spans of requests by OpenTelemetry's protocol"
                                    + " (OTLP over HTTP, at `/v1/traces` there); empty for none.")
                    .alsoFrom("OTEL_EXPORTER_OTLP_ENDPOINT");

    public static final Setting<Integer> TRACES_SHARE =
            Setting.of(
                    OBSERVABILITY,
                    "traces-share",
                    integer(0, 100),
                    "10",
                    "How many of a hundred traces are recorded. Their ids decide, alike on every"
                            + " server; what a caller asks for does not count.");

    /** Every setting, in the order of the reference page. */
    public static final List<Setting<?>> ALL =
            withDatabases(
                    MODE,
                    HTTP_HOST,
                    HTTP_PORT,
                    MANAGEMENT_HOST,
                    MANAGEMENT_PORT,
                    SHUTDOWN_GRACE,
                    SHUTDOWN_DELAY,
                    WORKERS,
                    PRIZE_RUN_PAUSE,
                    NODE_ID,
                    YARDSTICK,
                    STORAGE_KIND,
                    DATA_DIR,
                    DURABILITY,
                    JOURNAL_KEPT,
                    CATALOG,
                    AUDIT_ANCHOR,
                    AUDIT_KEY_FILE,
                    DEV_SERVERS,
                    TELEGRAM_BOT_TOKENS,
                    TELEGRAM_BOT_IDS,
                    TELEGRAM_ENVIRONMENT,
                    TELEGRAM_APP,
                    TELEGRAM_API_URL,
                    TELEGRAM_API_TIMEOUT,
                    TELEGRAM_WEBHOOK_SECRET,
                    INIT_DATA_MAX_AGE,
                    DEV_LOGIN,
                    TON_DOMAINS,
                    TON_NETWORK,
                    TON_PROOF_MAX_AGE,
                    JWT_KEYS,
                    PLAYER_TOKEN_LIFETIME,
                    LARAVEL_API_TOKEN,
                    PLATFORM_URL,
                    PLATFORM_SECRET,
                    PLATFORM_TIMEOUT,
                    PPC_API_KEYS,
                    MINIGAME_KEYS,
                    SUPPORT_LIMIT_FUNZ,
                    SUPPORT_DAILY_FUNZ,
                    SUPPORT_LIMIT_JOKERS,
                    SUPPORT_DAILY_JOKERS,
                    SUPPORT_LIMIT_ITEMS,
                    SUPPORT_DAILY_ITEMS,
                    SUPPORT_LIMIT_PLAYERS,
                    SUPPORT_DAILY_DECISIONS,
                    SUPPORT_LIMIT_STARS,
                    SUPPORT_DAILY_STARS,
                    SUPPORT_LIMIT_CONTENT,
                    SUPPORT_DAILY_CONTENT,
                    RATE_LIMITS,
                    RATE_LIMIT_PLAYER,
                    RATE_LIMIT_PLAYER_BURST,
                    RATE_LIMIT_IP,
                    RATE_LIMIT_IP_BURST,
                    RATE_LIMIT_IP_PLAYERS,
                    RATE_LIMIT_IP_PLAYERS_BURST,
                    REQUESTS_IN_FLIGHT_MAX,
                    REQUESTS_IN_FLIGHT_MIN,
                    REQUESTS_SLOW,
                    TRUSTED_PROXIES,
                    BODY_BYTES_MAX,
                    CORS_ORIGINS,
                    FRAME_ANCESTORS,
                    HSTS,
                    LOG_FORMAT,
                    LOG_LEVEL,
                    ACCESS_LOG,
                    LOG_SHIP_TO,
                    SENTRY_DSN,
                    TRACES_TO,
                    TRACES_SHARE);

    private ServerSettings() {}

    /** The databases come after the other settings of the storage. */
    private static List<Setting<?>> withDatabases(Setting<?>... others) {
        List<Setting<?>> all = new ArrayList<>(List.of(others));
        all.addAll(all.indexOf(DEV_SERVERS) + 1, DatabaseSettings.ALL);
        return List.copyOf(all);
    }
}
