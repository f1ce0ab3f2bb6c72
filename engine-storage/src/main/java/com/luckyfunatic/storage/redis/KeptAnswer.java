package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to an operation, as Redis and the journal keep it.
 *
 * @param fingerprint of the command
 * @param durability {@code H} for an accepted hard operation, else {@code S}
 * @param change the id of the change it made; 0 when nothing changed
 * @param answer the {@link AnswerDocument} as JSON
 * @param state the state of the answer as JSON; null when there was none
 */
public record KeptAnswer(
        String fingerprint, char durability, long change, String answer, @Nullable String state) {
    private static final char HARD = 'H';
    private static final char SOFT = 'S';
    private static final int FINGERPRINT_LENGTH = 32;

    /** Returns what to keep of {@code answer}. */
    public static KeptAnswer of(
            Answer answer, String fingerprint, @Nullable StateChange change, GameCodec codec) {
        PlayerState state = answer.state();
        return new KeptAnswer(
                fingerprint,
                change != null && change.durability() == Durability.HARD ? HARD : SOFT,
                change == null ? 0 : change.id(),
                codec.write(AnswerDocument.of(answer)),
                state == null ? null : codec.write(state));
    }

    /** Returns the kept answer that has these parts. */
    public static KeptAnswer stored(
            String fingerprint, boolean hard, long change, String answer, @Nullable String state) {
        return new KeptAnswer(fingerprint, hard ? HARD : SOFT, change, answer, state);
    }

    /** Returns whether it is the answer to an accepted hard operation. */
    public boolean isHard() {
        return durability == HARD;
    }

    /**
     * Returns the answer as a repeat.
     *
     * @param present the present state, for an answer whose own is not kept any more
     */
    public Answer toRepeat(GameCodec codec, Supplier<@Nullable PlayerState> present) {
        PlayerState kept = state == null ? null : codec.readState(state);
        return codec.readAnswer(answer).toRepeat(kept, present);
    }

    /** Returns the text that {@link #parse} understands: JSON holds no line break. */
    public String text() {
        return fingerprint
                + durability
                + change
                + " "
                + answer
                + "\n"
                + (state == null ? "" : state);
    }

    /** Returns what {@code text} was made of. */
    public static KeptAnswer parse(String text) {
        int end = text.indexOf('\n');
        if (end <= FINGERPRINT_LENGTH) {
            throw new StorageCorruptException("a kept answer cannot be understood");
        }
        int answer = text.indexOf(' ', FINGERPRINT_LENGTH + 1) + 1;
        String state = text.substring(end + 1);
        return new KeptAnswer(
                text.substring(0, FINGERPRINT_LENGTH),
                text.charAt(FINGERPRINT_LENGTH),
                Long.parseLong(text, FINGERPRINT_LENGTH + 1, answer - 1, 10),
                text.substring(answer, end),
                state.isEmpty() ? null : state);
    }
}
