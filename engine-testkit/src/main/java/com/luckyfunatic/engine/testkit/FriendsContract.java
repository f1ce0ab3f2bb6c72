package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory.FriendPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranking of friends, as every directory tells. */
public abstract class FriendsContract extends StorageContract {
    @Test
    public void who_invited_nobody_has_no_friends() {
        PlayerId referrer = newPlayer();
        settle();

        assertThat(storage().directory().friends(referrer, null, 10))
                .isEqualTo(new Page<Friend>(List.of(), false));
        assertThat(storage().directory().friends(unknownPlayer(), null, 10).items()).isEmpty();
    }

    @Test
    public void a_friend_is_shown_with_profile_earnings_and_rank() {
        PlayerId referrer = newPlayer();
        Profile friend = friend(referrer, 2_500);

        assertThat(ranking(referrer)).containsExactly(new Friend(friend, 2_500, 3));
    }

    @Test
    public void a_friend_whose_game_has_not_started_is_at_the_end_with_nothing() {
        PlayerId referrer = newPlayer();
        Profile waiting = register(referrer);
        Profile playing = friend(referrer, 1);

        assertThat(ranking(referrer))
                .containsExactly(new Friend(playing, 1, 1), new Friend(waiting, 0, 1));
    }

    @Test
    public void friends_are_ordered_by_lifetime_funz_and_not_by_what_is_left() {
        PlayerId referrer = newPlayer();
        Profile spender = friend(referrer, 90);
        execute(spender.id(), funz(-90));
        Profile saver = friend(referrer, 80);
        execute(saver.id(), funz(10_000));
        Profile richest = friend(referrer, Amounts.MAX);
        Profile second = friend(referrer, Amounts.MAX - 1);

        assertThat(profiles(ranking(referrer))).containsExactly(richest, second, spender, saver);
    }

    @Test
    public void equal_friends_are_ordered_by_their_id() {
        PlayerId referrer = newPlayer();
        List<Profile> friends = IntStream.range(0, 5).mapToObj(_ -> friend(referrer, 7)).toList();

        assertThat(profiles(ranking(referrer))).containsExactlyElementsOf(friends);
    }

    @Test
    public void only_those_a_player_has_invited_are_friends() {
        PlayerId referrer = newPlayer();
        Profile friend = friend(referrer, 7);
        friend(friend.id(), 8);
        friend(newPlayer(), 9);

        assertThat(profiles(ranking(referrer))).containsExactly(friend);
    }

    @Test
    public void a_friend_is_shown_as_last_logged_in() {
        PlayerId referrer = newPlayer();
        Profile friend = friend(referrer, 7);
        var renamed = TelegramAccount.of(friend.account().telegramId(), "Renamed 🦊");
        storage()
                .directory()
                .register(new Profile(unknownPlayer(), renamed, null, null, clock.millis()));

        assertThat(ranking(referrer).getFirst().profile().account()).isEqualTo(renamed);
    }

