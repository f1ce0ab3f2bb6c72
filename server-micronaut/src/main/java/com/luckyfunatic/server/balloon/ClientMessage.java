package com.luckyfunatic.server.balloon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import org.jspecify.annotations.Nullable;

/** What a client says. */
sealed interface ClientMessage {
    /** It pops a balloon. */
    record Pop(long id) implements ClientMessage {}

    /** It is there, and asks for the score. */
    record Ping() implements ClientMessage {}

    /** A message as it is written. */
    record Text(@Nullable String type, @Nullable Long id) {}

    /** Returns what {@code text} says; null when it is no message that we know. */
    static @Nullable ClientMessage read(String text, ObjectReader reader) {
        try {
            Text message = reader.readValue(text);
            if (message == null) {
                return null;
            }
            return switch (message.type()) {
                case "pop" -> message.id() == null ? null : new Pop(message.id());
                case "ping" -> new Ping();
                case null, default -> null;
            };
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
