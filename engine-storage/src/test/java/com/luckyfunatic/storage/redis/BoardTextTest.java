package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.leaderboard.RunsText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTextTest {
    private static final PlayerId PLAYER = new PlayerId(77);

    static Stream<Scoring> scorings() {
        return Stream.of(ScoringMethod.values())
                .flatMap(method ->
                        Stream.of(ScoringDirection.values())
                                .map(direction -> new Scoring(method, direction)));
    }

    @ParameterizedTest
    @MethodSource("scorings")
    void what_is_written_is_read(Scoring scoring) {
        Board board = new Board(new BoardSettings(scoring, 55), true);
        long fraction = scoring.method() == ScoringMethod.AVERAGE ? 33_333_333_333_333L : 0;
        for (long whole : new long[] {0, 1, Amounts.MAX}) {
            var place = new BoardPlace(new Score(whole, fraction), 1_000, PLAYER);
            BoardText.Ranked written = BoardText.write(place, scoring);

            assertThat(BoardText.readPlace(written.member(), written.score(), scoring))
                    .isEqualTo(place);
        }
        assertThat(BoardText.readBoard(BoardText.write(board))).isEqualTo(board);
    }

    @Test
    void a_place_is_digits_in_the_order_of_the_board() {
        var place = new BoardPlace(new Score(40, 25_000_000_000_000L), 1_000, PLAYER);
        var higher = new Scoring(ScoringMethod.AVERAGE, ScoringDirection.HIGHER);
        var lower = new Scoring(ScoringMethod.AVERAGE, ScoringDirection.LOWER);

        assertThat(BoardText.write(place, higher))
                .isEqualTo(
                        new BoardText.Ranked(
                                "-40",
                                "74999999999999" + "0000000000001000" + "0000000000000000077"));
        assertThat(BoardText.write(place, lower))
                .isEqualTo(
                        new BoardText.Ranked(
                                "40",
                                "25000000000000" + "0000000000001000" + "0000000000000000077"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "best", "worst higher 1 open", "best up 1 open", "best lower x open"})
    void settings_that_are_none_are_corrupt(String text) {
        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> BoardText.readBoard(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 1 1 1 1 ",
                "1 0000000000000001 x 1 1 ",
                "1 0000000000000001 1 1 1",
                "1 0000000000000001 1 0 1 ",
                "1 0000000000000001 1 1 1 5",
                "1 0000000000000001 1 1 5 5:1",
                "1 0000000000000001 1 1 1 5:1,"
            })
    void an_entry_that_is_none_is_corrupt(String text) {
        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> BoardText.readEntry(PLAYER, text));
    }

    @Test
    void a_member_that_is_none_is_corrupt() {
        var scoring = new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER);

        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> BoardText.readPlace("77", "1", scoring));
        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> BoardText.readPlace("0".repeat(35), "1", scoring));
        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> BoardText.readPlace("1".repeat(35), "1.5", scoring));
        assertThatExceptionOfType(StorageCorruptException.class)
                .isThrownBy(() -> RunsText.read(0, "5:6:7"));
    }
}
