package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.prize.PrizeProblem;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is wrong with the definition of a tournament.
 *
 * @param field which component, such as {@code entryFee}
 * @param reason what, in words for whoever made it
 */
public record TournamentProblem(String field, String reason) {
    /** The most requirements of a tournament. */
    public static final int REQUIREMENTS_MAX = 20;

    /** What addresses name something else by. */
    public static final String RESERVED_ID = "history";

    /** The last moment at which one can close: 2200-01-01. */
    static final long CLOSES_MAX_MILLIS = 7_258_118_400_000L;

    /** Returns what is wrong with {@code definition}, in the order of its components. */
    public static List<TournamentProblem> of(TournamentDefinition definition) {
        List<TournamentProblem> problems = new ArrayList<>();
        texts(definition, problems);
        window(definition, problems);
        range(problems, "entryFee", definition.entryFee(), 0, Amounts.MAX);
        range(
                problems,
                "entriesPerPlayer",
                definition.entriesPerPlayer(),
                1,
                TournamentDefinition.ENTRIES_MAX);
        range(problems, "seats", definition.seats(), 0, TournamentDefinition.SEATS_MAX);
        fees(definition, problems);
        requirements(definition.requirements(), problems);
        prizes(definition, problems);
        return List.copyOf(problems);
    }

    private static void texts(TournamentDefinition definition, List<TournamentProblem> problems) {
        int idLength = definition.id().value().length();
        if (idLength > TournamentDefinition.ID_LENGTH_MAX) {
            add(
                    problems,
                    "id",
                    "must have at most "
                            + TournamentDefinition.ID_LENGTH_MAX
                            + " characters, has "
                            + idLength);
        }
        if (definition.id().value().equals(RESERVED_ID)) {
            add(problems, "id", "must not be " + RESERVED_ID);
        }
        String name = definition.name();
        if (name.isBlank() || name.length() > TournamentDefinition.NAME_MAX) {
            add(
                    problems,
                    "name",
                    "must have 1 to " + TournamentDefinition.NAME_MAX + " characters");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            add(problems, "name", "must be one line without control characters");
        }
    }

    private static void window(TournamentDefinition definition, List<TournamentProblem> problems) {
        long opens = definition.opensAtMillis();
        long closes = definition.closesAtMillis();
        if (!range(problems, "opensAt", opens, 0, CLOSES_MAX_MILLIS)
                || !range(problems, "closesAt", closes, 0, CLOSES_MAX_MILLIS)) {
            return;
        }
        long longest = TournamentDefinition.LENGTH_MAX.toMillis();
        if (closes <= opens) {
            add(problems, "closesAt", "must be after opensAt, " + opens + ", was " + closes);
        } else if (closes - opens > longest) {
            add(
                    problems,
                    "closesAt",
                    "must be at most "
                            + TournamentDefinition.LENGTH_MAX.toDays()
                            + " days after opensAt");
        }
    }

    /** What all entries cost together must be an amount, because it is counted. */
    private static void fees(TournamentDefinition definition, List<TournamentProblem> problems) {
        long seats = definition.isLimited() ? definition.seats() : TournamentDefinition.SEATS_MAX;
        if (definition.entryFee() > 0 && seats > 0 && definition.entryFee() > Amounts.MAX / seats) {
            add(
                    problems,
                    "entryFee",
                    "must be at most " + Amounts.MAX / seats + " for " + seats + " entries");
        }
    }

    private static void requirements(
            List<Requirement> requirements, List<TournamentProblem> problems) {
        range(problems, "requirements", requirements.size(), 0, REQUIREMENTS_MAX);
        for (int i = 0; i < requirements.size(); i++) {
            int least =
                    switch (requirements.get(i)) {
                        case Requirement.OwnCard(var _, int level) -> level;
                        case Requirement.ReachRank(int rank) -> rank;
                        case Requirement.InviteFriends(int friends) -> friends;
                        case Requirement.FinishQuest _ -> 1;
                    };
            if (least < 1) {
                add(problems, "requirements[" + i + "]", "must be at least 1, was " + least);
            }
        }
    }

    private static void prizes(TournamentDefinition definition, List<TournamentProblem> problems) {
        for (PrizeProblem each : definition.prizes().problems()) {
            add(problems, "prizes." + each.field(), each.reason());
        }
        if (definition.entryFee() > 0 && definition.prizes().currency() != definition.currency()) {
            add(
                    problems,
                    "prizes.currency",
                    "must be what entries are paid in, " + definition.currency());
        }
    }

    private static boolean range(
            List<TournamentProblem> problems, String field, long value, long min, long max) {
        if (value >= min && value <= max) {
            return true;
        }
        add(problems, field, "must be " + min + " to " + max + ", was " + value);
        return false;
    }

    private static void add(List<TournamentProblem> problems, String field, String reason) {
        problems.add(new TournamentProblem(field, reason));
    }

    @Override
    public String toString() {
        return field + ": " + reason;
    }
}
