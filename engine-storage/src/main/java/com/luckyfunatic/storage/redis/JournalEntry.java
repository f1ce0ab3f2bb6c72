package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a partition's journal: one change of one player.
 *
 * @param player whose state changed
 * @param version the state's version after it
 * @param change when it happened, and its document
 * @param answer the kept answer, when the command had an operation id
 */
public record JournalEntry(
        PlayerId player, PlayerVersion version, String change, @Nullable KeptAnswer answer) {
    /** Returns the stored form of {@code change}, without what the version says. */
    static String text(StateChange change, GameCodec codec) {
        return change.atMillis() + " " + codec.write(ChangeDocument.of(change));
    }

    /** Returns the stored form, which {@link #parse} understands: JSON holds no line break. */
    public String text() {
        return player
                + " "
                + version
                + "\n"
                + change
                + (answer == null ? "" : "\n" + answer.text());
    }

    /**
     * Returns what {@code text} was made of.
     *
     * @throws StorageCorruptException for any other text
     */
    public static JournalEntry parse(String text) {
        String[] lines = text.split("\n", 3);
        int separator = lines[0].indexOf(' ');
        if (lines.length < 2 || separator < 1) {
            throw new StorageCorruptException("an entry of the archive cannot be understood");
        }
        try {
            return new JournalEntry(
                    PlayerId.parse(lines[0].substring(0, separator)),
                    PlayerVersion.parse(lines[0].substring(separator + 1)),
                    lines[1],
                    lines.length == 3 ? KeptAnswer.parse(lines[2]) : null);
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("an entry of the archive cannot be understood", e);
        }
    }

    /** When it happened, epoch milliseconds. */
    public long atMillis() {
        try {
            return Long.parseLong(change, 0, separator(), 10);
        } catch (NumberFormatException e) {
            throw new StorageCorruptException("an entry of the journal has no time", e);
        }
    }

    /** Returns the change's document as JSON. */
    public String document() {
        return change.substring(separator() + 1);
    }

    private int separator() {
        int separator = change.indexOf(' ');
        if (separator < 1) {
            throw new StorageCorruptException("an entry of the journal cannot be understood");
        }
        return separator;
    }

    /** Returns the change. */
    public StateChange toChange(GameCodec codec) {
        return codec.readChange(document())
                .toChange(version.change(), player, version.sequence(), atMillis());
    }
}
