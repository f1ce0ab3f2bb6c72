package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import com.luckyfunatic.storage.redis.hot.HotContent;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The players in Redis: reading one, replacing one that nobody has changed meanwhile, putting a
 * loaded one there. Thread-safe.
 */
public final class RedisPlayers {
    /** How long Redis keeps an answer: a day, and an hour for clocks that differ. */
    private static final Duration ANSWER_KEPT = Duration.ofHours(25);

    /**
     * How long Redis keeps an answer that MySQL has too: repeats come within seconds, and whoever
     * waits for MySQL has given up by then.
     */
    public static final Duration ARCHIVED_ANSWER_KEPT = Duration.ofMinutes(5);

    private static final int TRIES = 5;

    private final RedisNodes nodes;
    private final ScriptRunner runner;
    private final Scripts scripts;
    private final Partitions partitions;
    private final Keys keys;
    private final GameCodec codec;
    private final PlayerFields fields = new PlayerFields();
    private final AtomicLongArray generations;
    private final ConcurrentMap<Integer, CompletableFuture<Long>> confirming =
            new ConcurrentHashMap<>();

    RedisPlayers(
            RedisNodes nodes,
            ScriptRunner runner,
            Scripts scripts,
            Partitions partitions,
            Keys keys,
            GameCodec codec) {
        this.nodes = nodes;
        this.runner = runner;
        this.scripts = scripts;
        this.partitions = partitions;
        this.keys = keys;
        this.codec = codec;
        generations = new AtomicLongArray(partitions.count());
    }

    /** What reading a player gave. */
    public sealed interface Read {
        /** The kept answer to the operation that was asked for. */
        record Known(KeptAnswer answer) implements Read {}

        /** The player, as he is in Redis. */
        record Found(PlayerVersion version, PlayerState state) implements Read {}

        /**
         * The player must be loaded first: he is not in Redis, or may have lost something.
         *
         * @param generation what his partition is in
         */
        record NotLoaded(long generation) implements Read {}
    }

    /** Reads {@code player}, and asks for the answer to {@code operation} if that is not null. */
    public Read read(PlayerId player, @Nullable OperationId operation) {
        int partition = partitions.of(player);
        String playerKey = keys.player(partition, player);
        String[] scriptKeys = {
            playerKey,
            keys.generation(partition),
            operation == null ? playerKey : keys.operation(partition, player, operation)
        };
        for (int tried = 0; tried < TRIES; tried++) {
            long generation = generations.get(partition);
            List<String> reply =
                    runner.run(
                            scripts.getGameState,
                            scriptKeys,
                            Long.toString(generation),
                            operation == null ? "0" : "1");
            switch (reply.getFirst()) {
                case "accepted" -> {
                    return reply.get(1).isEmpty() ? found(reply) : known(reply);
                }
                case "absent" -> {
                    return reply.get(1).isEmpty() ? new Read.NotLoaded(generation) : known(reply);
                }
                case "outdated" -> {
                    return new Read.NotLoaded(generation);
                }
                case "generation" -> confirmGeneration(partition);
                default -> throw unexpected(reply);
            }
        }
        throw new StorageUnavailableException("the generation of a partition does not settle");
    }

    private static Read known(List<String> reply) {
        return new Read.Known(KeptAnswer.parse(reply.get(1)));
    }

    private Read found(List<String> reply) {
        Map<String, String> values = fieldsIn(reply, 2);
        PlayerState state = fields.read(values);
        String version = values.get(PlayerFields.VERSION);
        if (version == null) {
            throw new IllegalStateException("a state was read without its version");
        }
        return new Read.Found(PlayerVersion.parse(version), state);
    }

    /** Returns the fields that {@code reply} has from the place {@code from} on. */
    static Map<String, String> fieldsIn(List<String> reply, int from) {
        Map<String, String> values = HashMap.newHashMap(8);
        for (int i = from; i < reply.size(); i += 2) {
            values.put(reply.get(i), reply.get(i + 1));
        }
        return values;
    }

    /** Returns the generation that {@code partition} was last known to be in. */
    long knownGeneration(int partition) {
        return generations.get(partition);
    }

    /** After a loss, everybody in flight meets the new generation: one asks for it, for all. */
    private void confirmGeneration(int partition) {
        CompletableFuture<Long> mine = new CompletableFuture<>();
        CompletableFuture<Long> first = confirming.putIfAbsent(partition, mine);
        if (first != null) {
            await(first);
            return;
        }
        try {
            long confirmed = runner.confirmGeneration(partition);
            generations.set(partition, confirmed);
            mine.complete(confirmed);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            confirming.remove(partition, mine);
        }
    }

