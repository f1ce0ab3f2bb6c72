package com.luckyfunatic.operations.past;

import com.luckyfunatic.engine.PastStates;
import com.luckyfunatic.engine.PastStates.Past;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.time.Instant;

/** What is told of a player at a time in the past. */
public sealed interface ToldPast {
    /** At least the balances are known. */
    record Known(PastState state) implements ToldPast {}

    /**
     * Nothing is known.
     *
     * @param why a sentence
     */
    record Unknown(String why) implements ToldPast {}

    /**
     * Reads what {@code player} had at {@code atMillis}, epoch milliseconds, from the recorded
     * changes.
     *
     * @throws StorageCorruptException when they do not add up
     */
    static ToldPast of(PlayerStore players, PlayerId player, long atMillis) {
        return switch (new PastStates(players).at(player, atMillis)) {
            case Past.Whole(var state, var last) ->
                    new Known(PastState.whole(state, last, atMillis));
            case Past.BalancesOnly(var last, long from) ->
                    new Known(PastState.balances(last, atMillis, from));
            case Past.Nobody() ->
                    new Unknown("There is no player " + player + ", or they have not begun yet.");
            case Past.BeforeFirst(long began) ->
                    new Unknown("Player " + player + " began later, at " + time(began) + ".");
            case Past.NoLongerKept(var from) ->
                    new Unknown(
                            "Changes of that time are no longer kept"
                                    + (from == null
                                            ? "."
                                            : ", only those from " + time(from) + "."));
        };
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
