package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A method of the Bot API with its parameters; a new one is a record that implements this.
 *
 * @param <R> what it gives
 */
public interface BotMethod<R> {
    /** Its name as Telegram has it. */
    String name();

    /** Its parameters; values become JSON. */
    Map<String, Object> parameters();

    /** Whether sending it again after an answer was lost does no harm. */
    boolean isRepeatable();

    /**
     * Reads what Telegram answers.
     *
     * @param result the {@code result} of a good answer
     * @throws IllegalArgumentException when it is not what the method gives
     */
    R read(JsonNode result);
}
