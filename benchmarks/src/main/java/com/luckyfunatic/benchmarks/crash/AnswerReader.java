package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads what answers say. Stateless and thread-safe. */
final class AnswerReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerReader() {}

    /**
     * Reads an answer to an intent of that kind.
     *
     * @throws IllegalArgumentException when it is not the JSON that the API promises
     */
    static Outcome read(Kind kind, Reply reply) {
        JsonNode body = parse(reply.body());
        if (!reply.isAccepted()) {
            // Each error answer has a trace id of its own.
            String digest = digest(reply.status() + " " + ((ObjectNode) body).without("traceId"));
            return new Outcome(digest, reply.hit(), null);
        }
        JsonNode data = member(body, "data");
        if (kind == Kind.TAP) {
            // The repeat of a tap tells the first result and the present state.
            String said = number(data, "accepted") + "/" + number(data, "paid");
            return new Outcome(said, member(data, "repeated").asBoolean(), step(kind, data));
        }
        return new Outcome(digest(reply.body()), reply.hit(), step(kind, data));
    }

    /** Reads where the player stands. */
    static Place place(Reply game) {
        return place(member(parse(game.body()), "data"));
    }

    /** Reads what a read of the game has collected. */
    static Collected collected(Reply game) {
        return collected(member(parse(game.body()), "data"));
    }

    private static Outcome.Step step(Kind kind, JsonNode data) {
        long funz = collected(data).funz();
        long jokers = 0;
        long price = 0;
        switch (kind) {
            case TAP -> funz += number(data, "paid");
            case STORY -> {
                JsonNode reward = member(data, "reward");
                funz += number(reward, "funz");
                jokers += number(reward, "jokers");
            }
            case CARD, BOOSTER -> {
                price = number(data, "price");
                if (member(data, "currency").asText().equals("funz")) {
                    funz -= price;
                } else {
                    jokers -= price;
                }
            }
        }
        return new Outcome.Step(place(data), funz, jokers, price);
    }

    private static Place place(JsonNode data) {
        return new Place(
                number(data, "sequence"),
                number(member(data, "funz"), "currentFunzBalance"),
                number(member(data, "jokers"), "balance"),
                (int) number(member(data, "rank"), "rank"));
    }

    private static Collected collected(JsonNode data) {
        JsonNode income = member(member(data, "funz"), "passiveIncome");
        return new Collected(number(income, "amount"), number(income, "forDurationMs"));
    }

    /** Parses the body of an answer. */
    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + body, e);
        }
    }

    private static JsonNode member(JsonNode object, String name) {
        JsonNode member = object.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no member " + name + " in " + object);
        }
        return member;
    }

    private static long number(JsonNode object, String name) {
        JsonNode number = member(object, name);
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " is no whole number in " + object);
        }
        return number.longValue();
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
