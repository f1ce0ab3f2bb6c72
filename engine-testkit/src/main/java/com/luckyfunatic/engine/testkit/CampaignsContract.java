package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Campaigns.Position;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom marketing campaigns brought, as every store counts them. */
public abstract class CampaignsContract extends StorageContract {
    private static final long EVER = 100_000;
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    public void a_campaign_that_brought_nobody_has_no_figures() {
        assertThat(figures(newCampaign())).isEmpty();
    }

    @Test
    public void who_came_by_no_campaign_is_in_no_figure() {
        PlayerId player = arrive(null);
        campaigns().seen(player, today() + 1);
        campaigns().seen(unknownPlayer(), today() + 1);

        assertThat(all(0, EVER)).noneMatch(each -> each.campaign().equals("null"));
    }

    @Test
    public void each_player_who_joins_counts_once_for_the_campaign_and_the_day() {
        String spring = newCampaign();
        String summer = newCampaign();
        arrive(spring);
        arrive(spring);
        arrive(summer);
        long first = today();
        clock.advance(DAY);
        arrive(spring);

        assertThat(figures(spring))
                .containsExactly(
                        new CampaignFigures(first, spring, 2, 0, 0, 0),
                        new CampaignFigures(first + 1, spring, 1, 0, 0, 0));
        assertThat(figures(summer)).containsExactly(new CampaignFigures(first, summer, 1, 0, 0, 0));
    }

    @Test
    public void a_later_login_changes_neither_campaign_nor_day() {
        String first = newCampaign();
        String second = newCampaign();
        TelegramAccount account = account();
        register(account, first);
        long day = today();
        clock.advance(DAY);

        register(account, second);
        register(
                new TelegramAccount(account.telegramId(), "Eve", null, null, null, true, null),
                second);

        assertThat(figures(first)).containsExactly(new CampaignFigures(day, first, 1, 0, 0, 0));
        assertThat(figures(second)).isEmpty();
    }

    @Test
    public void who_came_without_a_campaign_is_brought_by_none_later() {
        String campaign = newCampaign();
        TelegramAccount account = account();
        register(account, null);

        register(account, campaign);

        assertThat(figures(campaign)).isEmpty();
    }

    @Test
    public void an_account_registered_many_times_at_once_arrives_once() {
        String campaign = newCampaign();
        TelegramAccount account = account();
        List<Profile> newcomers =
                IntStream.range(0, 30).mapToObj(_ -> newcomer(account, campaign)).toList();

        Together.run(30, i -> storage().directory().register(newcomers.get(i)));

        assertThat(figures(campaign))
                .containsExactly(new CampaignFigures(today(), campaign, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "49, 0", "50, 1", "51, 1"})
    public void a_player_is_activated_by_so_many_accepted_taps(int taps, int activated) {
        String campaign = newCampaign();
        PlayerId player = play(arrive(campaign));
        for (int left = taps; left > 0; left -= 50) {
            execute(player, new Tap(Math.min(left, 50)));
        }
        settle();

        assertThat(figures(campaign))
                .containsExactly(new CampaignFigures(today(), campaign, 1, activated, 0, 0));
    }

    @Test
    public void a_player_is_activated_once_for_the_day_of_arrival_whenever_it_happens() {
        String campaign = newCampaign();
        PlayerId player = play(arrive(campaign));
        execute(player, new Tap(30));
        long day = today();
        settle();
        assertThat(figures(campaign))
                .containsExactly(new CampaignFigures(day, campaign, 1, 0, 0, 0));

        clock.advance(DAY.multipliedBy(40));
        execute(player, new Tap(20));
        settle();
        var activated = new CampaignFigures(day, campaign, 1, 1, 0, 0);
        assertThat(figures(campaign)).containsExactly(activated);

        execute(player, new Tap(10));
        settle();
        assertThat(figures(campaign)).containsExactly(activated);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0",
        "0, 0, 0",
        "1, 1, 0",
        "2, 0, 0",
        "6, 0, 0",
        "7, 0, 1",
        "8, 0, 0",
        "100, 0, 0"
    })
    public void coming_back_counts_on_the_first_and_the_seventh_day(int later, int day1, int day7) {
        String campaign = newCampaign();
        PlayerId player = arrive(campaign);
        arrive(campaign);

        campaigns().seen(player, today() + later);

        assertThat(figures(campaign))
                .containsExactly(new CampaignFigures(today(), campaign, 2, 0, day1, day7));
    }

    @Test
    public void coming_back_many_times_at_once_counts_once() {
        String campaign = newCampaign();
        PlayerId player = arrive(campaign);

        Together.run(
                30,
                i -> {
                    campaigns().seen(player, today() + (i % 2 == 0 ? 1 : 7));
                    return i;
                });

        assertThat(figures(campaign))
                .containsExactly(new CampaignFigures(today(), campaign, 1, 0, 1, 1));
    }

