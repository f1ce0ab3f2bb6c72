package com.luckyfunatic.engine.platform;

import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformCommand.ReturnTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferRequested;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What players hold and what is on its way are together always the same. */
class TransferPropertyTest {
    private static final PlatformAccountId ACCOUNT = new PlatformAccountId("funtico-1");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Whatever is asked for: what is held and what is under way are together what there was. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_appears_or_disappears(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int tickets = random.nextInt(6);
        int shards = random.nextInt(100);
        PlayerState state = Players.fresh().item(TICKET, tickets).item(SHARD, shards).state();
        List<Transfer> underWay = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean goesBack = !underWay.isEmpty() && random.nextInt(3) == 0;
            Command command =
                    goesBack
                            ? returned(underWay, random)
                            : drawn(random, new TransferId("%032x".formatted(i)));
            if (GameRules.decide(state, command, Play.contextAt(Play.START, TestCatalog.catalog()))
                    instanceof Decision.Accepted(var _, List<GameEvent> events)) {
                for (GameEvent event : events) {
                    if (event instanceof TransferRequested(Transfer transfer)) {
                        underWay.add(transfer);
                    }
                    state = GameRules.evolve(state, Players.PLAYER, event);
                }
            }
            assertThat(state.items().count(TICKET) + count(underWay, TICKET)).isEqualTo(tickets);
            assertThat(state.items().count(SHARD) + count(underWay, SHARD)).isEqualTo(shards);
        }
    }

    private static Command returned(List<Transfer> underWay, SplittableRandom random) {
        Transfer back = underWay.remove(random.nextInt(underWay.size()));
        return new ReturnTransfer(back.id(), back.item(), back.count());
    }

    private static Command drawn(SplittableRandom random, TransferId id) {
        ItemId item = random.nextBoolean() ? TICKET : SHARD;
        return new TransferItems(id, ACCOUNT, item, random.nextInt(1, 20));
    }

    private static int count(List<Transfer> transfers, ItemId item) {
        return transfers.stream()
                .filter(each -> each.item().equals(item))
                .mapToInt(Transfer::count)
                .sum();
    }
}
