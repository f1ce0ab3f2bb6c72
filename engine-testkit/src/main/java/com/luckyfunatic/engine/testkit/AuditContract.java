package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every record that is sealed does, and its seals. The store may be shared. */
public abstract class AuditContract extends StorageContract {
    private static final long AT = 1_790_000_000_123L;
    private static final long HOUR_MILLIS = 3_600_000;

    /** Later for each test, and later than any before: positions settle as time goes by. */
    private static final AtomicInteger HOURS = new AtomicInteger();

    private String log = "none";
    private long first;
    private long now;

    /** The same object may run all tests. */
    @BeforeEach
    public void chooseNames() {
        first = ThreadLocalRandom.current().nextLong(1, 1L << 62);
        StringBuilder name = new StringBuilder("t-");
        for (long rest = first; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        log = name.toString();
        now = AT + HOURS.addAndGet(2) * HOUR_MILLIS;
    }

    @Test
    public void a_seal_is_kept_whole() {
        AuditSeal full =
                new AuditSeal(
                        "x" + log + "-".repeat(AuditSeal.LOG_LENGTH_MAX - log.length() - 1),
                        1,
                        20_717,
                        1,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        hash("1"),
                        LongStream.range(0, AuditSeal.ROWS_MAX)
                                .map(i -> i * i - 7)
                                .boxed()
                                .toList(),
                        true,
                        hash("2"),
                        AT);

        assertThat(audit().append(full)).isTrue();

        assertThat(audit().last(full.log())).contains(full);
        assertThat(audit().seals(full.log(), 0, 1)).containsExactly(full);
    }

    @Test
    public void a_log_has_no_seal_before_its_first() {
        assertThat(audit().last(log)).isEmpty();
        assertThat(audit().seals(log, 0, Page.LIMIT_MAX)).isEmpty();
    }

    @Test
    public void the_same_seal_again_is_no_error() {
        AuditSeal seal = seal(log, 1, "a");
        assertThat(audit().append(seal)).isTrue();

        assertThat(audit().append(seal)).isTrue();

        assertThat(audit().seals(log, 0, Page.LIMIT_MAX)).containsExactly(seal);
    }

    @Test
    public void a_number_is_one_seals_for_ever() {
        AuditSeal seal = seal(log, 1, "a");
        audit().append(seal);

        assertThat(audit().append(seal(log, 1, "b"))).isFalse();

        assertThat(audit().seals(log, 0, Page.LIMIT_MAX)).containsExactly(seal);
    }

    @Test
    public void seals_have_no_gaps() {
        assertThat(audit().append(seal(log, 2, "b"))).isFalse();
        assertThat(audit().append(seal(log, 1, "a"))).isTrue();
        assertThat(audit().append(seal(log, 3, "c"))).isFalse();

        assertThat(audit().seals(log, 0, Page.LIMIT_MAX)).containsExactly(seal(log, 1, "a"));
    }

    @Test
    public void seals_are_told_in_their_order_by_pages() {
        List<AuditSeal> seals =
                LongStream.rangeClosed(1, 7).mapToObj(i -> seal(log, i, "a")).toList();
        seals.forEach(audit()::append);

        assertThat(audit().seals(log, 0, 3)).containsExactlyElementsOf(seals.subList(0, 3));
        assertThat(audit().seals(log, 3, 3)).containsExactlyElementsOf(seals.subList(3, 6));
        assertThat(audit().seals(log, 6, 3)).containsExactlyElementsOf(seals.subList(6, 7));
        assertThat(audit().seals(log, 7, 3)).isEmpty();
        assertThat(audit().last(log)).contains(seals.getLast());
        for (int limit : new int[] {0, Page.LIMIT_MAX + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> audit().seals(log, 0, limit));
        }
    }

    @Test
    public void logs_have_chains_of_their_own() {
        AuditSeal other = seal("y" + log, 1, "b");
        audit().append(seal(log, 1, "a"));
        assertThat(audit().append(other)).isTrue();

        assertThat(audit().seals(log, 0, 9)).containsExactly(seal(log, 1, "a"));
        assertThat(audit().last("y" + log)).contains(other);
    }

    @Test
    public void of_many_who_seal_at_once_one_does() {
        for (long number = 1; number <= 5; number++) {
            long each = number;
            assertThat(Together.run(8, i -> audit().append(seal(log, each, String.valueOf(i)))))
                    .containsOnlyOnce(true);
        }
        assertThat(audit().seals(log, 0, 9)).hasSize(5);
    }

    @Test
    public void rows_are_told_in_the_order_of_positions() {
        // Not in this order: the later one took its id later, and was there earlier.
        for (long i : new long[] {1, 0, 3, 2}) {
            append(action(first + i, null, "", ActionOutcome.DONE));
        }

        assertThat(positions(first - 1, first + 9, 9))
                .containsExactly(first, first + 1, first + 2, first + 3);
        assertThat(positions(first - 1, first + 9, 2)).containsExactly(first, first + 1);
        assertThat(positions(first, first + 2, 9)).containsExactly(first + 1, first + 2);
        assertThat(positions(first + 3, first + 9, 9)).isEmpty();
        assertThat(actions().countAfter(first - 1) - actions().countAfter(first + 3)).isEqualTo(4);
    }

    @Test
    public void rows_differ_in_whatever_differs() {
        append(action(first, null, "", ActionOutcome.DONE));
        append(action(first + 1, null, "", ActionOutcome.DONE));
        append(action(first + 2, 1L, "", ActionOutcome.DONE));
        append(action(first + 3, null, "1", ActionOutcome.DONE));
        append(action(first + 4, null, "", ActionOutcome.FAILED));

        Set<String> contents = new HashSet<>();
        for (AuditRow row : rows(first - 1, first + 9, 9)) {
            contents.add(
                    new String(row.content(), StandardCharsets.ISO_8859_1)
                            .replace(digits(row.position()), "")
                            .replace(bytes(row.position()), ""));
        }
        assertThat(contents).as("without positions, the first two are the same").hasSize(4);
        assertThat(rows(first - 1, first, 1).getFirst().content())
                .as("read twice")
                .isEqualTo(rows(first - 1, first, 1).getFirst().content());
        assertThat(rows(first - 1, first, 1).getFirst().atMillis()).isEqualTo(AT);
    }

    private static String digits(long position) {
        return Long.toString(position);
    }

    private static String bytes(long position) {
        StringBuilder text = new StringBuilder();
        for (int shift = 56; shift >= 0; shift -= 8) {
            text.append((char) (position >>> shift & 0xff));
        }
        return text.toString();
    }

    @Test
    public void what_is_there_is_complete_after_a_while() {
        append(action(first, null, "", ActionOutcome.DONE));
        actions().settled(now);

        assertThat(actions().settled(now + HOUR_MILLIS)).isGreaterThanOrEqualTo(first);
    }

    @Test
    public void logs_have_names_of_their_own() {
        assertThat(audit().logs())
                .extracting(AuditLog::name)
                .doesNotHaveDuplicates()
                .contains("operator-actions")
                .allMatch(name -> name.matches("[a-z][a-z-]{0,31}"));
    }

    private List<Long> positions(long after, long to, int limit) {
        return rows(after, to, limit).stream().map(AuditRow::position).toList();
    }

    private List<AuditRow> rows(long after, long to, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        actions().read(after, to, limit, rows::add);
        return rows;
    }

    private void append(OperatorAction action) {
        storage().operatorActions().append(action);
    }

    private OperatorAction action(
            long id, @Nullable Long player, String detail, ActionOutcome outcome) {
        return new OperatorAction(
                id,
                new OperatorName("ann"),
                AT,
                "read",
                player == null ? null : new PlayerId(player),
                null,
                outcome,
                detail);
    }

    private static AuditSeal seal(String log, long number, String maker) {
        return new AuditSeal(
                log,
                number,
                20_000 + number,
                number * 10,
                number * 10 + 1,
                AT,
                hash(maker),
                List.of(number, -number),
                false,
                hash(maker),
                AT);
    }

    private static String hash(String maker) {
        return "0".repeat(64 - maker.length()) + maker;
    }

    private AuditLog actions() {
        return audit().logs().stream()
                .filter(each -> each.name().equals("operator-actions"))
                .findFirst()
                .orElseThrow();
    }

    private AuditStore audit() {
        return storage().audit();
    }
}
