package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.presence.Sighting;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Active sessions as one hash per partition; {@link SessionText} says what is in it. Any number of
 * servers may see the same player. Thread-safe.
 */
public final class RedisActiveSessions implements ActiveSessions {
    private static final int FLUSHED_AT_ONCE = 500;
    private static final String ACCEPTED = "accepted";

    private final RedisNodes nodes;
    private final ScriptRunner runner;
    private final Scripts scripts;
    private final Partitions partitions;
    private final Keys keys;

    RedisActiveSessions(
            RedisNodes nodes,
            ScriptRunner runner,
            Scripts scripts,
            Partitions partitions,
            Keys keys) {
        this.nodes = nodes;
        this.runner = runner;
        this.scripts = scripts;
        this.partitions = partitions;
        this.keys = keys;
    }

    @Override
    public void record(String sender, long batch, List<Sighting> sightings) {
        Map<Integer, List<String>> byPartition = new TreeMap<>();
        for (Sighting sighting : sightings) {
            addTo(
                    byPartition.computeIfAbsent(
                            partitions.of(sighting.player()),
                            _ ->
                                    new ArrayList<>(
                                            List.of(
                                                    Long.toString(batch),
                                                    Long.toString(PresenceRules.IDLE_MILLIS)))),
                    sighting);
        }
        byPartition.forEach((partition, arguments) ->
                run(
                        scripts.recordPresence,
                        new String[] {
                            keys.sessions(partition), keys.sessionsSent(partition, sender)
                        },
                        arguments));
    }

    private static void addTo(List<String> arguments, Sighting sighting) {
        arguments.add(sighting.player().toString());
        arguments.add(Long.toString(sighting.firstAtMillis()));
        arguments.add(Long.toString(sighting.lastAtMillis()));
        arguments.add(Long.toString(sighting.requests()));
        arguments.add(Long.toString(sighting.taps()));
        arguments.add(SessionText.orEmpty(sighting.client().platform()));
        arguments.add(SessionText.orEmpty(sighting.client().version()));
    }

    private void run(Script script, String[] scriptKeys, List<String> arguments) {
        String answer = runner.run(script, scriptKeys, arguments.toArray(String[]::new)).getFirst();
        if (!answer.equals(ACCEPTED)) {
            throw new IllegalStateException("a script answered " + answer);
        }
    }

    @Override
    public Optional<PlaySession> latest(PlayerId player) {
        String key = keys.sessions(partitions.of(player));
        return Optional.ofNullable(nodes.ask(redis -> redis.hget(key, player.toString())))
                .map(text -> SessionText.read(player, text));
    }

    @Override
    public long flush(long nowMillis, Consumer<List<PlaySession>> history) {
        long flushed = 0;
        for (int partition = 0; partition < partitions.count(); partition++) {
            flushed += flush(partition, nowMillis, history);
        }
        return flushed;
    }

    /**
     * Hands over the sessions of one partition, as {@link #flush(long, Consumer)} does.
     *
     * @return how many
     */
    public long flush(int partition, long nowMillis, Consumer<List<PlaySession>> history) {
        String key = keys.sessions(partition);
        List<PlaySession> sessions = new ArrayList<>();
        List<String> done = new ArrayList<>();
        nodes.ask(redis -> redis.hgetall(key))
                .forEach((field, text) -> {
                    PlayerId player = SessionText.player(field);
                    PlaySession session = player == null ? null : SessionText.read(player, text);
                    if (session != null) {
                        sessions.add(session);
                    }
                    // What cannot be read would stay for ever.
                    if (session == null
                            || SessionText.isEarlier(field)
                            || PresenceRules.isOver(session, nowMillis)) {
                        done.add(field);
                        done.add(text);
                    }
                });
        for (int from = 0; from < sessions.size(); from += FLUSHED_AT_ONCE) {
            history.accept(
                    sessions.subList(from, Math.min(from + FLUSHED_AT_ONCE, sessions.size())));
        }
        if (!done.isEmpty()) {
            run(scripts.forgetPresence, new String[] {key}, done);
        }
        return sessions.size();
    }
}
