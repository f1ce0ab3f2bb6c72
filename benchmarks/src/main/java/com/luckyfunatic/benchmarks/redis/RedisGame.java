package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.storage.redis.GenerationRegistry;
import com.luckyfunatic.storage.redis.HotPlayers;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisPlayers;
import com.luckyfunatic.storage.redis.RedisStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Players in Redis, and commands on them by either way. Thread-safe. */
final class RedisGame {
    private final RedisStore store;
    private final InstantSource clock;
    private final Catalog catalog = BenchmarkCatalog.standard();
    private final AtomicLong changeIds = new AtomicLong(1);
    private final RuleHandler rules =
            new RuleHandler(catalog, new SplittableRandom(1), changeIds::incrementAndGet);
    private final AtomicLong byScript = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();

    RedisGame(RedisStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Generations of a Redis that nobody else knows. */
    static GenerationRegistry generations() {
        return new GenerationRegistry() {
            @Override
            public long current(int partition) {
                return 1;
            }

            @Override
            public void raise(Collection<Integer> partitions) {}

            @Override
            public boolean raiseTo(int partition, long least) {
                return false;
            }

            @Override
            public long incarnation() {
                return 0;
            }

            @Override
            public Optional<Map<Integer, Long>> begin(
                    long next, long ended, Collection<Integer> lost) {
                return Optional.of(lost.stream().collect(Collectors.toMap(each -> each, _ -> 1L)));
            }
        };
    }

    RuleHandler rules() {
        return rules;
    }

    Catalog catalog() {
        return catalog;
    }

    static PlayerId player(int index) {
        return new PlayerId(1_000_000L + index);
    }

    /** Creates the player of {@code index}. */
    void create(int index) {
        PlayerId player = player(index);
        long now = TapLoad.START.toEpochMilli();
        CommandEnvelope create = envelope(player, new CreatePlayer(null, false), now);
        // Somebody who earns: else there is nothing to collect.
        OwnedCard card = new OwnedCard(catalog.cards().getFirst().id(), 1);
        PlayerState state =
                Objects.requireNonNull(rules.handle(null, create).answer().state())
                        .change()
                        .cards(new CardState(List.of(card)))
                        .done();
        if (store.players().read(player, null)
                instanceof RedisPlayers.Read.NotLoaded(long generation)) {
            PlayerVersion version = new PlayerVersion(generation, 1, state.sequence(), 1);
            store.players().hydrate(player, version, state, now);
        }
    }

    CommandEnvelope envelope(PlayerId player, Command command, long now) {
        return new CommandEnvelope(player, null, now, Actor.Player.SELF, command);
    }

    /** Carries {@code command} out as the storage does: by its script if that takes it. */
    void inOneTrip(int index, Command command) {
        CommandEnvelope envelope = envelope(player(index), command, clock.millis());
        asked.incrementAndGet();
        if (store.hotPlayers().execute(envelope, rules) instanceof HotPlayers.Hot.Done) {
            byScript.incrementAndGet();
        } else {
            generic(envelope);
        }
    }

    /** Carries {@code command} out the generic way. */
    void inTwoTrips(int index, Command command) {
        generic(envelope(player(index), command, clock.millis()));
    }

    private void generic(CommandEnvelope envelope) {
        if (!(store.players().read(envelope.player(), null)
                instanceof RedisPlayers.Read.Found(PlayerVersion version, PlayerState state))) {
            throw new IllegalStateException("player " + envelope.player() + " is gone");
        }
        Handled handled = rules.handle(state, envelope);
        if (handled.change() == null) {
            return;
        }
        RedisPlayers.Committed committed =
                store.players()
                        .commit(
                                new RedisPlayers.Commit(
                                        envelope.player(),
                                        null,
                                        version,
                                        state,
                                        handled.answer().state(),
                                        handled.change(),
                                        null,
                                        store.hotPlayers().content(catalog),
                                        envelope.nowMillis()));
        if (!(committed instanceof RedisPlayers.Committed.Done)) {
            throw new IllegalStateException("somebody else has changed " + envelope.player());
        }
    }

    /** Returns the share that scripts took since the last call. */
    double scriptShare() {
        return (double) byScript.getAndSet(0) / Math.max(1, asked.getAndSet(0));
    }
}
