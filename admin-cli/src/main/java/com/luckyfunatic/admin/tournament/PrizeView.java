package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.prize.ExpectedPrize;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeForecast;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import org.jspecify.annotations.Nullable;

/** What is told of prizes. */
final class PrizeView {
    private PrizeView() {}

    static void putSums(PrizeForecast forecast, ObjectNode node) {
        node.put("standings", forecast.isFinal() ? "final" : "running");
        node.put("ranked", forecast.ranked());
        node.put("prizeCurrency", TournamentView.word(forecast.payouts().table().currency()));
        node.put("pool", forecast.payouts().pool());
        node.put("winners", forecast.payouts().paid());
        node.put("total", forecast.payouts().total());
    }

    static void put(ExpectedPrize prize, ObjectNode node) {
        FinalStanding standing = prize.standing();
        PrizeReceipt receipt = standing.receipt();
        node.put("rank", standing.rank());
        node.put("player", standing.player().toString());
        node.put("score", score(standing.place().score()));
        node.put("reachedAt", TournamentView.time(standing.place().reachedAtMillis()));
        node.put("prize", prize.prize());
        node.put("paid", receipt == null ? null : receipt.paid());
        node.put("cut", receipt == null ? null : receipt.cut());
        node.put("paidAt", receipt == null ? null : TournamentView.time(receipt.atMillis()));
    }

    static TextTable table() {
        return new TextTable(
                Column.amount("RANK"),
                Column.exact("PLAYER"),
                Column.amount("SCORE"),
                Column.exact("REACHED AT"),
                Column.amount("PRIZE"),
                Column.amount("PAID"));
    }

    static void add(ExpectedPrize prize, TextTable table) {
        FinalStanding standing = prize.standing();
        table.row(
                Long.toString(standing.rank()),
                standing.player().toString(),
                score(standing.place().score()),
                TournamentView.time(standing.place().reachedAtMillis()),
                Long.toString(prize.prize()),
                paid(prize, standing.receipt()));
    }

    private static String paid(ExpectedPrize prize, @Nullable PrizeReceipt receipt) {
        if (receipt == null) {
            return prize.prize() == 0 ? "-" : "open";
        }
        return receipt.cut() == 0
                ? Long.toString(receipt.paid())
                : receipt.paid() + " (" + receipt.cut() + " cut)";
    }

    /** A whole number, or one with the decimals of an average. */
    private static String score(Score score) {
        if (score.fraction() == 0) {
            return Long.toString(score.whole());
        }
        String decimals = Long.toString(score.fraction());
        String padded = "0".repeat(Score.FRACTION_DIGITS - decimals.length()) + decimals;
        return score.whole() + "." + padded.replaceAll("0+$", "");
    }
}
