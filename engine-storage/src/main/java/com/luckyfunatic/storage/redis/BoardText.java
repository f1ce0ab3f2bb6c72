package com.luckyfunatic.storage.redis;

import static com.luckyfunatic.engine.leaderboard.ScoringDirection.HIGHER;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.leaderboard.RunsText;
import java.util.Locale;

/**
 * Boards and their entries as the scripts write them.
 *
 * <p>The ranking is a sorted set whose least element is the best: its score is the whole part of
 * the standing, negative when higher is better, and a double is exact up to 2^53 − 1. Among equal
 * scores a set orders by the bytes of its members, which are decimal digits of fixed length: of an
 * average its fourteen decimals (their complement when higher is better), then the moment, then the
 * player.
 */
final class BoardText {
    private static final int MOMENT_DIGITS = 16;
    private static final int PLAYER_DIGITS = 19;
    private static final String OPEN = "open";
    private static final String FROZEN = "frozen";

    private BoardText() {}

    /** A place as the sorted set has it. */
    record Ranked(String score, String member) {}

    static String write(Board board) {
        Scoring scoring = board.settings().scoring();
        return word(scoring.method())
                + " "
                + word(scoring.direction())
                + " "
                + board.settings().closesAtMillis()
                + " "
                + (board.frozen() ? FROZEN : OPEN);
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    static Board readBoard(String text) {
        String[] words = text.split(" ", -1);
        try {
            return new Board(
                    new BoardSettings(
                            new Scoring(
                                    ScoringMethod.valueOf(words[0].toUpperCase(Locale.ROOT)),
                                    ScoringDirection.valueOf(words[1].toUpperCase(Locale.ROOT))),
                            Long.parseLong(words[2])),
                    words[3].equals(FROZEN));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StorageCorruptException("no settings of a board: '" + text + "'", e);
        }
    }

    static String write(BoardEntry entry, Scoring scoring) {
        return (entry.removed() ? "0" : "1")
                + " "
                + place(entry, scoring)
                + " "
                + entry.total()
                + " "
                + entry.count()
                + " "
                + entry.runs().forgotten()
                + " "
                + RunsText.write(entry.runs());
    }

    /** Who has no score has no decimals either. */
    private static String place(BoardEntry entry, Scoring scoring) {
        return entry.count() == 0
                ? digits(0, MOMENT_DIGITS)
                : placeDigits(entry.place(scoring), scoring);
    }

    static BoardEntry readEntry(PlayerId player, String text) {
        String[] words = text.split(" ", -1);
        try {
            return new BoardEntry(
                    player,
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[1].substring(words[1].length() - MOMENT_DIGITS)),
                    RunsText.read(Long.parseLong(words[4]), words[5]),
                    words[0].equals("0"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StorageCorruptException("no entry of a board: '" + text + "'", e);
        }
    }

    static Ranked write(BoardPlace place, Scoring scoring) {
        long whole = place.score().whole();
        return new Ranked(
                Long.toString(scoring.direction() == HIGHER ? -whole : whole),
                placeDigits(place, scoring) + digits(place.player().value(), PLAYER_DIGITS));
    }

    /** Returns a part of one in its decimals. */
    static String decimals(long fraction) {
        return digits(fraction, Score.FRACTION_DIGITS);
    }

    /** Returns the end of every member. */
    static String momentAndPlayer(BoardPlace place) {
        return digits(place.reachedAtMillis(), MOMENT_DIGITS)
                + digits(place.player().value(), PLAYER_DIGITS);
    }

    private static String placeDigits(BoardPlace place, Scoring scoring) {
        String moment = digits(place.reachedAtMillis(), MOMENT_DIGITS);
        return scoring.method() == ScoringMethod.AVERAGE
                ? decimals(turned(place.score().fraction(), scoring)) + moment
                : moment;
    }

    /** Its own inverse. */
    private static long turned(long fraction, Scoring scoring) {
        return scoring.direction() == HIGHER ? Score.ONE - 1 - fraction : fraction;
    }

    static BoardPlace readPlace(String member, String score, Scoring scoring) {
        try {
            int player = member.length() - PLAYER_DIGITS;
            int moment = player - MOMENT_DIGITS;
            long fraction =
                    moment == 0 ? 0 : turned(Long.parseLong(member.substring(0, moment)), scoring);
            return new BoardPlace(
                    new Score(Math.abs(Long.parseLong(score)), fraction),
                    Long.parseLong(member.substring(moment, player)),
                    new PlayerId(Long.parseLong(member.substring(player))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StorageCorruptException(
                    "no place on a board: '" + member + "' with " + score, e);
        }
    }

    private static String digits(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
