package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Made-up audits, right and wrong, of a life that really was. */
class PlayerLedgerTest {
    private static final int TAPS = 4;
    private static final long TELEGRAM_ID = 1_001;

    private final List<StateChange> rows;
    private final List<Answered> answered;
    private final Place now;
    private final PlayerId player;
    private final List<Violation> violations = new ArrayList<>();

    PlayerLedgerTest() {
        GameEngine engine = GameEngine.on(new MemoryStorage(), TestCatalogs.full());
        player = engine.logIn(TelegramAccount.of(TELEGRAM_ID, "Ann"), null).profile().id();
        for (int number = 0; number < TAPS; number++) {
            engine.execute(
                    player,
                    new OperationId("crash-" + number),
                    new Tap(1, new TapSequence(7, number)));
        }
        rows =
                engine.storage()
                        .players()
                        .history(player, Long.MAX_VALUE, Page.LIMIT_MAX)
                        .items()
                        .reversed();
        answered =
                rows.stream()
                        .filter(row -> String.valueOf(row.operationId()).startsWith("crash-"))
                        .map(PlayerLedgerTest::answered)
                        .toList();
        now = place(rows.getLast());
    }

    private static Answered answered(StateChange row) {
        String key = String.valueOf(row.operationId());
        return new Answered(
                new Intent(row.sequence(), TELEGRAM_ID, Kind.STORY, "/", "{}", key),
                new Outcome("", false, new Outcome.Step(place(row), 0, 0)),
                0,
                0);
    }

    private static Place place(StateChange row) {
        Wallet wallet = row.walletAfter();
        return new Place(row.sequence(), wallet.funz(), wallet.jokers(), 1);
    }

    @Test
    void an_audit_of_exactly_what_was_answered_is_right() {
        assertThat(answered).hasSize(TAPS);
        assertThat(add(rows, answered, now)).isEmpty();
        assertThat(violations).isEmpty();
    }

    @Test
    void it_may_come_in_parts() {
        PlayerLedger ledger = ledger();
        int half = rows.size() - 2;
        var before =
                ledger.add(
                        rows.subList(0, half),
                        answered.subList(0, TAPS - 2),
                        place(rows.get(half - 1)),
                        violations::add);
        var after =
                ledger.add(
                        rows.subList(half, rows.size()),
                        answered.subList(TAPS - 2, TAPS),
                        now,
                        violations::add);

        assertThat(before).isEmpty();
        assertThat(after).isEmpty();
        assertThat(violations).isEmpty();
    }

    @Test
    void what_was_answered_and_is_not_there_is_returned() {
        Answered lost = answered(changed(rows.getLast(), "crash-lost", rows.getLast()));

        assertThat(add(rows, with(answered, lost), now)).containsExactly(lost);
    }

    @Test
    void of_two_answers_to_one_intent_that_tell_the_same_place_the_earlier_is_not_there() {
        Answered last = answered.getLast();
        Answered earlier = new Answered(last.intent(), last.outcome(), -2, -1);

        assertThat(add(rows, with(answered, earlier), now)).containsExactly(earlier);
        assertThat(violations).isEmpty();
    }

    @Test
    void a_missing_change_is_reported() {
        add(without(rows, rows.size() - 2), answered, now);

        assertThat(kinds()).containsExactly(Violation.Kind.AUDIT);
    }

    @Test
    void an_audit_that_ends_too_early_is_reported() {
        add(without(rows, rows.size() - 1), answered, now);

        assertThat(kinds()).containsExactly(Violation.Kind.AUDIT);
    }

    @Test
    void a_state_behind_the_audit_is_reported() {
        add(rows, answered, place(rows.get(rows.size() - 2)));

        assertThat(kinds()).containsExactly(Violation.Kind.LOST);
    }

    @Test
    void a_change_that_nobody_was_answered_for_is_reported() {
        add(rows, answered.subList(1, TAPS), now);

        assertThat(kinds()).containsExactly(Violation.Kind.DOUBLED);
    }

    @Test
    void an_operation_that_was_carried_out_twice_is_reported() {
        StateChange last = rows.getLast();
        String before = String.valueOf(rows.get(rows.size() - 2).operationId());
        StateChange doubled = changed(last, before, last);

        add(with(without(rows, rows.size() - 1), doubled), with(answered, answered(doubled)), now);

        assertThat(kinds()).containsExactly(Violation.Kind.DOUBLED);
    }

    @Test
    void a_tap_that_was_carried_out_twice_is_reported() {
        StateChange last = rows.getLast();
        StateChange doubled = changed(last, "crash-other", rows.get(rows.size() - 2));

        add(with(without(rows, rows.size() - 1), doubled), with(answered, answered(doubled)), now);

        assertThat(kinds()).containsExactly(Violation.Kind.DOUBLED);
    }

    @Test
    void a_balance_that_the_changes_do_not_add_up_to_is_reported() {
        add(rows, answered, new Place(now.sequence(), now.funz() + 1, now.jokers(), 1));

        assertThat(kinds()).containsExactly(Violation.Kind.WRONG_BALANCE);
    }

    @Test
    void a_wrong_balance_in_the_audit_itself_is_reported() {
        StateChange last = rows.getLast();
        Wallet wrong =
                new Wallet(
                        last.walletAfter().funz() + 1,
                        last.walletAfter().jokers(),
                        last.walletAfter().funzEarned());
        StateChange changed =
                new StateChange(
                        last.id(),
                        last.player(),
                        last.sequence(),
                        last.atMillis(),
                        last.command(),
                        last.operationId(),
                        last.actor(),
                        last.catalogVersion(),
                        last.durability(),
                        last.events(),
                        wrong);

        add(
                with(without(rows, rows.size() - 1), changed),
                with(answered.subList(0, TAPS - 1), answered(changed)),
                now);

        assertThat(kinds()).containsExactly(Violation.Kind.WRONG_BALANCE);
    }

    private PlayerLedger ledger() {
        return new PlayerLedger(player, TELEGRAM_ID);
    }

    private List<Answered> add(List<StateChange> changes, List<Answered> told, Place at) {
        return ledger().add(changes, told, at, violations::add);
    }

    private List<Violation.Kind> kinds() {
        return violations.stream().map(Violation::kind).toList();
    }

    /** Returns {@code change} under another operation id, with what happened in {@code other}. */
    private static StateChange changed(StateChange change, String operation, StateChange other) {
        return new StateChange(
                change.id(),
                change.player(),
                change.sequence(),
                change.atMillis(),
                change.command(),
                new OperationId(operation),
                change.actor(),
                change.catalogVersion(),
                change.durability(),
                other.events(),
                change.walletAfter());
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return shorter;
    }
}
