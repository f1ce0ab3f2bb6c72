package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.mysql.HardLedger;
import com.luckyfunatic.storage.mysql.HardResult;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.Operations;
import com.luckyfunatic.storage.mysql.Snapshots;
import com.luckyfunatic.storage.mysql.StoredOperation;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link PlayerLedger} on MySQL. */
final class MySqlPlayerLedger implements PlayerLedger {
    private final Snapshots snapshots;
    private final ChangeArchive archive;
    private final Operations operations;
    private final HardLedger ledger;
    private final PlayerDirectory directory;
    private final Partitions partitions;
    private final GameCodec codec;
    private final Batches batches;

    MySqlPlayerLedger(
            MySqlDatabase database, Partitions partitions, Batches batches, GameCodec codec) {
        snapshots = database.snapshots();
        archive = database.archive();
        operations = database.operations();
        ledger = database.ledger();
        directory = database.directory();
        this.partitions = partitions;
        this.codec = codec;
        this.batches = batches;
    }

    @Override
    public Loaded load(PlayerId player) {
        var loaded = snapshots.load(player);
        return new Loaded(loaded.epoch(), snapshot(loaded));
    }

    @Override
    public Optional<Snapshot> look(PlayerId player) {
        return snapshots.find(player).map(this::snapshot);
    }

    private @Nullable Snapshot snapshot(com.luckyfunatic.storage.mysql.Snapshot stored) {
        String state = stored.state();
        if (state == null) {
            return null;
        }
        if (stored.format() != GameCodec.FORMAT) {
            throw new StorageCorruptException(
                    "the snapshot of player "
                            + stored.player()
                            + " has the unknown form "
                            + stored.format());
        }
        PlayerVersion version =
                new PlayerVersion(stored.generation(), stored.epoch(), stored.sequence(), 0);
        return new Snapshot(version, codec.readState(state));
    }

    @Override
    public long joinedAtMillis(PlayerId player) {
        return directory.profile(player).map(Profile::joinedAtMillis).orElse(0L);
    }

    @Override
    public List<JournalEntry> archivedAfter(PlayerId player, long sequence, long fromMillis) {
        // Batches that were read twice overlap.
        SortedMap<Long, JournalEntry> found = new TreeMap<>();
        String prefix = player + " ";
        archive.read(
                partitions.of(player),
                fromMillis,
                text -> {
                    if (text.startsWith(prefix)) {
                        JournalEntry entry = JournalEntry.parse(text);
                        if (entry.version().sequence() > sequence) {
                            found.put(entry.version().sequence(), entry);
                        }
                    }
                });
        return List.copyOf(found.values());
    }

    @Override
    public Optional<KeptAnswer> answer(PlayerId player, OperationId operation) {
        return operations.find(player, operation).map(MySqlPlayerLedger::kept);
    }

    private static KeptAnswer kept(StoredOperation stored) {
        Long change = stored.changeId();
        return KeptAnswer.stored(
                stored.fingerprint(),
                stored.lasting(),
                change == null ? 0 : change,
                stored.answer(),
                stored.state());
    }

    @Override
    public Commit commit(HardChange change, List<RedisJournal.Named> unarchived) {
        KeptAnswer answer = change.answer();
        StoredOperation operation =
                Batches.operation(
                        change.player(),
                        change.operation(),
                        answer.change(),
                        change.sequence(),
                        answer,
                        change.atMillis());
        var write =
                batches.snapshot(
                        partitions.of(change.player()),
                        change.player(),
                        change.snapshot().version(),
                        change.snapshot().state(),
                        unarchived);
        return switch (ledger.commit(
                new com.luckyfunatic.storage.mysql.HardChange(
                        write, operation, change.followUps()))) {
            case HardResult.Committed() -> Commit.DONE;
            case HardResult.Superseded _ -> Commit.SUPERSEDED;
            case HardResult.IdTaken() ->
                    throw new StorageCorruptException(
                            "operation "
                                    + change.operation()
                                    + " of player "
                                    + change.player()
                                    + " stands for two changes");
        };
    }
}
