package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.tap.TapDefinition;
import java.util.List;

/** Checks what every player has: start, taps, energy, income, frenzy, ranks, referrals. Pure. */
final class BaseChecks {
    private BaseChecks() {}

    static void check(Content content, Report report) {
        CatalogDefinition catalog = content.definition();
        report.line("version", catalog.version(), Limits.VERSION_MAX);
        report.range("start.funz", catalog.start().funz(), 0, Limits.AMOUNT_MAX);
        report.range("start.jokers", catalog.start().jokers(), 0, Limits.AMOUNT_MAX);
        tap(catalog.tap(), catalog.energy(), report);
        energy(catalog.energy(), report);
        report.lasting("income.cap", catalog.income().cap());
        report.range(
                "multiplierCapBps",
                catalog.multiplierCapBps(),
                Limits.MULTIPLIER_CAP_MIN,
                Limits.MULTIPLIER_CAP_MAX);
        frenzy(content, report);
        ranks(catalog.ranks(), report);
        referral(catalog.referral(), report);
    }

    private static void tap(TapDefinition tap, EnergyDefinition energy, Report report) {
        report.range("tap.funzPerTap", tap.funzPerTap(), 1, Limits.FUNZ_PER_TAP_MAX);
        if (report.range("tap.energyPerTap", tap.energyPerTap(), 1, Limits.ENERGY_MAX)
                && energy.max() >= 1
                && tap.energyPerTap() > energy.max()) {
            report.add(
                    "tap.energyPerTap",
                    "must be at most energy.max, "
                            + energy.max()
                            + ", or nobody can tap, was "
                            + tap.energyPerTap());
        }
        report.range("tap.perSecond", tap.perSecond(), 1, Limits.TAPS_PER_SECOND_MAX);
        report.range("tap.burst", tap.burst(), 1, Limits.BURST_MAX);
    }

    private static void energy(EnergyDefinition energy, Report report) {
        report.range("energy.max", energy.max(), 1, Limits.ENERGY_MAX);
        report.range(
                "energy.regenMilliPerSecond",
                energy.regenMilliPerSecond(),
                0,
                Limits.REGEN_MILLI_PER_SECOND_MAX);
    }

    private static void frenzy(Content content, Report report) {
        List<FrenzyLevel> rows = content.definition().frenzy();
        if (rows.isEmpty()) {
            report.add("frenzy", "must have at least one row, for rank 1");
        }
        for (int i = 0; i < rows.size(); i++) {
            FrenzyLevel level = rows.get(i);
            String row = Report.row("frenzy", i);
            if (i == 0 && level.fromRank() != 1) {
                report.add(
                        row + ".fromRank", "must be 1 in the first row, was " + level.fromRank());
            } else if (i > 0 && level.fromRank() <= rows.get(i - 1).fromRank()) {
                report.add(
                        row + ".fromRank",
                        "must be above that of the row before, "
                                + rows.get(i - 1).fromRank()
                                + ", was "
                                + level.fromRank());
            } else if (level.fromRank() > content.lastRank()) {
                report.add(
                        row + ".fromRank",
                        "can never be reached: the last rank is "
                                + content.lastRank()
                                + ", was "
                                + level.fromRank());
            }
            report.range(row + ".meter", level.meter(), 1, Limits.METER_MAX);
            EffectChecks.factor(row + ".multiplierBps", level.multiplierBps(), content, report);
            report.lasting(row + ".duration", level.duration());
            report.pause(row + ".cooldown", level.cooldown());
        }
    }

    private static void ranks(List<RankDefinition> ranks, Report report) {
        if (ranks.isEmpty()) {
            report.add("ranks", "must have at least one row, where everybody starts");
        }
        for (int i = 0; i < ranks.size(); i++) {
            RankDefinition rank = ranks.get(i);
            String row = Report.row("ranks", i);
            report.line(row + ".name", rank.name(), Limits.NAME_MAX);
            if (i == 0) {
                if (rank.funzEarned() != 0) {
                    report.add(
                            row + ".funzEarned",
                            "must be 0 for the first rank, was " + rank.funzEarned());
                }
                report.unused(
                        row + ".rewardJokers",
                        rank.rewardJokers(),
                        "nobody is paid for the rank where everybody starts");
                continue;
            }
            report.range(row + ".rewardJokers", rank.rewardJokers(), 0, Limits.AMOUNT_MAX);
            if (report.range(row + ".funzEarned", rank.funzEarned(), 1, Limits.AMOUNT_MAX)
                    && rank.funzEarned() <= ranks.get(i - 1).funzEarned()) {
                report.add(
                        row + ".funzEarned",
                        "must be above that of the rank before, "
                                + ranks.get(i - 1).funzEarned()
                                + ", was "
                                + rank.funzEarned());
            }
        }
    }

    private static void referral(ReferralDefinition referral, Report report) {
        report.range("referral.rewardFunz", referral.rewardFunz(), 0, Limits.AMOUNT_MAX);
        report.range(
                "referral.premiumRewardFunz", referral.premiumRewardFunz(), 0, Limits.AMOUNT_MAX);
        report.range(
                "referral.qualifyingTaps",
                referral.qualifyingTaps(),
                1,
                Limits.QUALIFYING_TAPS_MAX);
        report.range("referral.paidPerDay", referral.paidPerDay(), 0, Integer.MAX_VALUE);
    }
}
