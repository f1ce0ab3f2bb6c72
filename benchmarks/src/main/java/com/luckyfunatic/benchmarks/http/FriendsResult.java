package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;

/**
 * The result of {@link FriendsSuite}.
 *
 * @param friends how many the player has
 * @param pageSize friends on a page
 * @param callers how many ask at once, each for one page after the other
 * @param rounds what they met; an operation is a page
 */
public record FriendsResult(int friends, int pageSize, int callers, List<Round> rounds) {
    /** Copies the list. */
    public FriendsResult {
        rounds = List.copyOf(rounds);
    }
}
