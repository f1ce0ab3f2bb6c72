package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of what does not go on by itself. */
class StuckListsTest {
    private GameServer server;
    private String ada;

    @BeforeEach
    void start() {
        server = GameServer.start();
        ada = server.newOperator("ada", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) {
        return server.http().get("/support/" + path, "Authorization", ada);
    }

    private JsonNode page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** All pages of a list, of two items each. */
    private List<JsonNode> all(String list) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = page(list + "?limit=2");
        page.path("data").forEach(all::add);
        while (page.path("nextCursor").isTextual()) {
            assertThat(page.path("data")).hasSize(2);
            page = page(list + "?limit=2&cursor=" + page.path("nextCursor").asText());
            page.path("data").forEach(all::add);
        }
        return all;
    }

    private List<String> recorded() {
        return server.storage().operatorActions().latest(Long.MAX_VALUE, 100).items().stream()
                .map(each -> each.operator() + " " + each.action())
                .distinct()
                .toList();
    }

    @Test
    void a_follow_up_that_fails_tells_since_when_it_waits_and_what_is_in_its_way() {
        // As after a crash between registering a player and starting their game.
        PlayerId nobody = new PlayerId(1_000);
        server.storage()
                .directory()
                .register(
                        new Profile(
                                nobody,
                                TelegramAccount.of(77, "Nobody"),
                                null,
                                null,
                                server.clock().millis()));
        Instant queued = server.clock().instant();
        TestPlayer friend = server.logInBy(78, "ref_77");
        server.clock().advance(Duration.ofMinutes(3));
        server.settleFollowUps();
        server.settleFollowUps();

        JsonNode shown = page("follow-ups").at("/data/0");

        assertThat(shown.path("playerId").asText()).isEqualTo(nobody.toString());
        assertThat(shown.path("operationId").asText()).isEqualTo("~friend:" + friend.id());
        assertThat(shown.path("command").asText()).isEqualTo("CountFriend");
        assertThat(Instant.parse(shown.path("queuedAt").asText())).isEqualTo(queued);
        assertThat(shown.path("dueAt").isNull()).isTrue();
        assertThat(shown.path("failedAttempts").asInt()).isEqualTo(2);
        assertThat(Instant.parse(shown.path("lastFailedAt").asText()))
                .isEqualTo(server.clock().instant());
        assertThat(shown.path("lastFailure").asText()).isEqualTo("the player's game has not begun");
        assertThat(recorded()).containsExactly("ada list_follow_ups");
    }

    @Test
    void follow_ups_are_listed_page_by_page_longest_waiting_first() {
        TestPlayer referrer = server.newPlayer();
        List<String> friends = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            friends.add("~friend:" + server.newFriendOf(referrer).id());
            server.clock().advance(Duration.ofSeconds(i % 2));
        }
        server.storage().followUps().postpone(server.storage().followUps().pending(1).getFirst());
        // That is behind the second now, with which it began to wait.

        List<String> shown =
                all("follow-ups").stream().map(each -> each.path("operationId").asText()).toList();

        assertThat(shown)
                .containsExactly(
                        friends.get(1),
                        friends.get(0),
                        friends.get(2),
                        friends.get(3),
                        friends.get(4));
        JsonNode untried = page("follow-ups").at("/data/0");
        assertThat(untried.path("failedAttempts").asInt(-1)).isZero();
        assertThat(untried.path("lastFailedAt").isNull()).isTrue();
        assertThat(untried.path("lastFailure").isNull()).isTrue();
    }

    private Reservation hold(String operation, int quantity) {
        StockLedger stock = server.storage().stock();
        Reservation wanted =
                new Reservation(
                        PlayerId.parse(server.newPlayer().id()),
                        new OperationId(operation),
                        new StockId("hats"),
                        quantity,
                        new AdjustBalance(Currency.FUNZ, -1, "hat"),
                        server.clock().millis() + Hold.TIME.toMillis());
        stock.reserve(wanted, 100);
        return wanted;
    }

    @Test
    void what_is_held_of_supplies_is_listed_oldest_first() {
        List<Reservation> held = new ArrayList<>();
        Instant first = server.clock().instant();
        for (int i = 1; i <= 5; i++) {
            held.add(hold("buy:" + i, i));
            server.clock().advance(Duration.ofSeconds(1));
        }
        Reservation sold = held.remove(2);
        server.storage().stock().confirm(sold.player(), sold.operationId());

        List<JsonNode> shown = all("stock-holds");

        assertThat(shown)
                .extracting(each -> each.path("operationId").asText())
                .containsExactly("buy:1", "buy:2", "buy:4", "buy:5");
        JsonNode oldest = shown.getFirst();
        assertThat(oldest.path("playerId").asText()).isEqualTo(held.getFirst().player().toString());
        assertThat(oldest.path("stock").asText()).isEqualTo("hats");
        assertThat(oldest.path("quantity").asInt()).isEqualTo(1);
        assertThat(Instant.parse(oldest.path("heldSince").asText())).isEqualTo(first);
        assertThat(Instant.parse(oldest.path("heldUntil").asText()))
                .isEqualTo(first.plus(Hold.TIME));
        assertThat(recorded()).containsExactly("ada list_stock_holds");
    }

    @Test
    void a_page_goes_on_behind_what_was_settled_meanwhile() {
        Reservation first = hold("buy:1", 1);
        server.clock().advance(Duration.ofSeconds(1));
        hold("buy:2", 1);
        JsonNode page = page("stock-holds?limit=1");
        server.storage().stock().release(first.player(), first.operationId());

        JsonNode next = page("stock-holds?cursor=" + page.path("nextCursor").asText());

        assertThat(next.path("data")).hasSize(1);
        assertThat(next.at("/data/0/operationId").asText()).isEqualTo("buy:2");
    }

    @Test
    void without_journals_nothing_is_quarantined() {
        JsonNode page = page("quarantine");

        assertThat(page.path("data").isArray()).isTrue();
        assertThat(page.path("data")).isEmpty();
        assertThat(page.path("nextCursor").isNull()).isTrue();
        assertThat(recorded()).containsExactly("ada list_quarantine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-ups", "stock-holds", "quarantine"})
    void a_wrong_limit_or_a_cursor_of_another_list_is_refused(String list) {
        server.newFriendOf(server.newPlayer());
        server.newFriendOf(server.newPlayer());
        hold("a", 1);
        hold("b", 1);
        String foreign = list.equals("follow-ups") ? "stock-holds" : "follow-ups";
        String cursor = page(foreign + "?limit=1").path("nextCursor").asText();

        assertThat(code(get(list + "?limit=0"))).isEqualTo("validation_failed");
        assertThat(code(get(list + "?limit=101"))).isEqualTo("validation_failed");
        assertThat(code(get(list + "?cursor=x"))).isEqualTo("invalid_cursor");
        assertThat(code(get(list + "?cursor=" + cursor))).isEqualTo("invalid_cursor");
    }
}
