package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.connection.ChannelId;
import java.util.Map;

/**
 * Asks whether an account is a member of a chat; Telegram answers for sure only where the bot is an
 * administrator.
 */
public record GetChatMember(ChannelId chat, long userId) implements BotMethod<Boolean> {
    @Override
    public String name() {
        return "getChatMember";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("chat_id", chat.value(), "user_id", userId);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /** A restricted member may have left: then Telegram still remembers the restriction. */
    @Override
    public Boolean read(JsonNode result) {
        String status = result.path("status").asText();
        return switch (status) {
            case "creator", "administrator", "member" -> true;
            case "restricted" -> result.path("is_member").asBoolean();
            case "left", "kicked" -> false;
            default -> throw new IllegalArgumentException("unknown status of a member");
        };
    }
}
