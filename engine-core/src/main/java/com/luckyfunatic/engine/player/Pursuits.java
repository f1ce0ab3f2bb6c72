package com.luckyfunatic.engine.player;

import static java.util.Objects.requireNonNullElse;

import com.luckyfunatic.engine.balloon.BalloonState;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.conversion.ConversionState;
import com.luckyfunatic.engine.notice.NoticeState;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.timetrial.TimeTrialState;
import com.luckyfunatic.engine.tournament.TournamentTally;
import org.jspecify.annotations.Nullable;

/**
 * What a player does besides tapping, and seldom: one part of the state for all, because a tap
 * copies as many references as a state has parts.
 *
 * @param bonus the daily bonus; null is nothing claimed
 * @param connections what is connected outside the game; null is nothing
 * @param quests quests; null is none
 * @param conversions conversions; null is none
 * @param store what was bought in the store; null is nothing
 * @param notices what the player has been told; null is nothing
 * @param balloons games of balloons; null is none
 * @param tournaments what was done in tournaments; null is nothing
 * @param timeTrials time trials; null is none
 * @param resets what became of the games before this one; null is that there was none
 */
public record Pursuits(
        @Nullable BonusState bonus,
        @Nullable ConnectionState connections,
        @Nullable QuestState quests,
        @Nullable ConversionState conversions,
        @Nullable StoreState store,
        @Nullable NoticeState notices,
        @Nullable BalloonState balloons,
        @Nullable TournamentTally tournaments,
        @Nullable TimeTrialState timeTrials,
        @Nullable ResetState resets) {
    /** Nothing. */
    public static final Pursuits NONE =
            new Pursuits(null, null, null, null, null, null, null, null, null, null);

    /** Holds nothing as null: most players have nothing, and states were stored without it. */
    public Pursuits {
        bonus = BonusState.NONE.equals(bonus) ? null : bonus;
        connections = ConnectionState.NONE.equals(connections) ? null : connections;
        quests = QuestState.NONE.equals(quests) ? null : quests;
        conversions = ConversionState.NONE.equals(conversions) ? null : conversions;
        store = StoreState.NONE.equals(store) ? null : store;
        notices = NoticeState.NONE.equals(notices) ? null : notices;
        balloons = BalloonState.NONE.equals(balloons) ? null : balloons;
        tournaments = TournamentTally.NONE.equals(tournaments) ? null : tournaments;
        timeTrials = TimeTrialState.NONE.equals(timeTrials) ? null : timeTrials;
        resets = ResetState.NONE.equals(resets) ? null : resets;
    }

    /** Returns the daily bonus. */
    @Override
    public BonusState bonus() {
        return requireNonNullElse(bonus, BonusState.NONE);
    }

    /** Returns what is connected outside the game. */
    @Override
    public ConnectionState connections() {
        return requireNonNullElse(connections, ConnectionState.NONE);
    }

    /** Returns quests. */
    @Override
    public QuestState quests() {
        return requireNonNullElse(quests, QuestState.NONE);
    }

    /** Returns conversions. */
    @Override
    public ConversionState conversions() {
        return requireNonNullElse(conversions, ConversionState.NONE);
    }

    /** Returns what was bought in the store. */
    @Override
    public StoreState store() {
        return requireNonNullElse(store, StoreState.NONE);
    }

    /** Returns what the player has been told. */
    @Override
    public NoticeState notices() {
        return requireNonNullElse(notices, NoticeState.NONE);
    }

    /** Returns games of balloons. */
    @Override
    public BalloonState balloons() {
        return requireNonNullElse(balloons, BalloonState.NONE);
    }

    /** Returns what was done in tournaments. */
    @Override
    public TournamentTally tournaments() {
        return requireNonNullElse(tournaments, TournamentTally.NONE);
    }

    /** Returns time trials. */
    @Override
    public TimeTrialState timeTrials() {
        return requireNonNullElse(timeTrials, TimeTrialState.NONE);
    }

    /** Returns what became of the games before this one. */
    @Override
    public ResetState resets() {
        return requireNonNullElse(resets, ResetState.NONE);
    }

    // Every tap makes a state, and the JIT compiler spares what it can see through: so the choices
    // stand in methods of their own, and nothing is compared by value that has not changed.

    /** Returns null for {@link #NONE}, and anything else as it is. */
    @SuppressWarnings("ReferenceEquality")
    static @Nullable Pursuits held(@Nullable Pursuits pursuits) {
        return pursuits == NONE ? null : pursuits;
    }

    /** Returns {@code before} unless there is a {@code change}; {@link #NONE} for nothing. */
    static @Nullable Pursuits latest(@Nullable Pursuits change, @Nullable Pursuits before) {
        if (change == null) {
            return before;
        }
        return change.equals(NONE) ? NONE : change;
    }

    Pursuits with(BonusState other) {
        return new Pursuits(
                other,
                connections,
                quests,
                conversions,
                store,
                notices,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(ConnectionState other) {
        return new Pursuits(
                bonus,
                other,
                quests,
                conversions,
                store,
                notices,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(QuestState other) {
        return new Pursuits(
                bonus,
                connections,
                other,
                conversions,
                store,
                notices,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(ConversionState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                other,
                store,
                notices,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(StoreState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                other,
                notices,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(NoticeState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                store,
                other,
                balloons,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(BalloonState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                store,
                notices,
                other,
                tournaments,
                timeTrials,
                resets);
    }

    Pursuits with(TournamentTally other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                store,
                notices,
                balloons,
                other,
                timeTrials,
                resets);
    }

    Pursuits with(TimeTrialState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                store,
                notices,
                balloons,
                tournaments,
                other,
                resets);
    }

    Pursuits with(ResetState other) {
        return new Pursuits(
                bonus,
                connections,
                quests,
                conversions,
                store,
                notices,
                balloons,
                tournaments,
                timeTrials,
                other);
    }
}
