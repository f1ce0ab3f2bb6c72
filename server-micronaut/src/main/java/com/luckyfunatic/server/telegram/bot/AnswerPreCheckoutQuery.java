package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whether somebody who is about to pay may; Telegram waits ten seconds for it.
 *
 * @param query Telegram's name of the question
 * @param error why not, as the payer reads it; null for yes
 */
public record AnswerPreCheckoutQuery(String query, @Nullable String error)
        implements BotMethod<Boolean> {
    @Override
    public String name() {
        return "answerPreCheckoutQuery";
    }

    @Override
    public Map<String, Object> parameters() {
        return error == null
                ? Map.of("pre_checkout_query_id", query, "ok", true)
                : Map.of("pre_checkout_query_id", query, "ok", false, "error_message", error);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Boolean read(JsonNode result) {
        return BotAnswers.yes(result);
    }
}
