package com.luckyfunatic.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.json.StrictJson;
import com.luckyfunatic.server.token.TokenKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shows thousands of forged and twisted credentials to a server on the embedded storage: it accepts
 * none, fails at none, and says so in the published form. What they were made of is accepted, or
 * all this would say nothing.
 *
 * <p>{@code -Dfunatic.forgery.seed} draws others.
 */
class ForgeryTest {
    private static final long SEED = Long.getLong("funatic.forgery.seed", 1);
    private static final int FORGERIES_MIN = 3_000;

    /** A header holds as much; every tenth of the login's forgeries is shown there as well. */
    private static final int LOGIN_HEADER_SHARE = 10;

    private static Doors doors;
    private static Map<Door, List<Forgery>> forgeries;

    @BeforeAll
    static void start() {
        doors = new Doors(Map.of());
        forgeries = forge();
    }

    @AfterAll
    static void stop() {
        doors.close();
    }

    private static Map<Door, List<Forgery>> forge() {
        RandomGenerator random = Seeds.random(SEED);
        long now = doors.clock().instant().getEpochSecond();
        Map<Door, Map<String, String>> all = new EnumMap<>(Door.class);
        Map<String, String> logins =
                ForgedInitData.of(doors.loginFields(), Doors.BOT_TOKEN, now, random);
        at(all, Door.LOGIN).putAll(logins);
        int count = 0;
        for (Map.Entry<String, String> login : logins.entrySet()) {
            if (count++ % LOGIN_HEADER_SHARE == 0) {
                at(all, Door.LOGIN_HEADER).put(login.getKey(), "tma " + login.getValue());
            }
        }
        tokens(all, now, random);
        at(all, Door.SCORE)
                .putAll(ForgedRunTokens.of(doors.good(Door.SCORE), doors.otherRunToken(), random));
        at(all, Door.OPERATOR)
                .putAll(
                        ForgedOperators.of(
                                "ada", doors.operatorSecret(), "bob", doors.otherOperatorSecret()));
        for (Door door : List.of(Door.GAME_KEY, Door.WEBHOOK, Door.MARKETING)) {
            at(all, door).putAll(Twists.of(doors.good(door), random));
        }
        at(all, Door.GAME_KEY).put("another game's", doors.otherGameKey());
        bearer(all, Door.PLATFORM, Twists.of(withoutScheme(doors.good(Door.PLATFORM)), random));
        mistaken(all);
        return listed(all);
    }

    private static Map<String, String> at(Map<Door, Map<String, String>> all, Door door) {
        return all.computeIfAbsent(door, _ -> new LinkedHashMap<>());
    }

    private static void tokens(
            Map<Door, Map<String, String>> all, long now, RandomGenerator random) {
        Instant issued = doors.clock().instant();
        bearer(
                all,
                Door.GAME,
                ForgedTokens.of(
                        doors.player().token(), doors.other().token(), Doors.JWT_KEY, now, random));
        bearer(
                all,
                Door.MINIGAME,
                ForgedTokens.of(
                        withoutScheme(doors.good(Door.MINIGAME)),
                        doors.minigameToken(doors.other(), "comets", issued),
                        Doors.JWT_KEY,
                        now,
                        random));
        at(all, Door.BALLOONS)
                .putAll(
                        ForgedTokens.of(
                                doors.good(Door.BALLOONS),
                                doors.token(TokenKind.BALLOON, doors.other(), issued),
                                Doors.JWT_KEY,
                                now,
                                random));
        Instant before = issued.minus(Duration.ofHours(1));
        Instant later = issued.plus(Duration.ofMinutes(2));
        bearer(
                all,
                Door.MINIGAME,
                Map.of(
                        "of another game",
                        doors.minigameToken(doors.player(), "stars", issued),
                        "of no game",
                        doors.token(TokenKind.MINIGAME, doors.player(), issued),
                        "of an hour ago",
                        doors.minigameToken(doors.player(), "comets", before),
                        "of the future",
                        doors.minigameToken(doors.player(), "comets", later)));
        bearer(
                all,
                Door.GAME,
                Map.of(
                        "of an hour ago",
                        doors.token(TokenKind.PLAYER, doors.player(), before),
                        "of the future",
                        doors.token(TokenKind.PLAYER, doors.player(), later),
                        "of an ended login",
                        doors.endedLogin()));
    }

