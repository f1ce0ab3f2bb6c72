package com.luckyfunatic.storage.redis;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.Unreadable;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journals in Redis: the changes that are not archived yet. Thread-safe. */
public final class RedisJournal {
    private static final Range<String> ALL = Range.create("-", "+");
    private static final int READ_AT_ONCE = 1_000;

    /** The most changes of one player that a snapshot brings along. */
    static final int UNARCHIVED_MAX = 1_000;

    /** Some more than one, in case the last cannot be understood. */
    private static final int LAST = 10;

    private final RedisNodes nodes;
    private final ScriptRunner runner;
    private final Scripts scripts;
    private final Partitions partitions;
    private final Keys keys;

    RedisJournal(
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

    /**
     * Returns the changes of {@code player} that are still here, latest first; without any that
     * cannot be understood, which the drain puts aside. It reads the whole journal of the
     * partition, which is short as long as the drain keeps up.
     */
    public List<JournalEntry> of(PlayerId player) {
        String journal = keys.journal(partitions.of(player));
        String id = player.toString();
        List<JournalEntry> found = new ArrayList<>();
        Range<String> range = ALL;
        boolean hasMore = true;
        while (hasMore) {
            List<StreamMessage<String, String>> messages = xrevrange(journal, range, READ_AT_ONCE);
            for (StreamMessage<String, String> message : messages) {
                JournalEntry entry =
                        id.equals(message.getBody().get("p")) ? named(message).entry() : null;
                if (entry != null) {
                    found.add(entry);
                }
            }
            hasMore = messages.size() == READ_AT_ONCE;
            if (hasMore) {
                range =
                        Range.from(
                                Range.Boundary.including("-"),
                                Range.Boundary.excluding(messages.getLast().getId()));
            }
        }
        return found;
    }

    /**
     * What the journal has at one place.
     *
     * @param name the entry's name, greater than all before it
     * @param entry null for one that cannot be understood
     * @param text the stored form, for the archive
     * @param problem why it cannot be understood; empty when it can
     */
    public record Named(String name, @Nullable JournalEntry entry, String text, String problem) {
        /** Returns when Redis has made it, by its own clock: names begin with that. */
        public long madeAtMillis() {
            return Long.parseLong(name, 0, name.indexOf('-'), 10);
        }
    }

    /**
     * Asks for the first {@code limit} entries of {@code partition} and goes on: journals of
     * several partitions are read in the time of one. The result waits for them, and has them in
     * order.
     */
    public Supplier<List<Named>> askFirst(int partition, int limit) {
        String journal = keys.journal(partition);
        Supplier<List<StreamMessage<String, String>>> asked =
                nodes.send(redis -> redis.xrange(journal, ALL, Limit.from(limit)));
        return () -> asked.get().stream().map(RedisJournal::named).toList();
    }

    private static Named named(StreamMessage<String, String> message) {
        return named(message.getId(), message.getBody());
    }

    private static Named named(String name, Map<String, String> body) {
        try {
            JournalEntry entry = entry(body);
            return new Named(name, entry, entry.text(), "");
        } catch (StorageCorruptException e) {
            return new Named(name, null, body.toString(), Unreadable.reason(e));
        }
    }

    /** The changes of a player that are not archived yet. */
    public sealed interface Unarchived {
        /** These, in order. */
        record Known(List<Named> entries) implements Unarchived {}

        /** Redis may have lost something since the player was read. */
        record Lost() implements Unarchived {}

        /** More than a snapshot can take along: the drain does not keep up. */
        record TooMany() implements Unarchived {}
    }

    /**
     * Returns the changes of {@code player} up to {@code version} that are not archived yet.
     * Whatever else he had changed before that version is archived.
     */
    public Unarchived unarchived(PlayerId player, PlayerVersion version) {
        int partition = partitions.of(player);
        List<String> reply =
                runner.run(
                        scripts.getUnarchived,
                        new String[] {
                            keys.player(partition, player),
                            keys.generation(partition),
                            keys.journal(partition)
                        },
                        Long.toString(version.generation()),
                        Integer.toString(UNARCHIVED_MAX));
        return switch (reply.getFirst()) {
            case "accepted" ->
                    new Unarchived.Known(
                            entries(player, reply, 1).stream()
                                    .filter(each -> isNotAfter(each, version))
                                    .toList());
            case "generation" -> new Unarchived.Lost();
            case "behind" -> new Unarchived.TooMany();
            default -> throw new IllegalStateException("a script answered " + reply.getFirst());
        };
    }

    private static boolean isNotAfter(Named named, PlayerVersion version) {
        return requireNonNull(named.entry()).version().sequence() <= version.sequence();
    }

    /**
     * Returns the changes of {@code player} that a script's reply has from the place {@code from}
     * on. One that cannot be understood is left to the drain.
     */
    static List<Named> entries(PlayerId player, List<String> reply, int from) {
        List<Named> found = new ArrayList<>();
        for (int i = from; i < reply.size(); i += 4) {
            Map<String, String> body = HashMap.newHashMap(4);
            body.put("p", player.toString());
            body.put("v", reply.get(i + 1));
            body.put("c", reply.get(i + 2));
            if (!reply.get(i + 3).isEmpty()) {
                body.put("a", reply.get(i + 3));
            }
            Named named = named(reply.get(i), body);
            if (named.entry() != null) {
                found.add(named);
            }
        }
        return found;
    }

    /**
     * Has the entries of {@code partition} up to and with {@code name}, which are archived,
     * removed, and goes on.
     *
     * @param generation in which they were archived
     * @return waits for it, and tells whether it is done; false when the partition has another
     *     generation now, in which other entries may have such names
     */
    public BooleanSupplier askToTrim(int partition, long generation, String name) {
        int separator = name.indexOf('-');
        long next = Long.parseLong(name, separator + 1, name.length(), 10) + 1;
        Supplier<List<String>> asked =
                runner.send(
                        scripts.trimJournal,
                        new String[] {keys.generation(partition), keys.journal(partition)},
                        Long.toString(generation),
                        name.substring(0, separator + 1) + next);
        return () -> asked.get().getFirst().equals("accepted");
    }

    /** Returns the generation of {@code partition}, on which Redis and MySQL agree from now on. */
    public long generation(int partition) {
        return runner.confirmGeneration(partition);
    }

    /** Returns the greatest id among the last changes of the journals, 0 for none. */
    public long greatestId() {
        long greatest = 0;
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (StreamMessage<String, String> last :
                    xrevrange(keys.journal(partition), ALL, LAST)) {
                JournalEntry entry = named(last).entry();
                greatest = Math.max(greatest, entry == null ? 0 : entry.version().change());
            }
        }
        return greatest;
    }

    /** Returns how many entries of {@code partition} wait. */
    public long length(int partition) {
        return nodes.ask(redis -> redis.xlen(keys.journal(partition)));
    }

    private List<StreamMessage<String, String>> xrevrange(
            String journal, Range<String> range, int limit) {
        return nodes.ask(redis -> redis.xrevrange(journal, range, Limit.from(limit)));
    }

    static JournalEntry entry(Map<String, String> body) {
        String answer = body.get("a");
        try {
            return new JournalEntry(
                    PlayerId.parse(required(body, "p")),
                    PlayerVersion.parse(required(body, "v")),
                    required(body, "c"),
                    answer == null ? null : KeptAnswer.parse(answer));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("an entry of the journal cannot be understood", e);
        }
    }

    private static String required(Map<String, String> body, String field) {
        String value = body.get(field);
        if (value == null) {
            throw new StorageCorruptException("an entry of the journal has no field " + field);
        }
        return value;
    }
}
