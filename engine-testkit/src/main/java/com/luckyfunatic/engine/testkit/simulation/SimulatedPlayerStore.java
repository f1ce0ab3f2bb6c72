package com.luckyfunatic.engine.testkit.simulation;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import com.luckyfunatic.engine.testkit.simulation.SimulatedDatabase.HardChange;
import com.luckyfunatic.engine.testkit.simulation.SimulatedDatabase.Snapshot;
import com.luckyfunatic.engine.testkit.simulation.SimulatedRedis.Done;
import com.luckyfunatic.engine.testkit.simulation.SimulatedRedis.Hydrated;
import com.luckyfunatic.engine.testkit.simulation.SimulatedRedis.Read;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The players' states by the protocol of the distributed storage, step by step: decided on what the
 * hot store has, swapped there if nobody has changed it, and, when hard, answered after the
 * database has it. Not thread-safe.
 */
class SimulatedPlayerStore implements PlayerStore {
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 10;

    private final StoreLink link;
    private final SimulatedRedis redis;
    private final SimulatedDatabase database;
    private final Oracle oracle;
    private final World world;
    private long generation = 1;

    SimulatedPlayerStore(World world, StoreLink link) {
        this.world = world;
        this.link = link;
        redis = world.redis();
        database = world.database();
        oracle = world.oracle();
    }