    /** Good ones at doors that they are not for. */
    private static void mistaken(Map<Door, Map<String, String>> all) {
        for (Door door : Door.values()) {
            doors.allGood()
                    .forEach((from, credential) -> {
                        // A login is one wherever it stands, and balloons let players in, too.
                        boolean meant =
                                from == door
                                        || (isLogin(from) && isLogin(door))
                                        || (from == Door.GAME && door == Door.BALLOONS);
                        if (!meant) {
                            String bare = withoutScheme(credential);
                            at(all, door).put("the credential of " + from, credential);
                            at(all, door).put("the bare credential of " + from, bare);
                            bearer(all, door, Map.of("as bearer, that of " + from, bare));
                        }
                    });
        }
    }

    private static boolean isLogin(Door door) {
        return door == Door.LOGIN || door == Door.LOGIN_HEADER;
    }

    private static void bearer(
            Map<Door, Map<String, String>> all, Door door, Map<String, String> forged) {
        forged.forEach((how, token) -> at(all, door).put(how, "Bearer " + token));
    }

    private static String withoutScheme(String credential) {
        return credential.replaceFirst("^(?:Bearer|Basic|tma) ", "");
    }

    private static Map<Door, List<Forgery>> listed(Map<Door, Map<String, String>> all) {
        Map<Door, List<Forgery>> listed = new EnumMap<>(Door.class);
        all.forEach((door, forged) -> {
            List<Forgery> list = new ArrayList<>();
            forged.forEach((how, credential) -> {
                // In a header they would end it, and the request would have others.
                String one =
                        door == Door.LOGIN || door == Door.SCORE || door == Door.BALLOONS
                                ? credential
                                : credential.replaceAll("[\r\n]", "\u000b");
                if (!one.strip().equals(doors.good(door))) {
                    list.add(new Forgery(door, how, one));
                }
            });
            listed.put(door, list);
        });
        return listed;
    }

    @Test
    void there_are_many_of_them_and_no_two_alike() {
        assertThat(
                        forgeries.values().stream()
                                .flatMap(List::stream)
                                .map(forgery -> forgery.door() + " " + forgery.credential())
                                .distinct()
                                .count())
                .isGreaterThan(FORGERIES_MIN);
    }

    @ParameterizedTest
    @EnumSource
    void no_forgery_opens_a_door(Door door) {
        if (door != Door.SCORE) {
            assertThat(doors.knock(door, doors.good(door)))
                    .as("the good one")
                    .matches(answer -> Doors.isOpen(door, answer));
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (Forgery forgery : Objects.requireNonNull(forgeries.get(door))) {
            Answer answer = doors.knock(door, forgery.credential());
            String problem = problem(door, answer);
            if (!problem.isEmpty()) {
                found.put(forgery.how(), problem + ": " + answer);
            }
        }
        assertThat(found).as("seed %d", SEED).isEmpty();
        for (long account : new long[] {1, 2, 5, Doors.VICTIM + 1, 1_000_000 + Doors.VICTIM}) {
            assertThat(doors.http().bean(GameStorage.class).directory().findByTelegramId(account))
                    .as("an account that somebody made up")
                    .isEmpty();
        }
        assertThat(doors.knock(door, doors.good(door)))
                .as("the good one, after all of them")
                .matches(answer -> Doors.isOpen(door, answer));
    }

    private static String problem(Door door, Answer answer) {
        if (answer.status() < 400 || Doors.isOpen(door, answer)) {
            return "accepted";
        }
        if (answer.status() >= 500) {
            return "a failure";
        }
        if (!answer.type().equals("application/problem+json")) {
            return "not in the published form";
        }
        JsonNode body;
        try {
            body = StrictJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            return "no JSON";
        }
        String word = body.path("code").asText();
        ProblemCode code =
                Arrays.stream(ProblemCode.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElse(ProblemCode.INTERNAL_ERROR);
        boolean published =
                code.status().getCode() == answer.status()
                        && body.path("status").asInt() == answer.status()
                        && body.path("title").asText().equals(code.title())
                        && body.path("type").asText().endsWith(code.type())
                        && body.path("retriable").isBoolean()
                        && !body.path("traceId").asText().isEmpty();
        if (!published) {
            return "not in the published form";
        }
        return door.refusesBy(word) ? "" : "refused for another reason";
    }

    @Test
    void what_says_the_same_in_other_words_is_the_same_login() {
        for (String spelling : ForgedInitData.spellings(doors.loginFields(), Doors.BOT_TOKEN)) {
            Answer answer = doors.knock(Door.LOGIN, spelling);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"telegramId\":" + Doors.VICTIM);
        }
    }
}
