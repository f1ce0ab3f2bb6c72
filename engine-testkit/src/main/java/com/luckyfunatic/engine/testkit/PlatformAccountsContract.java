package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.engine.storage.PlatformAccounts.LinkOutcome;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of platform accounts does. */
public abstract class PlatformAccountsContract extends StorageContract {
    private static final int CALLERS = 30;

    @Test
    public void a_link_is_found_from_both_ends() {
        PlayerId player = somebody();
        PlatformAccountId account = newAccount();
        assertThat(accounts().accountOf(player)).isEmpty();
        assertThat(accounts().ownerOf(account)).isEmpty();

        assertThat(accounts().link(player, account)).isEqualTo(LinkOutcome.LINKED);

        assertThat(accounts().accountOf(player)).hasValue(account);
        assertThat(accounts().ownerOf(account)).hasValue(player);
    }

    @Test
    public void linking_again_is_no_error() {
        PlayerId player = somebody();
        PlatformAccountId account = newAccount();
        accounts().link(player, account);

        assertThat(accounts().link(player, account)).isEqualTo(LinkOutcome.LINKED);
        assertThat(accounts().accountOf(player)).hasValue(account);
    }

    @Test
    public void a_player_keeps_the_first_account() {
        PlayerId player = somebody();
        PlatformAccountId first = newAccount();
        PlatformAccountId second = newAccount();
        accounts().link(player, first);

        assertThat(accounts().link(player, second)).isEqualTo(LinkOutcome.PLAYER_HAS_ANOTHER);

        assertThat(accounts().accountOf(player)).hasValue(first);
        assertThat(accounts().ownerOf(second)).isEmpty();
    }

    @Test
    public void an_unlinked_player_and_account_are_free() {
        PlayerId first = unknownPlayer();
        PlayerId second = unknownPlayer();
        PlatformAccountId account = newAccount();
        accounts().unlink(first);
        accounts().link(first, account);

        accounts().unlink(first);

        assertThat(accounts().accountOf(first)).isEmpty();
        assertThat(accounts().ownerOf(account)).isEmpty();
        assertThat(accounts().link(second, account)).isEqualTo(LinkOutcome.LINKED);
        accounts().unlink(first);
        assertThat(accounts().ownerOf(account)).hasValue(second);
        assertThat(accounts().link(first, newAccount())).isEqualTo(LinkOutcome.LINKED);
    }

    @Test
    public void an_account_stays_with_its_first_player() {
        PlayerId first = somebody();
        PlayerId second = somebody();
        PlatformAccountId account = newAccount();
        accounts().link(first, account);

        assertThat(accounts().link(second, account)).isEqualTo(LinkOutcome.ACCOUNT_TAKEN);

        assertThat(accounts().ownerOf(account)).hasValue(first);
        assertThat(accounts().accountOf(second)).isEmpty();
    }

    @Test
    public void who_has_an_account_is_told_so_also_about_one_that_is_taken() {
        PlayerId first = somebody();
        PlayerId second = somebody();
        PlatformAccountId account = newAccount();
        accounts().link(first, account);
        accounts().link(second, newAccount());

        assertThat(accounts().link(second, account)).isEqualTo(LinkOutcome.PLAYER_HAS_ANOTHER);
        assertThat(accounts().ownerOf(account)).hasValue(first);
    }

    @Test
    public void accounts_are_told_apart_to_the_letter() {
        String name = "a" + UUID.randomUUID();
        var lower = new PlatformAccountId(name);
        var upper = new PlatformAccountId("A" + name.substring(1));
        PlayerId first = somebody();
        PlayerId second = somebody();

        assertThat(accounts().link(first, lower)).isEqualTo(LinkOutcome.LINKED);
        assertThat(accounts().link(second, upper)).isEqualTo(LinkOutcome.LINKED);

        assertThat(accounts().accountOf(second)).hasValue(upper);
        assertThat(accounts().ownerOf(lower)).hasValue(first);
    }

    @Test
    public void the_longest_name_is_kept_whole() {
        String longest = (UUID.randomUUID() + "._:-").repeat(2).substring(0, 64);
        PlayerId player = somebody();

        accounts().link(player, new PlatformAccountId(longest));

        assertThat(accounts().accountOf(player)).hasValue(new PlatformAccountId(longest));
    }

    @Test
    public void an_account_linked_at_once_becomes_that_of_one_player() {
        PlatformAccountId account = newAccount();
        List<PlayerId> players = IntStream.range(0, CALLERS).mapToObj(_ -> somebody()).toList();

        List<LinkOutcome> outcomes =
                Together.run(CALLERS, i -> accounts().link(players.get(i), account));

        assertThat(Collections.frequency(outcomes, LinkOutcome.LINKED)).isOne();
        assertThat(Collections.frequency(outcomes, LinkOutcome.ACCOUNT_TAKEN))
                .isEqualTo(CALLERS - 1);
        assertThat(accounts().ownerOf(account))
                .hasValue(players.get(outcomes.indexOf(LinkOutcome.LINKED)));
    }

    @Test
    public void a_player_linked_at_once_gets_one_account() {
        PlayerId player = somebody();
        List<PlatformAccountId> names =
                IntStream.range(0, CALLERS).mapToObj(_ -> newAccount()).toList();

        List<LinkOutcome> outcomes =
                Together.run(CALLERS, i -> accounts().link(player, names.get(i)));

        assertThat(Collections.frequency(outcomes, LinkOutcome.LINKED)).isOne();
        assertThat(accounts().accountOf(player))
                .hasValue(names.get(outcomes.indexOf(LinkOutcome.LINKED)));
    }

    /** Ids begin anew with each test, as long as no player is stored; the store may be shared. */
    private static PlayerId somebody() {
        return new PlayerId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    private static PlatformAccountId newAccount() {
        return new PlatformAccountId(UUID.randomUUID().toString());
    }

    private PlatformAccounts accounts() {
        return storage().platformAccounts();
    }
}
