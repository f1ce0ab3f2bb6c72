package com.luckyfunatic.engine.platform;

import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformEvent.GrantReceived;
import com.luckyfunatic.engine.platform.PlatformResult.GrantPaid;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformRulesTest {
    private static final ItemId NOTHING = new ItemId("nothing");
    private static final String REFERENCE = "campaign 81";

    static Stream<Row> grants() {
        return Stream.of(
                paid("funz", 10, 0, Reward.ofFunz(5), Reward.ofFunz(5), Reward.NOTHING),
                paid("jokers", 0, 10, jokers(5), jokers(5), Reward.NOTHING),
                paid(
                        "up to the cap",
                        10,
                        0,
                        Reward.ofFunz(Amounts.MAX - 10),
                        Reward.ofFunz(Amounts.MAX - 10),
                        Reward.NOTHING),
                paid(
                        "one beyond the cap",
                        10,
                        0,
                        Reward.ofFunz(Amounts.MAX - 9),
                        Reward.ofFunz(Amounts.MAX - 10),
                        Reward.ofFunz(1)),
                paid(
                        "the most on the most",
                        0,
                        Amounts.MAX,
                        jokers(Amounts.MAX),
                        Reward.NOTHING,
                        jokers(Amounts.MAX)),
                paid(
                        "items up to the maximum",
                        0,
                        0,
                        items(TICKET, 5),
                        items(TICKET, 5),
                        Reward.NOTHING));
    }

    static Stream<Row> refusals() {
        Reward both = new Reward(1, 1, List.of(new ItemStack(SHARD, 1), new ItemStack(TICKET, 6)));
        return Stream.of(
                refused("unknown item", items(NOTHING, 1), new ItemRefusal.UnknownItem(NOTHING)),
                refused(
                        "one item beyond the maximum",
                        items(TICKET, 6),
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 0)),
                refused(
                        "as many items as there are numbers",
                        items(TICKET, Integer.MAX_VALUE),
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 0)),
                refused(
                        "all of it when one item does not fit",
                        both,
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 0)));
    }

    @ParameterizedTest
    @MethodSource({"grants", "refusals"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void what_is_granted_is_held_and_was_not_earned() {
        PlayerState before = Players.fresh().wallet(new Wallet(10, 20, 30)).state();
        Reward paid = new Reward(1, 2, List.of(new ItemStack(TICKET, 3)));
        GrantReceived event = new GrantReceived(paid, Reward.ofFunz(9), REFERENCE);

        PlayerState after = PlatformRules.evolve(before, event);

        assertThat(after.wallet()).isEqualTo(new Wallet(11, 22, 30));
        assertThat(after.items().count(TICKET)).isEqualTo(3);
        assertThat(event.funzDelta()).isEqualTo(1);
        assertThat(event.jokersDelta()).isEqualTo(2);
    }

    @Test
    void a_grant_is_hard() {
        assertThat(new ReceiveGrant(jokers(1), REFERENCE).durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void nothing_and_less_cannot_be_granted() {
        for (Reward no :
                List.of(
                        Reward.NOTHING,
                        Reward.ofFunz(-1),
                        jokers(-1),
                        items(TICKET, 0),
                        items(TICKET, -1),
                        Reward.ofFunz(Amounts.MAX + 1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ReceiveGrant(no, REFERENCE));
        }
    }

    @Test
    void a_reference_has_1_to_100_characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiveGrant(jokers(1), " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReceiveGrant(jokers(1), "r".repeat(101)));
        assertThatCode(() -> new ReceiveGrant(jokers(1), "r".repeat(100)))
                .doesNotThrowAnyException();
    }

    private static Row paid(
            String name, long funz, long jokers, Reward grant, Reward paid, Reward cut) {
        return row(
                name,
                funz,
                jokers,
                grant,
                Row.accepted(new GrantPaid(paid, cut), new GrantReceived(paid, cut, REFERENCE)));
    }

    private static Row refused(String name, Reward grant, ItemRefusal refusal) {
        return row(name, 0, 0, grant, Row.refused(refusal));
    }

    private static Row row(String name, long funz, long jokers, Reward grant, Decision expected) {
        return Row.of(
                name,
                Players.fresh().wallet(funz, jokers),
                new ReceiveGrant(grant, REFERENCE),
                expected);
    }

    private static Reward jokers(long jokers) {
        return new Reward(0, jokers, List.of());
    }

    private static Reward items(ItemId item, int count) {
        return new Reward(0, 0, List.of(new ItemStack(item, count)));
    }
}
