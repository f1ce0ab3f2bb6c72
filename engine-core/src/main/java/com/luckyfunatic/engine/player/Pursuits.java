package com.luckyfunatic.engine.player;

import static java.util.Objects.requireNonNullElse;

import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.conversion.ConversionState;
import com.luckyfunatic.engine.quest.QuestState;
import org.jspecify.annotations.Nullable;

/**
 * What a player does besides tapping, and seldom: one part of the state for all, because a tap
 * copies as many references as a state has parts.
 *
 * @param bonus the daily bonus; null is nothing claimed
 * @param connections what is connected outside the game; null is nothing
 * @param quests quests; null is none
 * @param conversions conversions; null is none
 */
public record Pursuits(
        @Nullable BonusState bonus,
        @Nullable ConnectionState connections,
        @Nullable QuestState quests,
        @Nullable ConversionState conversions) {
    /** Nothing. */
    public static final Pursuits NONE = new Pursuits(null, null, null, null);

    /** Holds nothing as null: most players have nothing, and states were stored without it. */
    public Pursuits {
        bonus = BonusState.NONE.equals(bonus) ? null : bonus;
        connections = ConnectionState.NONE.equals(connections) ? null : connections;
        quests = QuestState.NONE.equals(quests) ? null : quests;
        conversions = ConversionState.NONE.equals(conversions) ? null : conversions;
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
        return new Pursuits(other, connections, quests, conversions);
    }

    Pursuits with(ConnectionState other) {
        return new Pursuits(bonus, other, quests, conversions);
    }

    Pursuits with(QuestState other) {
        return new Pursuits(bonus, connections, other, conversions);
    }

    Pursuits with(ConversionState other) {
        return new Pursuits(bonus, connections, quests, other);
    }
}