    /**
     * A player who is there, or is not.
     *
     * @param read null for one who is not
     */
    private record Present(
            long generation, long epoch, @Nullable Version read, @Nullable PlayerState state) {}

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        OperationId operation = envelope.operationId();
        for (int tried = 0; tried < TRIES; tried++) {
            Present present;
            switch (readOrLoad(envelope.player(), operation)) {
                case Found.Known(KeptAnswer known) -> {
                    return repeat(envelope, known);
                }
                case Found.Here(Present here) -> present = here;
            }
            if (operation != null) {
                OperationKey key = new OperationKey(envelope.player(), operation);
                KeptAnswer known = answeredBefore(key, tried);
                if (known != null) {
                    return repeat(envelope, known);
                }
            }
            Answer answer = commit(envelope, present, handler);
            if (answer != null) {
                return answer;
            }
        }
        throw new StorageConflictException("player " + envelope.player() + " changes too often");
    }

    /**
     * Returns the answer that the hot store did not have. Each time it is asked for anew: the hot
     * store may have had it, and have let it go, since the last one.
     */
    @Nullable KeptAnswer answeredBefore(OperationKey key, int tried) {
        return inDatabase(key);
    }

    @Nullable KeptAnswer inDatabase(OperationKey key) {
        return link.call(Store.DATABASE, "answer", () -> database.answer(key));
    }

    /** Returns null when the player must be read again. */
    private @Nullable Answer commit(
            CommandEnvelope envelope, Present present, CommandHandler handler) {
        Handled handled = handler.handle(present.state(), envelope);
        StateChange change = handled.change();
        OperationId operation = envelope.operationId();
        if (change == null && operation == null) {
            return handled.answer();
        }
        boolean isHard = change != null && change.durability() == Durability.HARD;
        if (operation == null && isHard) {
            operation = OperationId.own("change " + requireNonNull(change).id());
        }
        KeptAnswer kept =
                new KeptAnswer(
                        envelope.command().intent(),
                        handled.answer(),
                        change == null ? 0 : change.id(),
                        isHard);
        var commit =
                new SimulatedRedis.Commit(
                        envelope.player(),
                        operation,
                        present.generation(),
                        present.epoch(),
                        present.read(),
                        handled.answer().state(),
                        change,
                        kept);
        HardChange hard =
                change == null || !isHard
                        ? null
                        : new HardChange(
                                envelope.player(),
                                requireNonNull(operation),
                                kept,
                                new Snapshot(
                                        new Version(
                                                present.generation(),
                                                present.epoch(),
                                                change.sequence()),
                                        requireNonNull(handled.answer().state())));
        Reply reply =
                link.call(Store.REDIS, "commit", () -> commit(commit, envelope, handled, hard));
        if (reply.done() == Done.CHANGED) {
            return null;
        }
        if (hard != null) {
            makeSafe(hard, reply.unarchived());
        }
        return handled.answer();
    }

    /**
     * What the hot store says to a commit.
     *
     * @param unarchived of a hard change, what is not archived yet up to it
     */
    private record Reply(Done done, @Nullable List<JournalEntry> unarchived) {}

    /** The oracle sees it also when nobody gets the reply. */
    private Reply commit(
            SimulatedRedis.Commit commit,
            CommandEnvelope envelope,
            Handled handled,
            @Nullable HardChange hard) {
        Done done = redis.commit(commit);
        if (done == Done.DONE) {
            oracle.decided(envelope, handled);
        }
        return new Reply(done, done == Done.CHANGED || hard == null ? null : unarchivedNow(hard));
    }

    private @Nullable List<JournalEntry> unarchivedNow(HardChange change) {
        return redis.unarchived(change.player(), change.snapshot().version());
    }

    private Answer repeat(CommandEnvelope envelope, KeptAnswer known) {
        if (!known.intent().equals(envelope.command().intent())) {
            return Answer.operationIdReused(envelope.nowMillis());
        }
        makeRepeatSafe(
                new OperationKey(envelope.player(), requireNonNull(envelope.operationId())), known);
        return known.answer().asRepeat();
    }

    /** Whoever was first may still be waiting for the database, or may have died. */
    void makeRepeatSafe(OperationKey key, KeptAnswer known) {
        if (known.isHard() && inDatabase(key) == null) {
            Snapshot snapshot = snapshotWith(key, known);
            if (snapshot == null) {
                throw lost();
            }
            makeSafe(new HardChange(key.player(), key.operation(), known, snapshot), null);
        }
    }

    /**
     * Returns the player as he is, who has seen the change of {@code known}; null when that was
     * lost. The order matters: what is still known after the player was read was there before.
     */
    @Nullable Snapshot snapshotWith(OperationKey key, KeptAnswer known) {
        Snapshot snapshot = snapshot(key.player());
        return isStillKnown(key, known) ? snapshot : null;
    }

    final boolean isStillKnown(OperationKey key, KeptAnswer known) {
        return readOrLoad(key.player(), key.operation()) instanceof Found.Known(var present)
                && isSame(present, known);
    }

    private static StorageUnavailableException lost() {
        return new StorageUnavailableException("the hot store lost a change before its answer");
    }

    /**
     * Returns when {@code change} is in the database.
     *
     * @param told what the hot store has told is not archived yet; null when that is to be asked
     *     for
     */
    void makeSafe(HardChange change, @Nullable List<JournalEntry> told) {
        HardChange next = change;
        List<JournalEntry> unarchived = told;
        for (int tried = 0; next != null && tried < TRIES; tried++) {
            if (isCommitted(next, unarchived == null ? unarchived(next) : unarchived)) {
                return;
            }
            unarchived = null;
            link.pass(PAUSE_MILLIS);
            next = renewed(change);
        }
        if (next != null) {
            throw new StorageUnavailableException(
                    "player " + change.player() + " is loaded again and again");
        }
    }

    private @Nullable List<JournalEntry> unarchived(HardChange change) {
        return link.call(Store.REDIS, "unarchived", () -> unarchivedNow(change));
    }

    private boolean isCommitted(HardChange change, @Nullable List<JournalEntry> unarchived) {
        return unarchived != null
                && link.call(Store.DATABASE, "commit", () -> database.commit(change, unarchived));
    }

    /**
     * Returns the change with the player as he is now; null when it is safe already. Each time it
     * must be this change: it may have been lost, and the operation carried out anew.
     */
    private @Nullable HardChange renewed(HardChange change) {
        OperationKey key = new OperationKey(change.player(), change.operation());
        Snapshot snapshot = snapshotWith(key, change.answer());
        if (snapshot != null) {
            return new HardChange(change.player(), change.operation(), change.answer(), snapshot);
        }
        KeptAnswer kept = inDatabase(key);
        if (kept == null || !isSame(kept, change.answer())) {
            throw lost();
        }
        return null;
    }

    boolean isSame(KeptAnswer known, KeptAnswer mine) {
        return known.change() == mine.change();
    }

    final @Nullable Snapshot snapshot(PlayerId player) {
        return readOrLoad(player, null) instanceof Found.Here(Present here)
                        && here.read() != null
                        && here.state() != null
                ? new Snapshot(here.read(), here.state())
                : null;
    }

    private sealed interface Found {
        record Known(KeptAnswer answer) implements Found {}

        record Here(Present present) implements Found {}
    }

    private Found readOrLoad(PlayerId player, @Nullable OperationId operation) {
        for (int tried = 0; tried < TRIES; tried++) {
            long known = generation;
            switch (link.call(Store.REDIS, "read", () -> redis.read(player, operation, known))) {
                case Read.Known(KeptAnswer answer) -> {
                    return new Found.Known(answer);
                }
                case Read.Found(Version version, PlayerState state) -> {
                    return new Found.Here(new Present(known, version.epoch(), version, state));
                }
                case Read.NotLoaded _ -> {
                    Present loaded = load(player, known);
                    if (loaded != null) {
                        return new Found.Here(loaded);
                    }
                }
                case Read.AnotherGeneration(long present) -> confirm(present);
            }
        }
        throw new StorageConflictException("player " + player + " is loaded again and again");
    }

    void confirm(long present) {
        generation =
                link.call(
                        Store.DATABASE,
                        "confirmGeneration",
                        () -> database.confirmGeneration(present));
    }

    /** Returns the player if there is none; null when the hot store is to be asked again. */
    private @Nullable Present load(PlayerId player, long known) {
        world.loading(player, 1);
        try {
            return loadNow(player, known);
        } finally {
            world.loading(player, -1);
        }
    }

    private @Nullable Present loadNow(PlayerId player, long known) {
        SimulatedDatabase.Loaded loaded =
                link.call(Store.DATABASE, "load", () -> database.load(player));
        Snapshot snapshot = loaded.snapshot();
        PlayerState state = snapshot == null ? null : snapshot.state();
        if (snapshot == null || snapshot.version().generation() != known) {
            long from = state == null ? 0 : state.sequence();
            for (StateChange change :
                    link.call(
                            Store.DATABASE,
                            "archivedAfter",
                            () -> database.archivedAfter(player, from))) {
                state = GameRules.evolve(state, player, change.events(), change.atMillis());
            }
        }
        PlayerState found = state;
        Version version = new Version(known, loaded.epoch(), found == null ? 0 : found.sequence());
        Hydrated hydrated =
                link.call(Store.REDIS, "hydrate", () -> redis.hydrate(player, version, found));
        // What is there now is read again: the hot store may have had more.
        return hydrated == Hydrated.REPLACED && found == null
                ? new Present(known, loaded.epoch(), null, null)
                : null;
    }

    /** Archives what the journal has. */
    void drain(int limit) {
        long known = confirmed();
        List<JournalEntry> entries = link.call(Store.REDIS, "journal", () -> redis.journal(limit));
        if (!entries.isEmpty()) {
            drain(known, entries);
        }
    }

    void drain(long known, List<JournalEntry> entries) {
        if (archive(known, entries)) {
            trim(known, entries);
        }
    }

    final boolean archive(long known, List<JournalEntry> entries) {
        return link.call(Store.DATABASE, "archive", () -> database.archive(known, entries));
    }

    final void trim(long known, List<JournalEntry> entries) {
        link.run(Store.REDIS, "trim", () -> redis.trim(known, entries));
    }

    final StoreLink link() {
        return link;
    }

    private long confirmed() {
        long present = link.call(Store.REDIS, "generation", redis::generation);
        if (present != generation) {
            confirm(present);
        }
        return generation;
    }

    /** Writes snapshots of who has changed. */
    void flush() {
        for (PlayerId player : link.call(Store.REDIS, "dirty", redis::dirty)) {
            Snapshot snapshot = snapshot(player);
            if (snapshot == null) {
                continue;
            }
            List<JournalEntry> unarchived =
                    link.call(
                            Store.REDIS,
                            "unarchived",
                            () -> redis.unarchived(player, snapshot.version()));
            if (unarchived == null) {
                continue;
            }
            if (link.call(
                    Store.DATABASE, "flush", () -> database.flush(player, snapshot, unarchived))) {
                link.run(
                        Store.REDIS,
                        "markFlushed",
                        () -> redis.markFlushed(player, snapshot.version()));
            } else if (link.call(Store.DATABASE, "epoch", () -> database.epoch(player))
                    > snapshot.version().epoch()) {
                var _ = load(player, snapshot.version().generation());
            }
        }
    }

    /**
     * Removes from the hot store who has not changed after {@code beforeMillis}. The game does so
     * after a day and a half, and nobody is in the middle of loading a player for so long: here it
     * is sooner, so whoever is being loaded stays.
     */
    void evict(long beforeMillis) {
        for (PlayerId player : link.call(Store.REDIS, "idle", () -> redis.idle(beforeMillis))) {
            Snapshot stored =
                    link.call(Store.DATABASE, "snapshot", () -> database.snapshot(player));
            Snapshot here = snapshot(player);
            if (stored != null
                    && here != null
                    && !world.isLoading(player)
                    && stored.version().equals(here.version())) {
                link.run(Store.REDIS, "evict", () -> redis.evict(player, here.version()));
            }
        }
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return readOrLoad(player, null) instanceof Found.Here(Present here)
                ? Optional.ofNullable(here.state())
                : Optional.empty();
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        OperationKey key = new OperationKey(player, id);
        if (readOrLoad(player, id) instanceof Found.Known(KeptAnswer known)) {
            makeRepeatSafe(key, known);
            return Optional.of(known.answer().asRepeat());
        }
        return Optional.ofNullable(inDatabase(key)).map(known -> known.answer().asRepeat());
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        TreeMap<Long, StateChange> all = new TreeMap<>();
        link.call(Store.DATABASE, "archivedAfter", () -> database.archivedAfter(player, 0))
                .forEach(change -> all.put(change.sequence(), change));
        link.call(Store.REDIS, "journal", () -> redis.journal(Integer.MAX_VALUE)).stream()
                .filter(entry -> entry.player().equals(player))
                .forEach(entry -> all.put(entry.sequence(), entry.change()));
        List<StateChange> read =
                all.headMap(beforeSequence, false).descendingMap().values().stream()
                        .limit(limit + 1L)
                        .toList();
        return Page.ofOneMore(read, limit);
    }
}