    private static void await(CompletableFuture<Long> confirmed) {
        try {
            confirmed.join();
        } catch (CompletionException e) {
            throw new StorageUnavailableException("the generation could not be confirmed", e);
        }
    }

    /** How replacing a player ended. */
    public sealed interface Committed {
        /**
         * It is done.
         *
         * @param unarchived after a hard change, those up to and with it that are not archived yet,
         *     as of that moment; null when that is not known
         */
        record Done(RedisJournal.@Nullable Unarchived unarchived) implements Committed {}

        /** Somebody else has changed the player, or answered the operation: read again. */
        record Changed() implements Committed {}
    }

    /**
     * A player's change on its way.
     *
     * @param before the state it was decided on; null for none
     * @param after the state to store
     * @param change for the journal; null when only the answer is to be kept
     * @param answer to keep; null for none
     * @param content it was decided under, for hot scripts; null when they are not to touch the
     *     player before another commit
     */
    public record Commit(
            PlayerId player,
            @Nullable OperationId operation,
            PlayerVersion read,
            @Nullable PlayerState before,
            @Nullable PlayerState after,
            @Nullable StateChange change,
            @Nullable KeptAnswer answer,
            @Nullable HotContent content,
            long nowMillis) {}

    /** Stores what {@code commit} says, if the player is as he was read. */
    public Committed commit(Commit commit) {
        int partition = partitions.of(commit.player());
        String playerKey = keys.player(partition, commit.player());
        OperationId operation = commit.operation();
        String[] scriptKeys = {
            playerKey,
            keys.generation(partition),
            operation == null ? playerKey : keys.operation(partition, commit.player(), operation),
            keys.journal(partition),
            keys.dirty(partition),
            keys.touched(partition)
        };
        StateChange change = commit.change();
        String text = change == null ? "" : JournalEntry.text(change, codec);
        List<String> reply = runner.run(scripts.commit, scriptKeys, arguments(commit, text));
        return switch (reply.getFirst()) {
            case "accepted" -> new Committed.Done(unarchived(commit, text, reply));
            case "changed", "known", "generation" -> new Committed.Changed();
            default -> throw unexpected(reply);
        };
    }

    private static RedisJournal.@Nullable Unarchived unarchived(
            Commit commit, String text, List<String> reply) {
        StateChange change = commit.change();
        if (change == null || reply.size() == 1) {
            return null;
        }
        if (reply.size() == 3) {
            return new RedisJournal.Unarchived.TooMany();
        }
        JournalEntry entry =
                new JournalEntry(
                        commit.player(),
                        versionAfter(commit.read(), change),
                        text,
                        commit.answer());
        List<RedisJournal.Named> entries =
                new ArrayList<>(RedisJournal.entries(commit.player(), reply, 2));
        entries.add(new RedisJournal.Named(reply.get(1), entry, entry.text(), ""));
        return new RedisJournal.Unarchived.Known(entries);
    }

    private static boolean isHard(@Nullable StateChange change) {
        return change != null && change.durability() == Durability.HARD;
    }

    private String[] arguments(Commit commit, String text) {
        String read = commit.before() == null ? "" : commit.read().toString();
        StateChange change = commit.change();
        KeptAnswer answer = commit.answer();
        List<String> arguments = new ArrayList<>(20);
        arguments.add(Long.toString(commit.read().generation()));
        arguments.add(read);
        arguments.add(change == null ? read : versionAfter(commit.read(), change).toString());
        arguments.add(commit.player().toString());
        arguments.add(Long.toString(commit.nowMillis()));
        arguments.add(answer == null ? "" : answer.text());
        arguments.add(Long.toString(ANSWER_KEPT.toMillis()));
        arguments.add(text);
        arguments.add(isHard(change) ? Integer.toString(RedisJournal.UNARCHIVED_MAX) : "");
        if (change != null && commit.after() != null) {
            arguments.addAll(fields.write(commit.after(), commit.before()));
            arguments.add(PlayerFields.EFFECTIVE);
            arguments.add(
                    commit.content() == null
                            ? ""
                            : EffectiveField.of(commit.after(), commit.content()));
        }
        return arguments.toArray(new String[0]);
    }

    /** An operation of a player by its name. */
    public record NamedOperation(PlayerId player, OperationId operation) {}

    /**
     * Lets the answers to {@code operations}, which MySQL has, go after {@link
     * #ARCHIVED_ANSWER_KEPT}. Whoever asks for them later finds them in MySQL. Doing so twice keeps
     * them that long from then on.
     */
    public void expireSoon(List<NamedOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        List<String> names =
                operations.stream()
                        .map(each ->
                                keys.operation(
                                        partitions.of(each.player()),
                                        each.player(),
                                        each.operation()))
                        .toList();
        nodes.ask(redis ->
                CompletableFuture.allOf(
                        names.stream()
                                .map(name -> redis.pexpire(name, ARCHIVED_ANSWER_KEPT))
                                .map(RedisFuture::toCompletableFuture)
                                .toArray(CompletableFuture<?>[]::new)));
    }

