package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what several methods of the Bot API give. */
final class BotAnswers {
    private BotAnswers() {}

    /** Reads the {@code true} of methods that give nothing else. */
    static Boolean yes(JsonNode result) {
        if (!result.isBoolean() || !result.booleanValue()) {
            throw new IllegalArgumentException("not true");
        }
        return true;
    }
}
