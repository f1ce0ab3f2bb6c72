package com.luckyfunatic.storage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusEvent;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.Invariants;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.memory.MemoryStorage;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConservationCheckTest {
    private static final int LAST = 9;

    private final List<Mismatch> found = new ArrayList<>();
    private PlainBook book;

    @BeforeEach
    void play() {
        play(List.of());
    }

    /** Lets a game have its last commands be these. */
    private void play(List<Command> last) {
        try (MemoryStorage storage = new MemoryStorage()) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
            while (engine.player(player).orElseThrow().sequence() < LAST - last.size()) {
                long sequence = engine.player(player).orElseThrow().sequence();
                if (sequence % 2 == 0) {
                    engine.execute(player, new Tap(1));
                } else {
                    engine.execute(
                            player,
                            new OperationId("buy" + sequence),
                            new AdjustBalance(Currency.JOKERS, sequence, "test"));
                }
            }
            for (Command each : last) {
                if (each instanceof Tap) {
                    engine.execute(player, each);
                } else {
                    engine.execute(player, new OperationId("last " + last.indexOf(each)), each);
                }
            }
            book =
                    new PlainBook(
                            engine.player(player).orElseThrow(),
                            Invariants.changes(storage.players(), player));
        }
    }

    private ConservationReport check() {
        return ConservationCheck.of(book).run((_, _) -> {}, found::add);
    }

    private void checkFinds(Kind... kinds) {
        ConservationReport report = check();
        assertThat(found).extracting(Mismatch::kind).containsExactlyInAnyOrder(kinds);
        assertThat(found).extracting(Mismatch::player).containsOnly(book.player);
        assertThat(report.mismatches()).isEqualTo(kinds.length);
        assertThat(report.isClean()).isFalse();
    }

    private String detail() {
        return found.getFirst().detail();
    }

    private StateChange change(int sequence) {
        return book.changes.get(sequence - 1);
    }

    private static StateChange with(StateChange change, long id, Wallet after) {
        return new StateChange(
                id,
                change.player(),
                change.sequence(),
                change.atMillis(),
                change.command(),
                change.operationId(),
                change.actor(),
                change.catalogVersion(),
                change.durability(),
                change.events(),
                after);
    }

    private static Wallet plus(Wallet wallet, long funz, long jokers) {
        return new Wallet(wallet.funz() + funz, wallet.jokers() + jokers, wallet.funzEarned());
    }

    private void replace(int sequence, Wallet after) {
        book.changes.set(sequence - 1, with(change(sequence), change(sequence).id(), after));
    }

    private PlayerState present() {
        return Objects.requireNonNull(book.state);
    }

    @Test
    void a_sound_book_is_clean_and_the_report_says_what_was_read() {
        ConservationReport report = check();

        assertThat(found).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.players()).isOne();
        assertThat(report.completePlayers()).isOne();
        assertThat(report.changes()).isEqualTo(LAST);
        assertThat(report.operations()).isEqualTo(book.operations.size()).isPositive();
        assertThat(report.operationsOutOfReach()).isZero();
        assertThat(report.oldestMillis()).isEqualTo(change(1).atMillis());
    }

    @Test
    void what_a_wheel_pays_is_in_the_sums() {
        int last = LAST + 1;
        StateChange before = change(LAST);
        Reward prize = new Reward(40, 2, List.of());
        SegmentId chest = new SegmentId("chest");
        List<GameEvent> events =
                List.of(
                        new BonusEvent.StreakPaid(20_000, 1, 50, 0),
                        new BonusEvent.WheelSpun(null, 6, 10, chest, prize, Reward.NOTHING));
        PlayerState after = GameRules.evolve(present(), book.player, events, before.atMillis());
        StateChange claimed =
                new StateChange(
                        before.id() + 1,
                        before.player(),
                        last,
                        before.atMillis(),
                        "ClaimDailyBonus",
                        null,
                        before.actor(),
                        before.catalogVersion(),
                        Durability.SOFT,
                        events,
                        after.wallet());
        List<StateChange> changes = new ArrayList<>(book.changes);
        changes.add(claimed);
        book = new PlainBook(after, changes);

        assertThat(check().isClean()).isTrue();
        Wallet more = plus(after.wallet(), 1, 0);
        book.state = after.with(more);
        book.snapshot = book.state;
        replace(last, more);
        checkFinds(Kind.BALANCE);
        assertThat(detail()).contains("change 10 pays 90 funz");
    }

    @Test
    void progress_is_told_with_the_number_of_players() {
        List<String> told = new ArrayList<>();

        ConservationCheck.of(book).run((done, of) -> told.add(done + "/" + of), found::add);

        assertThat(told).containsExactly("1/1");
    }

    @Test
    void single_players_can_be_checked() {
        book.state = present().with(plus(present().wallet(), 1, 0));

        ConservationReport report = ConservationCheck.of(book).run(Set.of(book.player), found::add);

        assertThat(report.mismatches()).isOne();
    }

    @Test
    void a_state_with_an_edited_balance_is_found() {
        book.state = present().with(plus(present().wallet(), 5, 0));
        book.snapshot = null;

        checkFinds(Kind.STATE);
        assertThat(detail()).contains("the state has " + present().wallet().funz() + " funz");
    }

    @Test
    void a_snapshot_with_an_edited_balance_is_found() {
        book.snapshot = present().with(plus(present().wallet(), 0, 5));

        checkFinds(Kind.SNAPSHOT);
    }

    @Test
    void a_snapshot_that_is_further_than_the_state_is_found() {
        book.snapshot = present().nextChange(present().changedAtMillis());

        checkFinds(Kind.SNAPSHOT);
        assertThat(detail()).contains("at " + (LAST + 1), "at " + LAST);
    }

    @Test
    void a_snapshot_that_cannot_be_understood_is_found_and_the_rest_is_checked() {
        PlayerBook broken =
                new ForwardingBook(book) {
                    @Override
                    public PlayerState snapshot() {
                        throw new StorageCorruptException(
                                "cannot read what is stored",
                                new IllegalStateException(
                                        new IllegalArgumentException("funz must be 0 to 1")));
                    }
                };
        book.changes.remove(3);

        BookCheck.Checked checked = BookCheck.check(broken);

        assertThat(checked.mismatches())
                .extracting(Mismatch::kind)
                .contains(Kind.UNREADABLE, Kind.GAP);
        assertThat(checked.mismatches().getFirst().detail())
                .isEqualTo("cannot read what is stored: funz must be 0 to 1");
    }

    @Test
    void a_change_that_cannot_be_understood_is_found() {
        book.reading =
                _ -> {
                    throw new StorageCorruptException("nothing is stored");
                };

        checkFinds(Kind.UNREADABLE);
        assertThat(detail()).isEqualTo("nothing is stored");
    }

    @Test
    void a_missing_change_is_found_wherever_it_was() {
        for (int sequence = 1; sequence <= LAST; sequence++) {
            play();
            found.clear();
            StateChange missing = book.changes.remove(sequence - 1);
            book.audited.merge(PlainBook.dayOf(missing), -1L, Long::sum);
            book.operations.removeIf(each -> each.sequence() == missing.sequence());

            checkFinds(Kind.GAP);
            assertThat(detail()).isEqualTo("change " + sequence + " is missing");
        }
    }

    @Test
    void old_changes_may_be_gone_and_the_report_says_so() {
        long oldest = 5;
        book.mayLackBelow = oldest;
        long gone = book.operations.stream().filter(each -> each.sequence() < oldest).count();
        for (long sequence = 1; sequence < oldest; sequence++) {
            book.audited.merge(PlainBook.dayOf(book.changes.removeFirst()), -1L, Long::sum);
        }

        ConservationReport report = check();

        assertThat(found).isEmpty();
        assertThat(report.completePlayers()).isZero();
        assertThat(report.operationsOutOfReach()).isEqualTo(gone).isPositive();
    }

    @Test
    void when_all_changes_are_gone_that_is_found_unless_they_are_old() {
        book.changes.clear();
        book.audited.clear();
        book.operations.clear();
        book.mayLackBelow = LAST + 1;

        assertThat(check().completePlayers()).isZero();
        assertThat(found).isEmpty();

        book.mayLackBelow = LAST;
        checkFinds(Kind.GAP);
        assertThat(detail()).isEqualTo("changes 1 to 9 are missing");
    }

    @Test
    void a_player_without_a_state_has_no_changes() {
        book.state = null;
        book.snapshot = null;
        book.operations.clear();

        checkFinds(Kind.STATE);
    }

    @Test
    void a_player_who_is_just_made_is_none_yet() {
        book.state = null;
        book.snapshot = null;
        book.operations.clear();
        book.underWay.addAll(book.changes);
        book.changes.clear();
        book.audited.clear();

        assertThat(check().isClean()).isTrue();
    }

    @Test
    void two_changes_with_one_number_are_found() {
        StateChange twice = with(change(4), 77, change(4).walletAfter());
        book.changes.add(3, twice);
        book.audited.merge(PlainBook.dayOf(twice), 1L, Long::sum);

        checkFinds(Kind.DUPLICATE);
        assertThat(detail()).contains("77", "are both number 4");
    }

    @Test
    void changes_that_do_not_belong_to_the_history_are_found() {
        book.rows = OptionalLong.of(LAST + 1);

        checkFinds(Kind.DUPLICATE);

        book.rows = OptionalLong.of(LAST);
        assertThat(check().isClean()).isTrue();
    }

    @Test
    void a_balance_that_is_not_the_sum_is_found_in_either_currency() {
        replace(4, plus(change(4).walletAfter(), 7, 0));

        // It is too much after the change, and so too little before the next.
        checkFinds(Kind.BALANCE, Kind.BALANCE);

        play();
        found.clear();
        replace(6, plus(change(6).walletAfter(), 0, 7));
        checkFinds(Kind.BALANCE, Kind.BALANCE);
        assertThat(detail()).contains("jokers");
    }

    @Test
    void what_the_first_change_begins_with_is_nothing() {
        for (int sequence = 1; sequence <= LAST; sequence++) {
            replace(sequence, plus(change(sequence).walletAfter(), 3, 0));
        }
        book.state = present().with(plus(present().wallet(), 3, 0));
        book.snapshot = book.state;

        checkFinds(Kind.BALANCE);
        assertThat(detail()).contains("change 1 pays 0 funz on top of 0 and leaves 3");
    }

    @Test
    void funz_ever_earned_only_grow() {
        Wallet earned = change(4).walletAfter();
        replace(4, new Wallet(earned.funz(), earned.jokers(), earned.funzEarned() + 100));

        checkFinds(Kind.BALANCE);
        assertThat(detail()).contains("lowers the funz ever earned");
    }

    @Test
    void a_game_that_begins_anew_and_comes_back_adds_up() {
        play(
                List.of(
                        new AdjustBalance(Currency.FUNZ, 50, "test"),
                        new Tap(9),
                        new ResetPlayer("test"),
                        new Tap(2),
                        new RestorePlayer("test")));

        assertThat(check().isClean()).as("%s", found).isTrue();
        Wallet restored = change(LAST).walletAfter();
        replace(LAST, new Wallet(restored.funz() + 1, restored.jokers(), restored.funzEarned()));
        book.state = present().with(change(LAST).walletAfter());
        book.snapshot = book.state;
        checkFinds(Kind.BALANCE);
    }

    @Test
    void a_balance_below_nothing_is_found() {
        int buy = 1;
        while (change(buy).walletAfter().jokers() == 0) {
            buy++;
        }
        replace(buy, new Wallet(change(buy).walletAfter().funz(), 0, 0));
        replace(buy + 1, new Wallet(change(buy + 1).walletAfter().funz(), Amounts.MAX, 0));

        check();

        assertThat(found)
                .filteredOn(each -> each.kind() == Kind.RANGE)
                .extracting(Mismatch::detail)
                .singleElement()
                .asString()
                .contains("before change " + buy + " there were -");
    }

    @Test
    void a_day_on_which_the_audit_counts_other_rows_is_found() {
        book.audited.merge(PlainBook.dayOf(change(LAST)), 1L, Long::sum);
        checkFinds(Kind.AUDIT);

        found.clear();
        book.audited.merge(PlainBook.dayOf(change(LAST)), -2L, Long::sum);
        checkFinds(Kind.AUDIT);

        found.clear();
        book.audited.clear();
        checkFinds(Kind.AUDIT);
    }

    @Test
    void what_is_under_way_may_or_may_not_be_counted_and_stored() {
        StateChange last = book.changes.removeLast();
        book.underWay.add(last);
        book.operations.removeIf(each -> each.sequence() == LAST);
        assertThat(check().changes()).isEqualTo(LAST);

        book.audited.merge(PlainBook.dayOf(last), -1L, Long::sum);
        check();

        assertThat(found).isEmpty();
    }

    @Test
    void what_is_archived_may_or_may_not_be_counted_and_must_be_stored() {
        StateChange last = book.changes.removeLast();
        book.archived.add(last);
        assertThat(check().changes()).isEqualTo(LAST);
        book.audited.merge(PlainBook.dayOf(last), -1L, Long::sum);
        assertThat(check().isClean()).isTrue();

        StateChange hard = change(LAST - 1);
        book.changes.remove(hard);
        book.archived.add(hard);
        book.operations.removeIf(each -> each.sequence() >= LAST - 1);

        checkFinds(Kind.OPERATION_MISSING);
    }

    @Test
    void what_came_after_the_state_was_read_is_left_alone() {
        Consumer<Integer> oneMore =
                _ -> {
                    StateChange last = book.changes.getLast();
                    book.changes.add(
                            new StateChange(
                                    last.id() + 1,
                                    last.player(),
                                    last.sequence() + 1,
                                    last.atMillis(),
                                    last.command(),
                                    new OperationId("later" + last.sequence()),
                                    last.actor(),
                                    last.catalogVersion(),
                                    last.durability(),
                                    last.events(),
                                    last.walletAfter()));
                    book.audited.merge(PlainBook.dayOf(last), 1L, Long::sum);
                };
        book.reading = oneMore;

        assertThat(check().changes()).isEqualTo(LAST);
        assertThat(found).isEmpty();
    }

    @Test
    void what_operators_carried_out_and_what_is_recorded_of_it_are_one() {
        int last = book.changes.size() - 1;
        StateChange change = book.changes.get(last);
        OperationId plan = new OperationId(SupportPlan.OPERATION_PREFIX + "abc");
        book.changes.set(
                last,
                new StateChange(
                        change.id(),
                        change.player(),
                        change.sequence(),
                        change.atMillis(),
                        change.command(),
                        plan,
                        new Actor.Operator("ada"),
                        change.catalogVersion(),
                        Durability.SOFT,
                        change.events(),
                        change.walletAfter()));
        book.operations.removeIf(each -> each.id().equals(change.operationId()));
        checkFinds(Kind.ACTION_MISSING);
        assertThat(detail()).contains("carried out plan abc, of which nothing is recorded");

        found.clear();
        book.carriedOut.add(new CarriedOut("abc", change.atMillis(), true));
        book.carriedOut.add(new CarriedOut("begun", change.atMillis(), false));
        assertThat(check().isClean()).isTrue();

        book.carriedOut.add(new CarriedOut("other", change.atMillis(), true));
        checkFinds(Kind.ACTION_MISSING);
    }

    @Test
    void a_hard_change_that_is_no_operation_is_found() {
        HardOperation gone = book.operations.remove(1);

        checkFinds(Kind.OPERATION_MISSING);
        assertThat(detail()).contains(gone.id().toString());
    }

    @Test
    void an_operation_without_its_change_is_found() {
        book.operations.add(new HardOperation(new OperationId("ghost"), 5L, 3));

        checkFinds(Kind.CHANGE_MISSING);
        assertThat(detail()).contains("ghost");
    }

    @Test
    void an_operation_that_stands_for_another_change_is_found() {
        HardOperation right = book.operations.getFirst();
        book.operations.set(0, new HardOperation(right.id(), 5L, right.sequence()));

        checkFinds(Kind.OPERATION_MISSING);
    }

    @Test
    void an_operation_that_was_carried_out_twice_is_found() {
        StateChange first =
                book.changes.stream()
                        .filter(each -> each.operationId() != null)
                        .findFirst()
                        .orElseThrow();
        StateChange last = change(LAST);
        book.operations.removeIf(each -> each.sequence() == LAST);
        book.changes.set(
                LAST - 1,
                new StateChange(
                        last.id(),
                        last.player(),
                        last.sequence(),
                        last.atMillis(),
                        last.command(),
                        first.operationId(),
                        last.actor(),
                        last.catalogVersion(),
                        first.durability(),
                        last.events(),
                        last.walletAfter()));

        check();

        assertThat(found).extracting(Mismatch::kind).contains(Kind.OPERATION_TWICE);
    }

    @Test
    void what_is_right_at_the_second_look_counts_as_right() {
        PlayerState right = present();
        book.snapshot = null;
        book.reading =
                reading ->
                        book.state = reading == 1 ? right.with(plus(right.wallet(), 5, 0)) : right;

        assertThat(check().isClean()).isTrue();
    }

    @Test
    void a_database_that_is_away_ends_the_check() {
        book.reading =
                _ -> {
                    throw new StorageUnavailableException("away");
                };

        assertThatThrownBy(this::check).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void nobody_is_read_without_a_reader() {
        ConservationCheck check = ConservationCheck.of(book);

        assertThatIllegalArgumentException().isThrownBy(() -> check.readingAtOnce(0));
        assertThat(check.readingAtOnce(1).run((_, _) -> {}, found::add).isClean()).isTrue();
    }
}
