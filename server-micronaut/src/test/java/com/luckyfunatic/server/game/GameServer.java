package com.luckyfunatic.server.game;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server with the content of tests, the storage of tests and a clock that tests move. */
public final class GameServer implements AutoCloseable {
    /** Of all servers: some share a storage, and with it the accounts. */
    private static final AtomicLong LAST_ACCOUNT = new AtomicLong(1_000);

    private final SettableClock clock = new SettableClock();
    private final TestStorage kept = HttpTestRun.storage();
    private final GameStorage storage = kept.open();
    private final TestServer http;

    private GameServer(
            Map<String, String> environment,
            Catalog catalog,
            UnaryOperator<GameStorage> seen,
            Object... beans) {
        Map<String, String> all = new HashMap<>(environment);
        // Follow-ups are carried out when a test says so.
        all.putIfAbsent("FUNATIC_WORKERS", "false");
        http =
                TestServer.start(
                        all,
                        Stream.concat(
                                        Stream.of(clock, seen.apply(storage), catalog),
                                        Stream.of(beans))
                                .toArray());
    }

    /** Starts it with the content of tests. */
    public static GameServer start() {
        return start(Map.of(), TestCatalogs.full());
    }

    /** Starts it with other settings and content. */
    public static GameServer start(Map<String, String> environment, Catalog catalog) {
        return new GameServer(environment, catalog, storage -> storage);
    }

    /** Starts it with other settings, and objects in place of its own. */
    public static GameServer startWith(Map<String, String> environment, Object... beans) {
        return new GameServer(environment, TestCatalogs.full(), storage -> storage, beans);
    }

    /** Starts it with other settings on what it sees of the storage. */
    public static GameServer startOn(
            UnaryOperator<GameStorage> seen, Map<String, String> environment) {
        return new GameServer(environment, TestCatalogs.full(), seen);
    }

    public TestServer http() {
        return http;
    }

    public SettableClock clock() {
        return clock;
    }

    public GameEngine engine() {
        return http.bean(GameEngine.class);
    }

    /** Logs a new account in. */
    public TestPlayer newPlayer() {
        return logIn(LAST_ACCOUNT.incrementAndGet());
    }

    /** Logs a new account in and gives it funz and jokers, either of which may be none. */
    public TestPlayer newPlayer(long funz, long jokers) {
        TestPlayer player = newPlayer();
        give(player, Currency.FUNZ, funz);
        give(player, Currency.JOKERS, jokers);
        return player;
    }

    /** Logs an account in. */
    public TestPlayer logIn(long telegramId) {
        return TestPlayer.logIn(http, telegramId, null);
    }

    /** Logs an account in that followed a link with a word of its own. */
    public TestPlayer logInBy(long telegramId, String startParam) {
        return TestPlayer.logIn(http, telegramId, startParam);
    }

    /** Logs an account in that followed the link of another player. */
    public TestPlayer newFriendOf(TestPlayer referrer) {
        return TestPlayer.logIn(
                http, LAST_ACCOUNT.incrementAndGet(), "ref_" + referrer.telegramId());
    }

    /** Adds an operator; returns the header that they sign in with. */
    public String newOperator(Role... roles) {
        return newOperator("op" + LAST_ACCOUNT.incrementAndGet(), roles);
    }

    /** Adds an operator of this name; returns the header that they sign in with. */
    public String newOperator(String name, Role... roles) {
        var credentials = new Credentials();
        String secret = credentials.generate();
        storage.operators()
                .add(
                        new Operator(
                                new OperatorName(name),
                                Set.of(roles),
                                credentials.hash(secret),
                                false,
                                clock.millis()));
        return basic(name, secret);
    }

    /** Returns the header of an operator. */
    public static String basic(String name, String secret) {
        byte[] text = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    public GameStorage storage() {
        return storage;
    }

    /** Gives a player items. */
    public void give(TestPlayer player, String item, int number) {
        engine().execute(
                        PlayerId.parse(player.id()),
                        new AdjustItem(new ItemId(item), number, "for a test"));
    }

    /**
     * Carries out what players' changes have called for on other players, and brings up to date
     * what follows them with a delay.
     */
    public void settleFollowUps() {
        do {
            kept.settle(storage);
            // A follow-up may call for another.
        } while (engine().settleFollowUps(100) > 0);
    }

    private void give(TestPlayer player, Currency currency, long amount) {
        if (amount > 0) {
            engine().execute(
                            PlayerId.parse(player.id()),
                            new AdjustBalance(currency, amount, "for a test"));
        }
    }

    @Override
    public void close() {
        http.close();
        kept.close(storage);
    }
}
