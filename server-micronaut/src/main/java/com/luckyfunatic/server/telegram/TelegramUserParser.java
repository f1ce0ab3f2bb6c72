package com.luckyfunatic.server.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.luckyfunatic.server.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code user} field, which carries ids and flags as numbers and booleans or as strings.
 */
final class TelegramUserParser {
    private static final int NESTING_MAX = 8;
    private static final int ID_DIGITS_MAX = 16;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(NESTING_MAX)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private TelegramUserParser() {}

    static TelegramUser parse(String json) {
        JsonNode user = read(json);
        if (!user.isObject()) {
            throw InitDataException.malformed("'user' is not a JSON object");
        }
        String firstName = text(user, "first_name");
        return new TelegramUser(
                id(user.path("id")),
                firstName == null ? "" : firstName,
                text(user, "last_name"),
                text(user, "username"),
                text(user, "language_code"),
                text(user, "photo_url"),
                flag(user, "is_premium"),
                flag(user, "allows_write_to_pm"));
    }

    private static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw InitDataException.malformed("'user' is not valid JSON");
        }
    }

    private static long id(JsonNode node) {
        long id =
                switch (node.getNodeType()) {
                    case NUMBER ->
                            node.isIntegralNumber() && node.canConvertToLong()
                                    ? node.longValue()
                                    : 0;
                    case STRING -> canonicalNumber(node.textValue());
                    default -> 0;
                };
        if (id < 1 || id > TelegramUser.ID_MAX) {
            throw InitDataException.malformed("'user.id' is missing or out of range");
        }
        return id;
    }

    /**
     * The number, or 0 where the text is not its one plain spelling: no sign, no leading zero,
     * ASCII digits.
     */
    private static long canonicalNumber(String text) {
        boolean canonical =
                text.length() <= ID_DIGITS_MAX && Ascii.isDigits(text) && text.charAt(0) != '0';
        return canonical ? Long.parseLong(text) : 0;
    }

    private static @Nullable String text(JsonNode user, String field) {
        JsonNode node = user.path(field);
        if (!node.isTextual()) {
            return null;
        }
        StringBuilder kept = new StringBuilder();
        node.textValue()
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .takeWhile(c -> kept.length() + Character.charCount(c) <= TelegramUser.TEXT_MAX)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean flag(JsonNode user, String field) {
        JsonNode node = user.path(field);
        return node.isBoolean() ? node.booleanValue() : "true".equals(node.textValue());
    }
}
