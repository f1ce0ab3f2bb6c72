package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Tournaments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What operators do with tournaments before they are over: prepare, change, announce them, and take
 * players out. Thread-safe; calls block on the storage.
 */
public final class TournamentPlans {
    private final GameStorage storage;

    /** Plans tournaments in {@code storage}. */
    public TournamentPlans(GameStorage storage) {
        this.storage = storage;
    }

    /** What came of a plan. */
    public sealed interface Outcome {
        /** It was carried out; the tournament is so now. */
        record Done(Tournament tournament) implements Outcome {}

        /** Something is wrong with the definition; nothing has changed. */
        record Invalid(List<TournamentProblem> problems) implements Outcome {
            /** Copies the list. */
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** There is one of that name already. */
        record NameTaken() implements Outcome {}

        /** There is no such tournament. */
        record Unknown() implements Outcome {}

        /** It is no draft any more, or somebody else has changed it meanwhile. */
        record Conflict(Tournament tournament) implements Outcome {}
    }

    /**
     * Makes a draft.
     *
     * @param content what has to have its minigame and what it requires
     */
    public Outcome create(TournamentDefinition draft, Catalog content) {
        List<TournamentProblem> problems = problems(draft, content);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        return tournaments().create(draft)
                ? new Outcome.Done(Tournament.draft(draft))
                : new Outcome.NameTaken();
    }

    /**
     * Gives a draft another definition.
     *
     * @param version the draft's, as it was read
     * @param content what has to have its minigame and what it requires
     */
    public Outcome change(TournamentDefinition changed, long version, Catalog content) {
        List<TournamentProblem> problems = problems(changed, content);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        return after(changed.id(), tournaments().redefine(changed, version));
    }

    /**
     * Tells what {@link #change} would come to now, and changes nothing.
     *
     * @return {@link Outcome.Done} with the draft as it is, when it would be changed
     */
    public Outcome previewOfChange(TournamentDefinition changed, long version, Catalog content) {
        List<TournamentProblem> problems = problems(changed, content);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Tournament now = tournaments().find(changed.id()).orElse(null);
        if (now == null) {
            return new Outcome.Unknown();
        }
        return now.stage() == TournamentStage.DRAFT && now.version() == version
                ? new Outcome.Done(now)
                : new Outcome.Conflict(now);
    }

    private static List<TournamentProblem> problems(
            TournamentDefinition definition, Catalog content) {
        List<TournamentProblem> problems = new ArrayList<>(TournamentProblem.of(definition));
        problems.addAll(content.missing(definition));
        return problems;
    }

    /**
     * Announces a draft, which must close after {@code nowMillis}. The content is looked at again:
     * it may have changed since the draft was made, and whoever enters has to be able to play.
     *
     * @param version the draft's, as it was read
     * @param content what has to have its minigame and what it requires
     */
    public Outcome publish(TournamentId id, long version, long nowMillis, Catalog content) {
        Tournament draft = tournaments().find(id).orElse(null);
        if (draft == null) {
            return new Outcome.Unknown();
        }
        if (draft.definition().closesAtMillis() <= nowMillis) {
            return new Outcome.Invalid(
                    List.of(new TournamentProblem("closesAt", "must be in the future")));
        }
        List<TournamentProblem> missing = content.missing(draft.definition());
        if (!missing.isEmpty()) {
            return new Outcome.Invalid(missing);
        }
        return after(id, tournaments().move(id, version, TournamentStage.PUBLISHED));
    }

    private Outcome after(TournamentId id, boolean isDone) {
        Tournament now = tournaments().find(id).orElse(null);
        if (now == null) {
            return new Outcome.Unknown();
        }
        return isDone ? new Outcome.Done(now) : new Outcome.Conflict(now);
    }

    /**
     * Takes a player out of a published tournament and off its board, for good; the entry stays, as
     * does the first reason. What fails in the middle is finished by a repeat.
     *
     * @return why the player is out; empty when the tournament is no published one
     */
    public Optional<Disqualification> disqualify(
            TournamentId id, PlayerId player, Disqualification why) {
        Optional<Disqualification> kept = tournaments().disqualify(id, player, why);
        if (kept.isPresent()) {
            takeOffBoard(id, player);
        }
        return kept;
    }

    /**
     * Takes a player out by {@code decision}, at most once for ever; see {@link
     * Tournaments#disqualify(TournamentDecision, PlayerId, Disqualification)}.
     */
    public Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification why) {
        Optional<TournamentDecision> made = tournaments().disqualify(decision, player, why);
        if (made.isPresent()) {
            takeOffBoard(decision.tournament(), player);
        }
        return made;
    }

    private void takeOffBoard(TournamentId id, PlayerId player) {
        Tournament tournament = tournaments().find(id).orElse(null);
        if (tournament != null) {
            TournamentDefinition definition = tournament.definition();
            // Open before: a score that is on its way would open it afterwards, and count.
            storage.leaderboards().open(definition.board(), definition.boardSettings());
            storage.leaderboards().remove(definition.board(), player);
        }
    }

    private Tournaments tournaments() {
        return storage.tournaments();
    }
}
