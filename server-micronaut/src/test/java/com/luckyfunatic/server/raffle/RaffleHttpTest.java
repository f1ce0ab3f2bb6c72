package com.luckyfunatic.server.raffle;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleRefunds;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaffleHttpTest {
    private static final long PRICE = 7;
    private static final Duration OPEN = Duration.ofHours(1);
    private static final Path VERIFIER =
            Path.of(
                    "../engine-core/src/test/java/com/luckyfunatic/engine/raffle",
                    "RaffleVerifier.java");

    private final GameServer server = GameServer.start();
    private final TestPlayer player = server.newPlayer(100, 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_raffle_is_shown_with_its_terms_and_commitment_and_never_with_its_secrets() {
        RaffleSecrets secrets = open("hat", 5, 20, List.of());

        JsonNode raffle = player.read("/raffles/hat");

        assertThat(raffle.get("status").textValue()).isEqualTo("open");
        assertThat(raffle.get("isOpen").booleanValue()).isTrue();
        assertThat(raffle.get("price").longValue()).isEqualTo(PRICE);
        assertThat(raffle.get("currency").textValue()).isEqualTo("funz");
        assertThat(raffle.get("limitPerPlayer").intValue()).isEqualTo(5);
        assertThat(raffle.get("ticketsLeft").intValue()).isEqualTo(20);
        assertThat(raffle.at("/prizes/0/prize/funz").longValue()).isEqualTo(1_000);
        assertThat(raffle.get("commitment").textValue()).isEqualTo(secrets.commitment());
        assertThat(player.read("/raffles")).containsExactly(raffle);
        buy("hat", 2);
        for (String path :
                List.of("/raffles", "/raffles/hat", "/raffles/hat/tickets", "/raffles/hat/stats")) {
            assertThat(player.get(path).body()).doesNotContain(secrets.seed(), secrets.holderKey());
        }
        assertThat(server.http().get("/public/raffles/hat/proof").body())
                .doesNotContain(secrets.seed(), secrets.holderKey());
    }

    @Test
    void tickets_are_bought_and_listed_and_counted() {
        open("hat", 5, 20, List.of());

        JsonNode bought = buy("hat", 2);
        buy("hat", 1);

        assertThat(bought.get("first").intValue()).isOne();
        assertThat(bought.get("quantity").intValue()).isEqualTo(2);
        assertThat(bought.get("paid").longValue()).isEqualTo(2 * PRICE);
        assertThat(bought.at("/funz/currentFunzBalance").longValue()).isEqualTo(100 - 2 * PRICE);
        JsonNode mine = player.read("/raffles/hat/tickets");
        assertThat(mine.get("tickets"))
                .hasToString("[{\"first\":1,\"count\":2},{\"first\":3,\"count\":1}]");
        assertThat(mine.get("holder").textValue()).hasSize(16);
        JsonNode part = player.read("/raffles/hat/tickets?limit=1");
        assertThat(part.get("tickets")).hasSize(1);
        assertThat(
                        player.read(
                                        "/raffles/hat/tickets?cursor="
                                                + part.get("nextCursor").textValue())
                                .at("/tickets/0/first")
                                .intValue())
                .isEqualTo(3);
        assertThat(player.read("/raffles/hat/stats"))
                .hasToString("{\"ticketsSold\":3,\"ticketsLeft\":17,\"players\":1,\"winners\":3}");
        JsonNode eligibility = player.read("/raffles/hat/eligibility");
        assertThat(eligibility.get("isEligible").booleanValue()).isTrue();
        assertThat(eligibility.get("ticketsHeld").intValue()).isEqualTo(3);
        assertThat(eligibility.get("remaining").intValue()).isEqualTo(2);
    }

    @Test
    void a_repeat_under_a_key_gives_the_first_answer() {
        open("hat", 5, 20, List.of());
        String body = body(PRICE, 2);

        HttpResponse<String> first = player.postWithKey("/raffles/hat/tickets", body, "k");
        HttpResponse<String> again = player.postWithKey("/raffles/hat/tickets", body, "k");
        HttpResponse<String> other =
                player.postWithKey("/raffles/hat/tickets", body(PRICE, 1), "k");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
        assertThat(code(other)).isEqualTo("idempotency_key_reused");
        assertThat(player.read("/raffles/hat/stats").get("ticketsSold").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "no_such_raffle, 7, 1, 404, unknown_raffle",
        "No such, 7, 1, 404, unknown_raffle",
        "hat, 6, 1, 422, price_changed",
        "hat, 8, 1, 422, price_changed",
        "hat, 7, 6, 422, ticket_limit_reached",
        "small, 7, 3, 422, raffle_sold_out",
        "noble, 7, 1, 422, requirements_not_met",
        "future, 7, 1, 422, raffle_not_open"
    })
    void what_is_not_sold_is_refused_and_costs_nothing(
            String raffle, long price, int quantity, int status, String code) {
        open("hat", 5, 20, List.of());
        open("small", 2, 2, List.of());
        open("noble", 5, 20, List.of(new Requirement.ReachRank(9)));
        create("future", 5, 20, List.of(), OPEN);
        if (raffle.equals("small")) {
            server.newPlayer(100, 0).send("/raffles/small/tickets", body(PRICE, 2));
        }
        int wanted = raffle.equals("small") ? 1 : quantity;

        HttpResponse<String> refused =
                player.post(
                        "/raffles/" + raffle.replace(" ", "%20") + "/tickets", body(price, wanted));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(json(refused).get("retriable").booleanValue()).isFalse();
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(100);
        if (status == 422
                && !code.equals("price_changed")
                && !code.equals("ticket_limit_reached")) {
            JsonNode eligibility = player.read("/raffles/" + raffle + "/eligibility");
            assertThat(eligibility.get("reason").textValue()).isEqualTo(code);
        }
    }

    @Test
    void who_cannot_pay_gets_none_and_after_the_end_nobody_does() {
        open("hat", 5, 20, List.of());
        TestPlayer poor = server.newPlayer();

        assertThat(code(poor.post("/raffles/hat/tickets", body(PRICE, 1))))
                .isEqualTo("insufficient_funds");
        server.clock().advance(OPEN);
        assertThat(code(player.post("/raffles/hat/tickets", body(PRICE, 1))))
                .isEqualTo("raffle_not_open");
    }

    @Test
    void after_the_end_no_ticket_is_left_and_no_more_win_than_were_sold() {
        open("hat", 5, 20, List.of());
        buy("hat", 2);

        server.clock().advance(OPEN);
        assertThat(player.read("/raffles/hat/stats"))
                .hasToString("{\"ticketsSold\":2,\"ticketsLeft\":0,\"players\":1,\"winners\":3}");
        assertThat(player.read("/raffles/hat").get("ticketsLeft").intValue()).isZero();
        assertThat(player.read("/raffles/hat/eligibility").get("remaining").intValue()).isZero();

        server.clock().advance(RaffleRun.MARGIN);
        new RaffleRun(server.engine()).run();
        assertThat(player.read("/raffles/hat/stats").get("winners").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expectedPrice|{}",
                "expectedPrice|{\"expectedPrice\":-1}",
                "expectedPrice|{\"expectedPrice\":9007199254740992}",
                "expectedPrice|{\"expectedPrice\":\"7\"}",
                "quantity|{\"expectedPrice\":7,\"quantity\":0}",
                "quantity|{\"expectedPrice\":7,\"quantity\":101}",
                "quantity|{\"expectedPrice\":7,\"quantity\":1.5}"
            })
    void a_field_that_is_wrong_is_named(String row) {
        open("hat", 5, 20, List.of());
        String[] field = row.split("\\|", -1);

        HttpResponse<String> refused = player.post("/raffles/hat/tickets", field[1]);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo(field[0]);
    }

    @Test
    void of_fifty_who_want_the_last_ten_at_once_ten_get_one() {
        open("hat", 1, 10, List.of());
        List<TestPlayer> crowd =
                Stream.generate(() -> server.newPlayer(PRICE, 0)).limit(50).toList();

        List<HttpResponse<String>> answers =
                Together.run(50, i -> crowd.get(i).post("/raffles/hat/tickets", body(PRICE, 1)));

        assertThat(answers.stream().filter(each -> each.statusCode() == 200).count()).isEqualTo(10);
        assertThat(answers.stream().filter(each -> each.statusCode() != 200))
                .allMatch(each -> code(each).equals("raffle_sold_out"));
    }

    @Test
    void a_draw_is_recomputed_by_the_verifier_from_what_is_published(@TempDir Path directory)
            throws IOException, InterruptedException {
        RaffleSecrets secrets = open("hat", 5, 200, List.of());
        for (int i = 0; i < 20; i++) {
            server.newPlayer(100, 0).send("/raffles/hat/tickets", body(PRICE, i % 5 + 1));
        }
        buy("hat", 3);
        assertThat(list("hat")).isEmpty();
        server.clock().advance(OPEN.plus(RaffleRun.MARGIN));
        new RaffleRun(server.engine()).run();

        HttpResponse<String> proof = server.http().get("/public/raffles/hat/proof");
        List<String> lines = list("hat");

        assertThat(proof.headers().firstValue("Cache-Control")).contains("public, max-age=86400");
        JsonNode data = json(proof).get("data");
        assertThat(data.get("status").textValue()).isEqualTo("done");
        assertThat(data.get("serverSeed").textValue()).isEqualTo(secrets.seed());
        assertThat(data.get("commitment").textValue()).isEqualTo(secrets.commitment());
        assertThat(data.get("winners")).hasSize(3);
        assertThat(lines).hasSize(21).allMatch(each -> each.matches("\\d+ \\d+ [0-9a-f]{16}"));
        String mine = player.read("/raffles/hat/tickets").get("holder").textValue();
        assertThat(lines.getLast()).endsWith(" 3 " + mine);
        assertThat(proof.body() + lines).doesNotContain(player.id(), secrets.holderKey());
        assertThat(verify(directory, proof.body(), lines))
                .isEqualTo("seed true, list true, winners true");
        assertThat(verify(directory, proof.body(), lines.subList(0, 20)))
                .startsWith("seed true, list false");
    }

    @Test
    void of_a_cancelled_raffle_the_price_is_given_back_and_nothing_is_proved() {
        RaffleSecrets secrets = open("hat", 5, 200, List.of());
        buy("hat", 3);
        RaffleId hat = new RaffleId("hat");
        server.engine().storage().raffles().close(hat);
        server.engine().storage().raffles().freeze(hat, "0f".repeat(32), 3);
        assertThat(list("hat")).hasSize(1);
        RaffleRefunds refunds = new RaffleRefunds(server.engine());
        long before = balance();

        assertThat(refunds.cancel(hat)).isEqualTo(RaffleRefunds.Cancellation.CANCELLED);
        refunds.refund();

        assertThat(balance()).isEqualTo(before + 3 * PRICE);
        assertThat(player.read("/raffles/hat").get("status").textValue()).isEqualTo("refunded");
        assertThat(player.read("/raffles/hat").get("isOpen").booleanValue()).isFalse();
        HttpResponse<String> proof = server.http().get("/public/raffles/hat/proof");
        JsonNode data = json(proof).get("data");
        assertThat(data.path("listHash").isTextual()).isFalse();
        assertThat(data.path("serverSeed").isTextual()).isFalse();
        assertThat(data.get("winners")).isEmpty();
        assertThat(data.get("commitment").textValue()).isEqualTo(secrets.commitment());
        assertThat(proof.body()).doesNotContain(secrets.seed());
        assertThat(list("hat")).isEmpty();
    }

    private long balance() {
        return player.game().at("/funz/currentFunzBalance").longValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1000001", "1.5", "99999999", ""})
    void a_part_of_the_list_begins_at_a_number(String after) {
        open("hat", 5, 200, List.of());

        HttpResponse<String> refused =
                server.http().get("/public/raffles/hat/tickets?after=" + after);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    /** Runs the verifier as anyone would. */
    private static String verify(Path directory, String proof, List<String> lines)
            throws IOException, InterruptedException {
        Path proofFile = Files.writeString(directory.resolve("proof.json"), proof);
        Path listFile =
                Files.writeString(
                        directory.resolve("tickets.txt"),
                        String.join("\n", lines) + "\n",
                        StandardCharsets.US_ASCII);
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                VERIFIER.toString(),
                                proofFile.toString(),
                                listFile.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        return said.strip();
    }

    private List<String> list(String raffle) {
        List<String> lines = new ArrayList<>();
        int after = 0;
        while (after >= 0) {
            String path = "/public/raffles/" + raffle + "/tickets?after=" + after;
            JsonNode part = TestPlayer.data(server.http().get(path));
            part.get("lines").forEach(each -> lines.add(each.textValue()));
            after = part.get("next").asInt(-1);
        }
        return lines;
    }

    private JsonNode buy(String raffle, int quantity) {
        return player.send("/raffles/" + raffle + "/tickets", body(PRICE, quantity));
    }

    private static String body(long price, int quantity) {
        return "{\"expectedPrice\":" + price + ",\"quantity\":" + quantity + "}";
    }

    private RaffleSecrets open(String id, int limit, int tickets, List<Requirement> requirements) {
        return create(id, limit, tickets, requirements, Duration.ZERO);
    }

    private RaffleSecrets create(
            String id, int limit, int tickets, List<Requirement> requirements, Duration in) {
        long opensAt = server.clock().millis() + in.toMillis();
        RaffleSecrets secrets = RaffleSecrets.random(new SplittableRandom(id.hashCode()));
        server.engine()
                .storage()
                .raffles()
                .create(
                        new RaffleDefinition(
                                new RaffleId(id),
                                "The " + id,
                                "",
                                new RaffleTerms(
                                        opensAt,
                                        opensAt + OPEN.toMillis(),
                                        requirements,
                                        Currency.FUNZ,
                                        PRICE),
                                limit,
                                tickets,
                                List.of(
                                        new RafflePrize(1, Reward.ofFunz(1_000)),
                                        new RafflePrize(2, Reward.ofFunz(50)))),
                        secrets);
        return secrets;
    }
}
