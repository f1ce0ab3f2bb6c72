package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.tournament.TournamentCommand.Enter;
import com.luckyfunatic.engine.tournament.TournamentCommand.Refund;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentEntered;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentRefunded;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentRulesTest {
    private static final TournamentId CUP = new TournamentId("cup");

    static Stream<Row> payments() {
        return Stream.of(
                entered("nothing for a free one", Players.fresh(), Currency.FUNZ, 0),
                entered("the last funz", Players.fresh().wallet(50, 0), Currency.FUNZ, 50),
                entered("jokers", Players.fresh().wallet(0, 5), Currency.JOKERS, 5),
                Row.of(
                        "too little funz",
                        Players.fresh().wallet(49, 99),
                        new Enter(CUP, Currency.FUNZ, 50),
                        Row.refused(new InsufficientFunds(Currency.FUNZ, 50, 49))),
                Row.of(
                        "too few jokers",
                        Players.fresh().wallet(99, 4),
                        new Enter(CUP, Currency.JOKERS, 5),
                        Row.refused(new InsufficientFunds(Currency.JOKERS, 5, 4))),
                refunded("a refund", Players.fresh(), 50, 50, 0),
                refunded("a refund of nothing", Players.fresh(), 0, 0, 0),
                refunded(
                        "a refund that does not fit",
                        Players.fresh().wallet(Amounts.MAX - 20, 0),
                        50,
                        20,
                        30));
    }

    private static Row entered(String name, Players player, Currency currency, long fee) {
        return Row.of(
                name,
                player,
                new Enter(CUP, currency, fee),
                Row.accepted(
                        new TournamentResult.EntryPaid(CUP, currency, fee),
                        new TournamentEntered(CUP, currency, fee)));
    }

    private static Row refunded(String name, Players player, long amount, long paid, long cut) {
        return Row.of(
                name,
                player,
                new Refund(CUP, Currency.FUNZ, amount),
                Row.accepted(
                        Result.Done.DONE, new TournamentRefunded(CUP, Currency.FUNZ, paid, cut)));
    }

    @ParameterizedTest
    @MethodSource("payments")
    void a_payment_is_decided(Row row) {
        row.check(TestCatalog.catalog());
        assertThat(row.command().durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void an_entry_is_paid_and_counted_and_a_refund_is_not_earned() {
        PlayerState before = Players.fresh().wallet(new Wallet(100, 7, 100)).state();
        PlayerState in =
                TournamentRules.evolve(before, new TournamentEntered(CUP, Currency.FUNZ, 60));
        PlayerState back =
                TournamentRules.evolve(in, new TournamentRefunded(CUP, Currency.FUNZ, 60, 5));

        assertThat(in.wallet()).isEqualTo(new Wallet(40, 7, 100));
        assertThat(in.tournaments().entered()).isEqualTo(1);
        assertThat(back.wallet()).isEqualTo(new Wallet(100, 7, 100));
        assertThat(back.tournaments().entered()).isEqualTo(1);
    }

    @Test
    void the_deltas_are_of_the_currency() {
        assertThat(new TournamentEntered(CUP, Currency.FUNZ, 6).funzDelta()).isEqualTo(-6);
        assertThat(new TournamentEntered(CUP, Currency.FUNZ, 6).jokersDelta()).isZero();
        assertThat(new TournamentEntered(CUP, Currency.JOKERS, 6).jokersDelta()).isEqualTo(-6);
        assertThat(new TournamentRefunded(CUP, Currency.FUNZ, 6, 9).funzDelta()).isEqualTo(6);
        assertThat(new TournamentRefunded(CUP, Currency.JOKERS, 6, 9).jokersDelta()).isEqualTo(6);
        assertThat(new TournamentRefunded(CUP, Currency.JOKERS, 6, 9).funzDelta()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Amounts.MAX + 1})
    void what_is_no_amount_is_not_allowed(long amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Enter(CUP, Currency.FUNZ, amount));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refund(CUP, Currency.FUNZ, amount));
    }

    @Test
    void who_may_ask_for_a_seat_is_told_in_this_order() {
        TournamentDefinition definition =
                requiring(TestTournaments.between(1_000, 2_000), new Requirement.ReachRank(2));
        Tournament draft = Tournament.draft(definition);
        Tournament open = draft.in(TournamentStage.PUBLISHED);
        PlayerState player = Players.fresh().state();

        assertThat(TournamentRules.whyNot(null, CUP, player, 9, 1_500))
                .isEqualTo(new TournamentRefusal.UnknownTournament(CUP));
        assertThat(TournamentRules.whyNot(draft, CUP, player, 9, 1_500))
                .isEqualTo(new TournamentRefusal.UnknownTournament(CUP));
        assertThat(TournamentRules.whyNot(open, CUP, player, 9, 999))
                .isEqualTo(new TournamentRefusal.TournamentNotOpen(CUP, 1_000, 2_000, false));
        assertThat(TournamentRules.whyNot(open, CUP, player, 9, 2_000))
                .isEqualTo(new TournamentRefusal.TournamentNotOpen(CUP, 1_000, 2_000, false));
        assertThat(
                        TournamentRules.whyNot(
                                open.in(TournamentStage.CANCELLED), CUP, player, 9, 1_500))
                .isEqualTo(new TournamentRefusal.TournamentNotOpen(CUP, 1_000, 2_000, true));
        assertThat(TournamentRules.whyNot(open, CUP, player, 9, 1_500))
                .isEqualTo(
                        new TournamentRefusal.TournamentRequirementsNotMet(
                                List.of(new Requirement.ReachRank(2))));
        PlayerState ranked = Players.fresh().rank(2).state();
        assertThat(TournamentRules.whyNot(open, CUP, ranked, 9, 1_500))
                .isEqualTo(new TournamentRefusal.TournamentFeeChanged(9, 0));
        assertThat(TournamentRules.whyNot(open, CUP, ranked, 0, 1_500)).isNull();
    }

    private static TournamentDefinition requiring(TournamentDefinition of, Requirement what) {
        return new TournamentDefinition(
                of.id(),
                of.name(),
                of.minigame(),
                of.opensAtMillis(),
                of.closesAtMillis(),
                of.scoring(),
                of.currency(),
                of.entryFee(),
                of.entriesPerPlayer(),
                of.seats(),
                List.of(what),
                of.prizes());
    }
}
