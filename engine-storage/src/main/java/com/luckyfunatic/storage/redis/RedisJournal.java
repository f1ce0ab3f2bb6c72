package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XTrimArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journals in Redis: changes that the drain has not taken away yet. Thread-safe. */
public final class RedisJournal {
    private static final int READ_AT_ONCE = 1_000;

    /** Some more than one, in case the last cannot be understood. */
    private static final int LAST = 10;

    private final RedisNodes nodes;
    private final Partitions partitions;
    private final Keys keys;

    RedisJournal(RedisNodes nodes, Partitions partitions, Keys keys) {
        this.nodes = nodes;
        this.partitions = partitions;
        this.keys = keys;
    }

    /**
     * Returns the changes of {@code player} that are still here, latest first. It reads the whole
     * journal of the partition, which is short as long as the drain keeps up.
     */
    public List<JournalEntry> of(PlayerId player) {
        String journal = keys.journal(partitions.of(player));
        String id = player.toString();
        List<JournalEntry> found = new ArrayList<>();
        Range<String> range = Range.create("-", "+");
        boolean hasMore = true;
        while (hasMore) {
            List<StreamMessage<String, String>> messages = xrevrange(journal, range, READ_AT_ONCE);
            for (StreamMessage<String, String> message : messages) {
                if (id.equals(message.getBody().get("p"))) {
                    found.add(entry(message.getBody()));
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

    /** A place in a partition's journal, before every entry. */
    public static final String START = "0-0";

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

    /** Returns up to {@code limit} entries of {@code partition} after {@code name}, in order. */
    public List<Named> after(int partition, String name, int limit) {
        Range<String> range =
                Range.from(Range.Boundary.excluding(name), Range.Boundary.including("+"));
        String journal = keys.journal(partition);
        return nodes.ask(redis -> redis.xrange(journal, range, Limit.from(limit))).stream()
                .map(RedisJournal::named)
                .toList();
    }

    private static Named named(StreamMessage<String, String> message) {
        Map<String, String> body = message.getBody();
        try {
            JournalEntry entry = entry(body);
            return new Named(message.getId(), entry, entry.text(), "");
        } catch (StorageCorruptException e) {
            return new Named(message.getId(), null, body.toString(), reason(e));
        }
    }

    private static String reason(StorageCorruptException e) {
        Throwable cause = e.getCause();
        return cause == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + cause.getMessage();
    }

    /** Removes the entries of {@code partition} up to and with {@code name}. */
    public void trim(int partition, String name) {
        int separator = name.indexOf('-');
        long next = Long.parseLong(name, separator + 1, name.length(), 10) + 1;
        XTrimArgs before = new XTrimArgs().minId(name.substring(0, separator + 1) + next);
        nodes.ask(redis -> redis.xtrim(keys.journal(partition), before));
    }

    /** Returns the greatest id among the last changes of the journals, 0 for none. */
    public long greatestId() {
        long greatest = 0;
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (StreamMessage<String, String> last :
                    xrevrange(keys.journal(partition), Range.create("-", "+"), LAST)) {
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
