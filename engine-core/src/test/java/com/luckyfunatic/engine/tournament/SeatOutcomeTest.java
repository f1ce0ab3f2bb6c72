package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which a question for a seat is refused. */
class SeatOutcomeTest {
    private static final long OPENS = 1_000;
    private static final long CLOSES = 2_000;
    private static final Disqualification OUT = new Disqualification("macro", "ada", 1);

    /** With a fee of 5 jokers, three entries for each player, and ten seats. */
    private static Tournament tournament(TournamentStage stage, long held, long entered) {
        TournamentDefinition free = TestTournaments.between(OPENS, CLOSES);
        TournamentDefinition paid =
                new TournamentDefinition(
                        free.id(),
                        free.name(),
                        free.minigame(),
                        OPENS,
                        CLOSES,
                        free.scoring(),
                        Currency.JOKERS,
                        5,
                        3,
                        10,
                        free.requirements(),
                        free.prizes());
        return new Tournament(paid, stage, 1, held + entered, held, entered, 0, 5 * entered);
    }

    private static TournamentEntry wanted(Currency currency, long fee, long atMillis) {
        return new TournamentEntry(
                new TournamentId("cup"),
                new PlayerId(7),
                new OperationId("enter"),
                0,
                currency,
                fee,
                atMillis,
                atMillis + 90,
                EntryStep.HELD,
                null);
    }

    private static TournamentEntry wanted() {
        return wanted(Currency.JOKERS, 5, OPENS);
    }

    private static @Nullable SeatOutcome ask(Tournament tournament, TournamentEntry wanted) {
        return SeatOutcome.whyNot(tournament, wanted, null, 0);
    }

    @Test
    void what_nobody_has_published_is_unknown() {
        assertThat(SeatOutcome.whyNot(null, wanted(), OUT, 99))
                .isEqualTo(new SeatOutcome.Unknown());
        assertThat(ask(tournament(TournamentStage.DRAFT, 0, 0), wanted()))
                .isEqualTo(new SeatOutcome.Unknown());
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "1999, true", "2000, false"})
    void seats_are_given_from_the_opening_until_before_the_close(long atMillis, boolean given) {
        Tournament tournament = tournament(TournamentStage.PUBLISHED, 0, 0);

        SeatOutcome why = ask(tournament, wanted(Currency.JOKERS, 5, atMillis));

        assertThat(why).isEqualTo(given ? null : new SeatOutcome.NotOpen(tournament));
    }

    @Test
    void who_is_out_is_told_that_before_all_that_could_be_mended() {
        Tournament full = tournament(TournamentStage.PUBLISHED, 0, 10);

        assertThat(SeatOutcome.whyNot(full, wanted(Currency.FUNZ, 6, OPENS), OUT, 3))
                .isEqualTo(new SeatOutcome.Disqualified(OUT));
    }

    @ParameterizedTest
    @CsvSource({"JOKERS, 4", "JOKERS, 6", "FUNZ, 5"})
    void another_fee_than_the_one_that_was_seen_is_not_taken(Currency currency, long fee) {
        Tournament full = tournament(TournamentStage.PUBLISHED, 0, 10);

        assertThat(SeatOutcome.whyNot(full, wanted(currency, fee, OPENS), null, 3))
                .isEqualTo(new SeatOutcome.FeeChanged(full));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "4, true"})
    void a_player_enters_so_often(long before, boolean refused) {
        SeatOutcome why =
                SeatOutcome.whyNot(
                        tournament(TournamentStage.PUBLISHED, 0, 4), wanted(), null, before);

        assertThat(why).isEqualTo(refused ? new SeatOutcome.LimitReached(3) : null);
    }

    @ParameterizedTest
    @CsvSource({"0, 9, false", "1, 8, false", "1, 9, true", "0, 10, true"})
    void held_seats_are_taken_as_paid_ones_are(long held, long entered, boolean full) {
        Tournament tournament = tournament(TournamentStage.PUBLISHED, held, entered);

        assertThat(ask(tournament, wanted()))
                .isEqualTo(full ? new SeatOutcome.Full(tournament) : null);
    }

    @Test
    void a_cancelled_one_gives_none() {
        Tournament cancelled = tournament(TournamentStage.CANCELLED, 0, 0);

        assertThat(ask(cancelled, wanted())).isEqualTo(new SeatOutcome.NotOpen(cancelled));
    }
}