    @Test
    public void the_ranking_follows_the_game() {
        PlayerId referrer = newPlayer();
        Profile first = friend(referrer, 10);
        Profile second = friend(referrer, 5);
        assertThat(profiles(ranking(referrer))).containsExactly(first, second);

        earn(second.id(), 6);

        assertThat(ranking(referrer))
                .containsExactly(new Friend(second, 11, 1), new Friend(first, 10, 1));
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 3, 5, 11, 12, 13, 100})
    public void pages_follow_each_other_without_gaps_or_repeats(int limit) {
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 12; i++) {
            friend(referrer, i % 4);
        }
        List<Friend> all = ranking(referrer);
        List<Friend> seen = new ArrayList<>();
        Page<Friend> page;
        do {
            page = storage().directory().friends(referrer, lastOf(seen), limit);
            assertThat(page.items()).hasSize(Math.min(limit, 12 - seen.size()));
            seen.addAll(page.items());
            assertThat(page.hasMore()).isEqualTo(seen.size() < 12);
        } while (page.hasMore());

        assertThat(seen).isEqualTo(all).hasSize(12);
    }

    @Test
    public void while_friends_play_those_who_do_not_are_each_listed_once() {
        PlayerId referrer = newPlayer();
        List<Profile> resting =
                IntStream.range(0, 10).mapToObj(i -> friend(referrer, 100 + 10 * i)).toList();
        List<Profile> playing =
                IntStream.range(0, 10).mapToObj(i -> friend(referrer, 105 + 10 * i)).toList();
        settle();
        List<Friend> seen = new ArrayList<>();
        Page<Friend> page;
        do {
            page = storage().directory().friends(referrer, lastOf(seen), 3);
            assertOrdered(lastOf(seen), page.items());
            seen.addAll(page.items());
            playing.forEach(each -> earn(each.id(), 37));
            settle();
        } while (page.hasMore());

        assertThat(profiles(seen)).containsAll(resting);
        assertThat(profiles(seen).stream().filter(resting::contains)).doesNotHaveDuplicates();
    }

    @Test
    public void a_page_starts_behind_any_position_even_if_nobody_is_there() {
        PlayerId referrer = newPlayer();
        Profile first = friend(referrer, 30);
        Profile second = friend(referrer, 20);
        Profile third = friend(referrer, 20);
        settle();

        assertThat(behind(referrer, Amounts.MAX, Long.MAX_VALUE))
                .containsExactly(first, second, third);
        assertThat(behind(referrer, 30, first.id().value())).containsExactly(second, third);
        assertThat(behind(referrer, 25, 1)).containsExactly(second, third);
        assertThat(behind(referrer, 20, second.id().value())).containsExactly(third);
        assertThat(behind(referrer, 20, Long.MAX_VALUE)).isEmpty();
        assertThat(behind(referrer, 20, 1)).containsExactly(second, third);
        assertThat(behind(referrer, 0, Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, -1, Page.LIMIT_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        PlayerId referrer = newPlayer();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage().directory().friends(referrer, null, limit));
    }

    private static void assertOrdered(@Nullable FriendPosition after, List<Friend> friends) {
        FriendPosition before = after;
        for (Friend friend : friends) {
            FriendPosition position = FriendPosition.of(friend);
            if (before != null) {
                assertThat(isBefore(before, position))
                        .as("%s before %s", before, position)
                        .isTrue();
            }
            before = position;
        }
    }

    private static boolean isBefore(FriendPosition one, FriendPosition other) {
        return one.funzEarned() > other.funzEarned()
                || (one.funzEarned() == other.funzEarned()
                        && one.player().compareTo(other.player()) < 0);
    }

    private List<Profile> behind(PlayerId referrer, long funzEarned, long player) {
        var position = new FriendPosition(funzEarned, new PlayerId(player));
        return profiles(storage().directory().friends(referrer, position, 10).items());
    }

    private List<Friend> ranking(PlayerId referrer) {
        settle();
        Page<Friend> page = storage().directory().friends(referrer, null, Page.LIMIT_MAX);
        assertThat(page.hasMore()).isFalse();
        return page.items();
    }

    private static @Nullable FriendPosition lastOf(List<Friend> friends) {
        return friends.isEmpty() ? null : FriendPosition.of(friends.getLast());
    }

    private static List<Profile> profiles(List<Friend> friends) {
        return friends.stream().map(Friend::profile).toList();
    }

    /** Returns a new friend of {@code referrer} who has earned {@code funz} in their life. */
    private Profile friend(PlayerId referrer, long funz) {
        Profile friend = register(referrer);
        execute(friend.id(), new CreatePlayer(referrer, false));
        if (funz > 0) {
            earn(friend.id(), funz);
        }
        return friend;
    }

    private Profile register(PlayerId referrer) {
        long telegramId = ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX);
        return storage()
                .directory()
                .register(
                        new Profile(
                                unknownPlayer(),
                                TelegramAccount.of(telegramId, "Friend"),
                                referrer,
                                null,
                                clock.millis()));
    }

    private void earn(PlayerId player, long funz) {
        var reward = new RewardReferral(player, false);
        execute(
                new CommandEnvelope(player, null, clock.millis(), new Actor.Job("test"), reward),
                rules(TestCatalogs.rewardingReferralsWith(funz)));
    }
}
