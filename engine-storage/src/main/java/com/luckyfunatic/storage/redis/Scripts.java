package com.luckyfunatic.storage.redis;

import com.luckyfunatic.storage.redis.hot.HotBooster;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.hot.HotIncome;
import com.luckyfunatic.storage.redis.hot.HotQuest;
import com.luckyfunatic.storage.redis.hot.HotTap;
import com.luckyfunatic.storage.redis.script.Script;
import com.luckyfunatic.storage.redis.script.ScriptLoader;
import java.util.List;

/**
 * The scripts of the module {@code lua}, as one game uses them. The key prefix is part of their
 * text: games that share a Redis have scripts of their own, and so each notices for itself that
 * Redis has forgotten them.
 */
final class Scripts {
    final Script getGameState;
    final Script commit;
    final Script tap;
    final Script applyPassiveIncome;
    final Script activateBooster;
    final Script updateQuestRewards;
    final Script hydrate;
    final Script markFlushed;
    final Script evict;
    final Script getUnarchived;
    final Script trimJournal;
    final Script openBoard;
    final Script updateTournamentScore;
    final Script getRank;
    final Script getScoresAround;
    final Script getScoresAfter;
    final Script removeScore;
    final Script freezeBoard;
    final Script recordPresence;
    final Script forgetPresence;
    final Script raiseGeneration;

    /** Tells, by where it still is, that a Redis has forgotten nothing: see {@link Incarnation}. */
    final Script isRemembered;

    private final String prefix;
    private final ScriptLoader loader = ScriptLoader.standard();

    Scripts(String prefix) {
        this.prefix = prefix;
        getGameState = load("get_game_state", 3);
        commit = load("commit", 6);
        tap = load("tap", 5);
        applyPassiveIncome = load("apply_passive_income", 5);
        activateBooster = load("activate_booster", 5);
        updateQuestRewards = load("update_quest_rewards", 5);
        hydrate = load("hydrate", 4);
        markFlushed = load("mark_flushed", 2);
        evict = load("evict", 3);
        getUnarchived = load("get_unarchived", 3);
        trimJournal = load("trim_journal", 2);
        openBoard = load("open_board", 1);
        updateTournamentScore = load("update_tournament_score", 2);
        getRank = load("get_rank", 2);
        getScoresAround = load("get_scores_around", 2);
        getScoresAfter = load("get_scores_after", 2);
        removeScore = load("remove_score", 2);
        freezeBoard = load("freeze_board", 1);
        recordPresence = load("record_presence", 2);
        forgetPresence = load("forget_presence", 1);
        raiseGeneration = load("raise_generation", 1);
        isRemembered = load("is_remembered", 0);
    }

    private Script load(String name, int keys) {
        return loader.load(name, keys)
                .idleWithoutKeys()
                .under("for the keys with the prefix '" + prefix + "'");
    }

    /** Returns the script that decides {@code command}. */
    Script of(HotCommand command) {
        return switch (command) {
            case HotTap _ -> tap;
            case HotIncome _ -> applyPassiveIncome;
            case HotBooster _ -> activateBooster;
            case HotQuest _ -> updateQuestRewards;
        };
    }

    /** What every node must have before it is asked for anything. */
    List<Script> all() {
        return List.of(
                getGameState,
                commit,
                tap,
                applyPassiveIncome,
                activateBooster,
                updateQuestRewards,
                hydrate,
                markFlushed,
                evict,
                getUnarchived,
                trimJournal,
                openBoard,
                updateTournamentScore,
                getRank,
                getScoresAround,
                getScoresAfter,
                removeScore,
                freezeBoard,
                recordPresence,
                forgetPresence);
    }
}
