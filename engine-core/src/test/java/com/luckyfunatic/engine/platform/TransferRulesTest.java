package com.luckyfunatic.engine.platform;

import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.platform.PlatformCommand.OpenTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.ReturnTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferRequested;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferReturned;
import com.luckyfunatic.engine.platform.PlatformResult.TransferTaken;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransferRulesTest {
    private static final ItemId NOTHING = new ItemId("nothing");
    private static final PlatformAccountId ACCOUNT = new PlatformAccountId("funtico-1");
    private static final TransferId ID = new TransferId("0123456789abcdef0123456789abcdef");

    static Stream<Row> rows() {
        return Stream.of(
                row("one of three", 3, transfer(TICKET, 1), taken(1)),
                row("all of them", 3, transfer(TICKET, 3), taken(3)),
                row(
                        "more than is held",
                        3,
                        transfer(TICKET, 4),
                        Row.refused(new ItemRefusal.InsufficientItems(TICKET, 4, 3))),
                row(
                        "as many as there are numbers",
                        3,
                        transfer(TICKET, Integer.MAX_VALUE),
                        Row.refused(
                                new ItemRefusal.InsufficientItems(TICKET, Integer.MAX_VALUE, 3))),
                row(
                        "what is not held",
                        3,
                        transfer(SHARD, 1),
                        Row.refused(new ItemRefusal.InsufficientItems(SHARD, 1, 0))),
                row(
                        "unknown item",
                        3,
                        transfer(NOTHING, 1),
                        Row.refused(new ItemRefusal.UnknownItem(NOTHING))),
                row(
                        "given back beyond the maximum",
                        5,
                        new ReturnTransfer(ID, TICKET, 5),
                        Row.accepted(Result.Done.DONE, new TransferReturned(ID, TICKET, 5))),
                row(
                        "given back though the content has it no more",
                        0,
                        new ReturnTransfer(ID, NOTHING, 1),
                        Row.accepted(Result.Done.DONE, new TransferReturned(ID, NOTHING, 1))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void nothing_and_less_cannot_be_transferred_or_given_back() {
        for (int no : List.of(0, -1, Integer.MIN_VALUE)) {
            assertThatIllegalArgumentException().isThrownBy(() -> transfer(TICKET, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReturnTransfer(ID, TICKET, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Transfer(ID, Players.PLAYER, ACCOUNT, TICKET, no, 1));
        }
    }

    @Test
    void what_is_transferred_is_gone_and_comes_back_when_it_is_returned() {
        PlayerState before = Players.fresh().item(TICKET, 3).state();

        PlayerState gone = PlatformRules.evolve(before, new TransferRequested(sent(TICKET, 2)));
        PlayerState back = PlatformRules.evolve(gone, new TransferReturned(ID, TICKET, 2));

        assertThat(gone.items().count(TICKET)).isOne();
        // That something was ever sent stays known.
        assertThat(back).isEqualTo(before.change().resets(before.resets().paid()).done());
    }

    @Test
    void transfers_and_returns_are_hard() {
        for (Command each :
                List.of(
                        transfer(TICKET, 1),
                        new ReturnTransfer(ID, TICKET, 1),
                        new OpenTransfer(sent(TICKET, 1)))) {
            assertThat(each.durability()).isEqualTo(Durability.HARD);
        }
    }

    @Test
    void a_transfer_calls_for_its_row_under_its_own_name() {
        Transfer sent = sent(TICKET, 2);

        assertThat(new TransferRequested(sent).followUp(Players.PLAYER))
                .isEqualTo(
                        new FollowUp(
                                Players.PLAYER,
                                OperationId.own("transfer:" + ID),
                                new OpenTransfer(sent)));
        assertThat(new TransferReturned(ID, TICKET, 2).followUp(Players.PLAYER)).isNull();
    }

    @Test
    void the_row_is_nothing_that_rules_decide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PlatformRules.decide(
                                Players.fresh().state(),
                                new OpenTransfer(sent(TICKET, 1)),
                                Play.contextAt(Play.START, TestCatalog.catalog())));
    }

    private static TransferItems transfer(ItemId item, int count) {
        return new TransferItems(ID, ACCOUNT, item, count);
    }

    private static Transfer sent(ItemId item, int count) {
        return new Transfer(ID, Players.PLAYER, ACCOUNT, item, count, Play.START);
    }

    private static Decision taken(int count) {
        Transfer sent = sent(TICKET, count);
        return Row.accepted(new TransferTaken(sent), new TransferRequested(sent));
    }

    private static Row row(String name, int tickets, Command command, Decision expected) {
        return Row.of(name, Players.fresh().item(TICKET, tickets), command, expected);
    }
}
