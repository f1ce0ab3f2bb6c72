package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.script.Script;
import com.luckyfunatic.storage.redis.script.ScriptLoader;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A Redis with its scripts, seen from outside too. Each lane has a partition of its own. */
final class HotRedis implements AutoCloseable {
    static final int LANES = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final GameCodec codec = new GameCodec();
    final Partitions partitions = new Partitions(LANES);
    final Keys keys;
    final Scripts scripts;
    final RedisPlayers players;
    final RedisJournal journal;
    private final RedisNodes nodes;
    private final ScriptRunner runner;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    /** Waits long: on a busy machine, a slow Redis is no finding. */
    HotRedis(RedisAddress address) {
        this(address, PATIENCE);
    }

    /** Gives up on a reply after {@code timeout}. */
    HotRedis(RedisAddress address, Duration timeout) {
        this(address, timeout, new Generations());
    }

    /** Shares {@code generations} with other connections of the same storage. */
    HotRedis(RedisAddress address, GenerationRegistry generations) {
        this(address, PATIENCE, generations);
    }

    private HotRedis(RedisAddress address, Duration timeout, GenerationRegistry generations) {
        keys = new Keys(address.prefix());
        scripts = new Scripts(address.prefix());
        nodes = RedisNodes.open(new RedisSettings(List.of(address.uri()), false, timeout));
        runner = new ScriptRunner(nodes, partitions, keys, scripts, generations);
        players = new RedisPlayers(nodes, runner, scripts, partitions, keys, codec);
        journal = new RedisJournal(nodes, runner, scripts, partitions, keys);
        client = RedisClient.create(address.uri());
        connection = client.connect();
    }

    /** Generations that live as long as the test. */
    static class Generations implements GenerationRegistry {
        private final AtomicLongArray current = new AtomicLongArray(LANES);
        private final AtomicLong incarnation = new AtomicLong();

        @Override
        public long current(int partition) {
            return current.get(partition) + 1;
        }

        @Override
        public void raise(Collection<Integer> raised) {
            raised.forEach(current::incrementAndGet);
        }

        @Override
        public boolean raiseTo(int partition, long least) {
            return current.getAndAccumulate(partition, least - 1, Math::max) < least - 1;
        }

        @Override
        public long incarnation() {
            return incarnation.get();
        }

        @Override
        public synchronized Optional<Map<Integer, Long>> begin(
                long next, long ended, Collection<Integer> lost) {
            if (!incarnation.compareAndSet(ended, next)) {
                return Optional.empty();
            }
            raise(lost);
            return Optional.of(
                    lost.stream()
                            .collect(
                                    Collectors.toMap(each -> each, each -> current.get(each) + 1)));
        }
    }

    RedisCommands<String, String> commands() {
        return connection.sync();
    }

    HotPlayers hotPlayers(Function<HotCommand, Script> scriptOf) {
        return new HotPlayers(runner, scriptOf, partitions, keys, codec, players::knownGeneration);
    }

    /** Returns the script of debits, which nothing but tests runs yet. */
    static Script debit() {
        return ScriptLoader.standard().load("deduct_currency", 5).idleWithoutKeys();
    }

    /** Returns all scripts as a Redis must have them that has forgotten nothing. */
    List<Script> loadedScripts() {
        return runner.incarnation().all();
    }

    List<String> run(Script script, String[] scriptKeys, String... arguments) {
        return runner.run(script, scriptKeys, arguments);
    }

    /** Returns a player of the partition {@code lane}. */
    PlayerId player(int lane) {
        long id = 265_267_917_656_952_845L;
        while (partitions.of(new PlayerId(id)) != lane) {
            id++;
        }
        return new PlayerId(id);
    }

    String[] scriptKeys(int lane) {
        return new String[] {
            keys.player(lane, player(lane)),
            keys.generation(lane),
            keys.journal(lane),
            keys.dirty(lane),
            keys.touched(lane)
        };
    }

    /** Returns a leaderboard of the partition {@code lane}. */
    BoardId board(int lane) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new BoardId("board_" + i))
                .filter(board -> partitions.of(board) == lane)
                .findFirst()
                .orElseThrow();
    }

    RedisLeaderboards leaderboards() {
        return new RedisLeaderboards(nodes, runner, scripts, partitions, keys);
    }

    /** What is stored of the only player in {@code lane}. */
    record Stored(
            Map<String, String> hash,
            long entries,
            String lastName,
            Map<String, String> lastEntry,
            @Nullable Double dirty,
            @Nullable Double touched) {}

    Stored stored(int lane) {
        RedisAsyncCommands<String, String> redis = connection.async();
        String id = player(lane).toString();
        var hash = redis.hgetall(keys.player(lane, player(lane)));
        var entries = redis.xlen(keys.journal(lane));
        var last = redis.xrevrange(keys.journal(lane), Range.<String>unbounded(), Limit.from(1));
        var dirty = redis.zscore(keys.dirty(lane), id);
        var touched = redis.zscore(keys.touched(lane), id);
        List<StreamMessage<String, String>> messages = get(last);
        return new Stored(
                get(hash),
                get(entries),
                messages.isEmpty() ? "" : messages.getFirst().getId(),
                messages.isEmpty() ? Map.of() : messages.getFirst().getBody(),
                get(dirty),
                get(touched));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void forget(int lane) {
        commands()
                .del(
                        keys.player(lane, player(lane)),
                        keys.journal(lane),
                        keys.dirty(lane),
                        keys.touched(lane));
    }

    @Override
    public void close() {
        connection.close();
        client.close();
        nodes.close();
    }
}
