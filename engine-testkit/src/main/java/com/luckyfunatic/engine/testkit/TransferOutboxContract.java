package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.storage.TransferOutbox.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every outbox of transfers does. */
public abstract class TransferOutboxContract extends StorageContract {
    private static final int CALLERS = 30;

    private final List<OutgoingTransfer> added = new ArrayList<>();

    /** Leaves nothing behind that is due, also where tests share a database. */
    @AfterEach
    public final void finishEverything() {
        for (OutgoingTransfer each : added) {
            OutgoingTransfer now = found(each);
            outbox().replace(now, next(now, TransferStep.CONFIRMED, OutgoingTransfer.NEVER));
        }
    }

    @Test
    public void a_row_is_found_as_it_was_added() {
        OutgoingTransfer row = row(somebody(), number());
        assertThat(outbox().find(row.transfer().id())).isEmpty();

        add(row);

        assertThat(outbox().find(row.transfer().id())).hasValue(row);
    }

    @Test
    public void all_of_a_row_is_kept() {
        Transfer longest =
                new Transfer(
                        TransferNames.of(somebody(), new OperationId("longest")),
                        somebody(),
                        new PlatformAccountId("aZ9._:-".repeat(10).substring(0, 64)),
                        new ItemId("i".repeat(64)),
                        Integer.MAX_VALUE,
                        number());
        OutgoingTransfer seen = add(OutgoingTransfer.open(longest));

        long number = 0;
        for (TransferStep step : TransferStep.values()) {
            number++;
            OutgoingTransfer now = found(seen);
            OutgoingTransfer next =
                    new OutgoingTransfer(
                            longest,
                            step,
                            7,
                            8,
                            Long.MAX_VALUE - 9,
                            OutgoingTransfer.NEVER - number,
                            Long.MIN_VALUE + number,
                            step == TransferStep.SENT ? null : "r".repeat(99) + "~");
            assertThat(outbox().replace(now, next)).isTrue();
            assertThat(found(seen)).isEqualTo(next);
        }
    }

    @Test
    public void adding_again_changes_nothing_however_far_it_has_come() {
        OutgoingTransfer row = add(row(somebody(), number()));
        OutgoingTransfer sent = next(row, TransferStep.SENT, row.dueAtMillis() + 5);
        outbox().replace(row, sent);

        outbox().add(row);

        assertThat(found(row)).isEqualTo(sent);
    }

    @Test
    public void who_has_not_seen_the_latest_replaces_nothing() {
        OutgoingTransfer row = add(row(somebody(), number()));
        OutgoingTransfer sent = next(row, TransferStep.SENT, row.dueAtMillis() + 5);
        assertThat(outbox().replace(row, sent)).isTrue();

        assertThat(outbox().replace(row, next(row, TransferStep.FAILED, 0))).isFalse();

        assertThat(found(row)).isEqualTo(sent);
        assertThat(outbox().replace(sent, next(sent, TransferStep.CONFIRMED, 0))).isTrue();
    }

    @Test
    public void the_same_change_again_is_told_that_it_was_made() {
        OutgoingTransfer row = add(row(somebody(), number()));
        OutgoingTransfer sent = next(row, TransferStep.SENT, row.dueAtMillis() + 5);
        outbox().replace(row, sent);

        assertThat(outbox().replace(row, sent)).isTrue();
        assertThat(found(row)).isEqualTo(sent);
    }

    @Test
    public void what_is_not_there_is_not_replaced() {
        OutgoingTransfer row = row(somebody(), number());

        assertThat(outbox().replace(row, next(row, TransferStep.SENT, 1))).isFalse();
        assertThat(outbox().find(row.transfer().id())).isEmpty();
    }

    @Test
    public void of_many_at_once_one_replaces() {
        OutgoingTransfer row = add(row(somebody(), number()));
        List<OutgoingTransfer> wanted =
                IntStream.range(0, CALLERS)
                        .mapToObj(_ -> next(row, TransferStep.SENT, row.dueAtMillis() + 5))
                        .toList();

        List<Boolean> won = Together.run(CALLERS, i -> outbox().replace(row, wanted.get(i)));

        assertThat(Collections.frequency(won, true)).isOne();
        assertThat(found(row)).isEqualTo(wanted.get(won.indexOf(true)));
    }

    @Test
    public void of_many_at_once_one_adds() {
        OutgoingTransfer row = row(somebody(), number());
        added.add(row);

        Together.run(
                CALLERS,
                i -> {
                    outbox().add(row);
                    return i;
                });

        assertThat(outbox().find(row.transfer().id())).hasValue(row);
    }

    @Test
    public void what_is_longest_due_comes_first_and_what_is_not_due_does_not_come() {
        long now = clock.millis();
        OutgoingTransfer second = add(row(somebody(), now));
        OutgoingTransfer first = add(row(somebody(), now - 1));
        OutgoingTransfer later = add(row(somebody(), now + 1));
        OutgoingTransfer finished = add(row(somebody(), now - 2));
        outbox().replace(finished, next(finished, TransferStep.CONFIRMED, OutgoingTransfer.NEVER));

        assertThat(ours(outbox().due(now, Page.LIMIT_MAX))).containsExactly(first, second);
        assertThat(ours(outbox().due(now + 1, Page.LIMIT_MAX)))
                .containsExactly(first, second, later);
        assertThat(outbox().due(now, 1)).hasSize(1);
    }

