package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TournamentTest {
    private static final long OPENS = 1_000;
    private static final long CLOSES = 5_000;
    private static final long ENDS = CLOSES + TournamentDefinition.GRACE.toMillis();

    private static Tournament published(int seats) {
        TournamentDefinition base = TestTournaments.between(OPENS, CLOSES);
        return Tournament.draft(
                        new TournamentDefinition(
                                base.id(),
                                base.name(),
                                base.minigame(),
                                base.opensAtMillis(),
                                base.closesAtMillis(),
                                base.scoring(),
                                base.currency(),
                                7,
                                base.entriesPerPlayer(),
                                seats,
                                base.requirements(),
                                base.prizes()))
                .in(TournamentStage.PUBLISHED);
    }

    private static TournamentEntry entry(Tournament tournament) {
        return TournamentEntry.wanted(
                tournament.definition(), new PlayerId(1), new OperationId("a"), OPENS, CLOSES);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "4999, true", "5000, false"})
    void it_takes_entries_from_its_opening_to_its_close(long now, boolean open) {
        assertThat(published(0).isOpen(now)).isEqualTo(open);
        assertThat(Tournament.draft(published(0).definition()).isOpen(now)).isFalse();
    }

    @Test
    void it_is_over_when_no_score_can_come_and_nobody_is_paying() {
        Tournament quiet = published(0);

        assertThat(quiet.isOver(ENDS)).isFalse();
        assertThat(quiet.isOver(ENDS + 1)).isTrue();
        assertThat(quiet.holding().isOver(ENDS + 1)).isFalse();
        assertThat(quiet.in(TournamentStage.RANKED).isOver(ENDS + 1)).isFalse();
    }

    @Test
    void seats_are_left_as_long_as_they_are_neither_held_nor_paid_for() {
        Tournament two = published(2);
        Tournament paid = two.holding().after(entry(two), EntryStep.CONFIRMED);

        assertThat(two.seatsLeft()).isEqualTo(2);
        assertThat(two.holding().seatsLeft()).isOne();
        assertThat(paid.seatsLeft()).isOne();
        assertThat(paid.holding().seatsLeft()).isZero();
        assertThat(published(TournamentDefinition.UNLIMITED).seatsLeft()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStep.class,
            names = {"CONFIRMED", "RELEASED", "REFUNDED"})
    void counts_and_sums_follow_each_step(EntryStep step) {
        Tournament held = published(0).holding();
        Tournament paid = held.after(entry(held), EntryStep.CONFIRMED);

        Tournament after =
                step == EntryStep.REFUNDED
                        ? paid.after(entry(held), step)
                        : held.after(entry(held), step);

        assertThat(after.lastNumber()).isOne();
        assertThat(after.held()).isZero();
        assertThat(after.entered()).isEqualTo(step == EntryStep.RELEASED ? 0 : 1);
        assertThat(after.refunded()).isEqualTo(step == EntryStep.REFUNDED ? 1 : 0);
        assertThat(after.collected()).isEqualTo(step == EntryStep.RELEASED ? 0 : 7);
    }
}
