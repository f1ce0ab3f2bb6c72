package com.luckyfunatic.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.PlayerDirectory.FriendPosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void one_item_read_further_tells_that_more_follows() {
        assertThat(Page.ofOneMore(List.of(1, 2, 3), 2)).isEqualTo(new Page<>(List.of(1, 2), true));
        assertThat(Page.ofOneMore(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of(1, 2), false));
        assertThat(Page.ofOneMore(List.of(), 2)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void a_page_does_not_change_with_the_list_it_was_made_of() {
        List<Integer> list = new ArrayList<>(List.of(1));
        Page<Integer> page = new Page<>(list, false);
        list.add(2);

        assertThat(page.items()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Page.LIMIT_MAX})
    void a_limit_is_1_to_100(int limit) {
        assertThat(Page.requireLimit(limit)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void anything_else_is_no_limit(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.requireLimit(limit))
                .withMessage("limit must be 1 to 100, was " + limit);
    }

    @Test
    void a_friend_has_a_place_in_the_ranking() {
        Profile profile = new Profile(Players.FRIEND, TelegramAccount.of(5, "Bo"), null, null, 1);

        assertThat(FriendPosition.of(new Friend(profile, 700, 2)))
                .isEqualTo(new FriendPosition(700, Players.FRIEND));
    }
}