    @Test
    public void what_was_put_off_is_due_again_then() {
        long now = clock.millis();
        OutgoingTransfer row = add(row(somebody(), now));
        OutgoingTransfer sent = next(row, TransferStep.UNKNOWN, now + 60_000);
        outbox().replace(row, sent);

        assertThat(ours(outbox().due(now + 59_999, Page.LIMIT_MAX))).isEmpty();
        assertThat(ours(outbox().due(now + 60_000, Page.LIMIT_MAX))).containsExactly(sent);
    }

    @Test
    public void a_player_finds_the_own_transfers_latest_first() {
        PlayerId player = somebody();
        long at = number();
        List<OutgoingTransfer> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Three of one moment: their ids decide.
            rows.add(add(row(player, i < 3 ? at : at + i)));
        }
        add(row(somebody(), at));
        rows.sort((a, b) -> {
            int byTime = Long.compare(b.transfer().atMillis(), a.transfer().atMillis());
            return byTime != 0 ? byTime : b.transfer().id().compareTo(a.transfer().id());
        });

        assertThat(pages(after -> outbox().ofPlayer(player, after, 2), 4)).isEqualTo(rows);
        assertThat(outbox().ofPlayer(player, null, 7).hasMore()).isFalse();
        assertThat(outbox().ofPlayer(somebody(), null, 7).items()).isEmpty();
    }

    @Test
    public void those_of_one_step_come_earliest_first() {
        long at = number();
        List<OutgoingTransfer> unknown = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            OutgoingTransfer row = add(row(somebody(), i < 3 ? at : at + i));
            OutgoingTransfer next = next(row, TransferStep.UNKNOWN, OutgoingTransfer.NEVER);
            outbox().replace(row, next);
            unknown.add(next);
            add(row(somebody(), at + i));
        }
        unknown.sort((a, b) -> {
            int byTime = Long.compare(a.transfer().atMillis(), b.transfer().atMillis());
            return byTime != 0 ? byTime : a.transfer().id().compareTo(b.transfer().id());
        });
        Position before = new Position(at - 1, unknown.getFirst().transfer().id());

        assertThat(
                        ours(
                                pages(
                                        after ->
                                                outbox().at(
                                                                TransferStep.UNKNOWN,
                                                                after == null ? before : after,
                                                                2),
                                        4)))
                .isEqualTo(unknown);
        assertThat(outbox().at(TransferStep.UNKNOWN, null, 1).items()).hasSize(1);
    }

    @Test
    public void pages_have_1_to_100_rows() {
        for (int no : List.of(0, -1, Page.LIMIT_MAX + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> outbox().due(1, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox().ofPlayer(somebody(), null, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox().at(TransferStep.SENT, null, no));
        }
    }

    /** Reads {@code count} pages, each from where the one before ended. */
    private static List<OutgoingTransfer> pages(
            Function<@Nullable Position, Page<OutgoingTransfer>> read, int count) {
        List<OutgoingTransfer> all = new ArrayList<>();
        Position after = null;
        for (int i = 0; i < count; i++) {
            Page<OutgoingTransfer> page = read.apply(after);
            all.addAll(page.items());
            after = Position.of(page.items().getLast());
            assertThat(page.hasMore() || i == count - 1).isTrue();
        }
        return all;
    }

    private OutgoingTransfer add(OutgoingTransfer row) {
        added.add(row);
        outbox().add(row);
        return row;
    }

    private OutgoingTransfer row(PlayerId player, long atMillis) {
        return OutgoingTransfer.open(
                new Transfer(
                        TransferNames.of(player, new OperationId(UUID.randomUUID().toString())),
                        player,
                        new PlatformAccountId("account"),
                        TestContent.SHARD,
                        2,
                        atMillis));
    }

    private OutgoingTransfer next(OutgoingTransfer row, TransferStep step, long dueAtMillis) {
        return new OutgoingTransfer(
                row.transfer(), step, row.sends() + 1, 1, 2, dueAtMillis, number(), "why");
    }

    /** Nobody's number: tests may share a database, and their ids begin anew. */
    private static long number() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
    }

    private static PlayerId somebody() {
        return new PlayerId(number());
    }

    private OutgoingTransfer found(OutgoingTransfer row) {
        return outbox().find(row.transfer().id()).orElseThrow();
    }

    private List<OutgoingTransfer> ours(List<OutgoingTransfer> rows) {
        return rows.stream()
                .filter(row ->
                        added.stream().anyMatch(each -> each.transfer().equals(row.transfer())))
                .toList();
    }

    private TransferOutbox outbox() {
        return storage().transferOutbox();
    }
}