    /** Returns the version after {@code change} to a player who was {@code read}. */
    public static PlayerVersion versionAfter(PlayerVersion read, StateChange change) {
        return read.next(change.sequence(), change.id());
    }

    /** How putting a loaded player into Redis ended. */
    public enum Hydrated {
        /** Redis has what was loaded, or nothing when there was nothing. */
        REPLACED,
        /** Redis had him at least as far, and has him still. */
        KEPT,
        /** The partition's generation has changed meanwhile, so nothing was done. */
        GENERATION_CHANGED
    }

    /**
     * Puts a loaded player into Redis, unless Redis has him at least as far.
     *
     * @param version the loader's generation and epoch, and what it loaded
     * @param state what was loaded; null for nothing
     */
    public Hydrated hydrate(
            PlayerId player, PlayerVersion version, @Nullable PlayerState state, long nowMillis) {
        int partition = partitions.of(player);
        String[] scriptKeys = {
            keys.player(partition, player),
            keys.generation(partition),
            keys.touched(partition),
            keys.dirty(partition)
        };
        List<String> arguments = new ArrayList<>(20);
        arguments.add(Long.toString(version.generation()));
        arguments.add(Long.toString(version.epoch()));
        arguments.add(Long.toString(version.sequence()));
        arguments.add(Long.toString(version.change()));
        arguments.add(player.toString());
        arguments.add(Long.toString(nowMillis));
        if (state != null) {
            arguments.addAll(fields.write(state, null));
        }
        List<String> reply =
                runner.run(scripts.hydrate, scriptKeys, arguments.toArray(new String[0]));
        return switch (reply.getFirst()) {
            case "accepted" -> reply.get(2).equals("1") ? Hydrated.REPLACED : Hydrated.KEPT;
            case "generation" -> Hydrated.GENERATION_CHANGED;
            default -> throw unexpected(reply);
        };
    }

    /**
     * Returns up to {@code limit} players of {@code partition} who changed since their last
     * snapshot, and first did so before {@code beforeMillis}; longest waiting first.
     */
    public List<PlayerId> dirty(int partition, long beforeMillis, int limit) {
        return players(keys.dirty(partition), beforeMillis, limit);
    }

    /**
     * Returns up to {@code limit} players of {@code partition} who last changed before {@code
     * beforeMillis}; longest idle first.
     */
    public List<PlayerId> idle(int partition, long beforeMillis, int limit) {
        return players(keys.touched(partition), beforeMillis, limit);
    }

    private List<PlayerId> players(String key, long beforeMillis, int limit) {
        Range<Long> range =
                Range.from(Range.Boundary.unbounded(), Range.Boundary.excluding(beforeMillis));
        return nodes.ask(redis -> redis.zrangebyscore(key, range, Limit.from(limit))).stream()
                .map(PlayerId::parse)
                .toList();
    }

    /**
     * Learns that the snapshot of {@code player} is {@code version}.
     *
     * @return whether he has not changed meanwhile; otherwise he waits again, from {@code
     *     readAtMillis} on
     */
    public boolean markFlushed(PlayerId player, PlayerVersion version, long readAtMillis) {
        int partition = partitions.of(player);
        String[] scriptKeys = {keys.player(partition, player), keys.dirty(partition)};
        return isAccepted(
                runner.run(
                        scripts.markFlushed,
                        scriptKeys,
                        version.toString(),
                        player.toString(),
                        Long.toString(readAtMillis)));
    }

    /**
     * Removes {@code player}, whose snapshot is {@code version}, unless he has changed or was
     * touched after {@code idleSinceMillis}.
     */
    public boolean evict(PlayerId player, PlayerVersion version, long idleSinceMillis) {
        int partition = partitions.of(player);
        String[] scriptKeys = {
            keys.player(partition, player), keys.dirty(partition), keys.touched(partition)
        };
        return isAccepted(
                runner.run(
                        scripts.evict,
                        scriptKeys,
                        version.toString(),
                        player.toString(),
                        Long.toString(idleSinceMillis)));
    }

    private static boolean isAccepted(List<String> reply) {
        return reply.getFirst().equals("accepted");
    }

    private static IllegalStateException unexpected(List<String> reply) {
        return new IllegalStateException("a script answered " + reply.getFirst());
    }
}
