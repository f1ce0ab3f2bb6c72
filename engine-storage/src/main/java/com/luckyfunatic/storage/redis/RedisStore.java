package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.StoragePart;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.InstantSource;
import java.util.List;

/**
 * Redis as the distributed storage uses it. Open one per process; closing it ends its connections.
 * Thread-safe.
 */
public final class RedisStore implements AutoCloseable {
    private final RedisNodes nodes;
    private final RedisHealth health;
    private final RedisPlayers players;
    private final HotPlayers hotPlayers;
    private final RedisJournal journal;
    private final RedisLeaderboards leaderboards;
    private final RedisActiveSessions sessions;

    private RedisStore(
            RedisNodes nodes,
            RedisPlayers players,
            HotPlayers hotPlayers,
            RedisJournal journal,
            RedisLeaderboards leaderboards,
            RedisActiveSessions sessions) {
        this.nodes = nodes;
        health = new RedisHealth(nodes);
        this.players = players;
        this.hotPlayers = hotPlayers;
        this.journal = journal;
        this.leaderboards = leaderboards;
        this.sessions = sessions;
    }

    /**
     * Connects.
     *
     * @param prefix stands in front of every key
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when nobody answers
     */
    public static RedisStore open(
            RedisSettings settings,
            String prefix,
            Partitions partitions,
            GenerationRegistry generations,
            GameCodec codec) {
        RedisNodes nodes = RedisNodes.open(settings);
        Keys keys = new Keys(prefix);
        Scripts scripts = new Scripts(prefix);
        ScriptRunner runner = new ScriptRunner(nodes, partitions, keys, scripts, generations);
        RedisPlayers players = new RedisPlayers(nodes, runner, scripts, partitions, keys, codec);
        return new RedisStore(
                nodes,
                players,
                new HotPlayers(
                        runner, scripts::of, partitions, keys, codec, players::knownGeneration),
                new RedisJournal(nodes, runner, scripts, partitions, keys),
                new RedisLeaderboards(nodes, runner, scripts, partitions, keys),
                new RedisActiveSessions(nodes, runner, scripts, partitions, keys));
    }

    /** The players. */
    public RedisPlayers players() {
        return players;
    }

    /** The players, for commands that a script decides. */
    public HotPlayers hotPlayers() {
        return hotPlayers;
    }

    /** The changes that are not drained yet. */
    public RedisJournal journal() {
        return journal;
    }

    /** The stretches of play that are going on. */
    public RedisActiveSessions sessions() {
        return sessions;
    }

    /** The running leaderboards. */
    public Leaderboards leaderboards() {
        return leaderboards;
    }

    /** Returns what the settings of Redis say about the promises of the storage. */
    public List<Finding> findings(InstantSource clock) {
        return health.findings(clock);
    }

    /** Returns the parts of Redis that can be away by themselves. */
    public List<StoragePart> parts() {
        return health.parts();
    }

    /**
     * Finds out whether Redis takes requests; of a cluster, whether some node does.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when not
     */
    public void checkAvailable() {
        health.checkAvailable();
    }

    @Override
    public void close() {
        nodes.close();
    }
}