    @Test
    public void days_begin_at_midnight_in_utc() {
        String campaign = newCampaign();
        long day = today();
        clock.advance(DAY.minusMillis(1));
        PlayerId late = arrive(campaign);
        clock.advance(Duration.ofMillis(1));
        arrive(campaign);
        campaigns().seen(late, today());

        assertThat(figures(campaign))
                .containsExactly(
                        new CampaignFigures(day, campaign, 1, 0, 1, 0),
                        new CampaignFigures(day + 1, campaign, 1, 0, 0, 0));
    }

    @Test
    public void only_days_that_are_asked_for_are_told_both_ends_included() {
        String campaign = newCampaign();
        long first = today();
        for (int i = 0; i < 5; i++) {
            arrive(campaign);
            clock.advance(DAY);
        }

        assertThat(of(campaign, all(first + 1, first + 3)))
                .extracting(CampaignFigures::arrivalDay)
                .containsExactly(first + 1, first + 2, first + 3);
        assertThat(of(campaign, all(first + 3, first + 1))).isEmpty();
        assertThat(of(campaign, all(first + 5, EVER))).isEmpty();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 3, 5, 100})
    public void pages_follow_each_other_without_gaps_or_repeats(int limit) {
        List<String> campaigns = IntStream.range(0, 3).mapToObj(_ -> newCampaign()).toList();
        // Days of this test's own, and five times such a leap still within what ids can tell.
        clock.advance(DAY.multipliedBy(ThreadLocalRandom.current().nextLong(1_000, 4_000)));
        long first = today();
        for (int i = 0; i < 7; i++) {
            arrive(campaigns.get(i % 3));
            clock.advance(i % 2 == 0 ? Duration.ZERO : DAY);
        }
        List<CampaignFigures> whole = page(first, first + 10, null, 100).items();

        List<CampaignFigures> read = new ArrayList<>();
        Page<CampaignFigures> page = page(first, first + 10, null, limit);
        while (page.hasMore() && read.size() <= whole.size()) {
            assertThat(page.items()).hasSize(limit);
            read.addAll(page.items());
            page = page(first, first + 10, Position.of(page.items().getLast()), limit);
        }
        read.addAll(page.items());

        assertThat(read).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        assertThat(read.stream().map(Position::of).toList()).isSorted();
    }

    @Test
    public void a_page_has_a_limit() {
        for (int limit : List.of(0, -1, Page.LIMIT_MAX + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> page(0, EVER, null, limit));
        }
    }

    @Test
    public void figures_survive_closing() {
        assumeTrue(capabilities().durable());
        String campaign = newCampaign();
        PlayerId player = play(arrive(campaign));
        execute(player, new Tap(50));
        campaigns().seen(player, today() + 7);
        settle();
        List<CampaignFigures> before = figures(campaign);

        reopen();

        assertThat(figures(campaign))
                .isEqualTo(before)
                .containsExactly(new CampaignFigures(today(), campaign, 1, 1, 0, 1));
        campaigns().seen(player, today() + 7);
        assertThat(figures(campaign)).isEqualTo(before);
    }

    private Campaigns campaigns() {
        return storage().campaigns();
    }

    private long today() {
        return Days.epochDay(clock.millis());
    }

    /** Campaigns of other tests may be in the same store. */
    private String newCampaign() {
        return "Camp-" + nextId();
    }

    private List<CampaignFigures> figures(String campaign) {
        return of(campaign, all(0, EVER));
    }

    private static List<CampaignFigures> of(String campaign, List<CampaignFigures> figures) {
        return figures.stream().filter(each -> each.campaign().equals(campaign)).toList();
    }

    private List<CampaignFigures> all(long from, long to) {
        List<CampaignFigures> read = new ArrayList<>();
        Page<CampaignFigures> page = page(from, to, null, Page.LIMIT_MAX);
        while (page.hasMore()) {
            read.addAll(page.items());
            page = page(from, to, Position.of(page.items().getLast()), Page.LIMIT_MAX);
        }
        read.addAll(page.items());
        return read;
    }

    private Page<CampaignFigures> page(long from, long to, @Nullable Position after, int limit) {
        return campaigns().figures(from, to, after, limit);
    }

    private PlayerId arrive(@Nullable String campaign) {
        return register(account(), campaign).id();
    }

    private Profile register(TelegramAccount account, @Nullable String campaign) {
        return storage().directory().register(newcomer(account, campaign));
    }

    private Profile newcomer(TelegramAccount account, @Nullable String campaign) {
        return new Profile(unknownPlayer(), account, null, campaign, clock.millis());
    }

    private PlayerId play(PlayerId player) {
        execute(player, new CreatePlayer(null, false));
        return player;
    }

    private static TelegramAccount account() {
        return TelegramAccount.of(
                ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX), "Ada");
    }
}
