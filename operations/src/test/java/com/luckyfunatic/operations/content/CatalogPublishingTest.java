package com.luckyfunatic.operations.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogPublishingTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final String SLIPPERS = "springy_gloves";

    private final MemoryStorage storage = new MemoryStorage();
    private final CatalogPublishing publishing = new CatalogPublishing(storage, Documents.GIVEN);
    private int orders;

    private Order order(@Nullable Long at, boolean force) {
        return new Order("order-" + ++orders, "ada", "for a test", at, force, null);
    }

    private static Order order(String key, String author, String reason) {
        return new Order(key, author, reason, null, false, null);
    }

    private Outcome publish(String document) {
        return publishing.publish("new.yaml", document, order(null, false), false, NOW);
    }

    private static CatalogRelease release(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Published.class);
        return ((Outcome.Published) outcome).release();
    }

    private static List<String> lines(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Published.class);
        return ((Outcome.Published) outcome).changes().stream().map(CatalogChange::line).toList();
    }

    @Test
    void content_is_published_with_what_is_different() {
        Outcome outcome = publish(Documents.version("2", "energyPerTap: 1", "energyPerTap: 2"));

        assertThat(lines(outcome))
                .containsExactly("version: \"2026.1\" → \"2\"", "tap: energy per tap 1 → 2");
        CatalogRelease release = release(outcome);
        assertThat(release.number()).isEqualTo(1);
        assertThat(release.hash()).matches("[0-9a-f]{64}");
        assertThat(release.activeFromMillis()).isEqualTo(NOW);
        assertThat(storage.catalogReleases().inForce(NOW, 1)).containsExactly(release);
    }

    @Test
    void a_trial_publishes_nothing() {
        Outcome outcome =
                publishing.publish(
                        "new.yaml", Documents.version("2"), order(null, false), true, NOW);

        assertThat(release(outcome).number()).isZero();
        assertThat(storage.catalogReleases().page(Long.MAX_VALUE, 1).items()).isEmpty();
    }

    private Outcome publishExpecting(String version, String key, long expected, @Nullable Long at) {
        Order order = new Order(key, "ada", "for a test", at, false, expected);
        return publishing.publish("new.yaml", Documents.version(version), order, false, NOW);
    }

    @Test
    void it_comes_only_in_the_place_of_the_release_that_it_was_shown_against() {
        assertThat(publishExpecting("2", "a", 7, null)).isEqualTo(new Outcome.Outdated(7, 0));

        assertThat(release(publishExpecting("2", "b", 0, null)).number()).isOne();
        assertThat(publishExpecting("3", "c", 0, null)).isEqualTo(new Outcome.Outdated(0, 1));
        assertThat(release(publishExpecting("3", "d", 1, null)).number()).isEqualTo(2);
        assertThat(publishExpecting("3", "d", 1, null))
                .as("the same again, which is the current one itself")
                .isInstanceOfSatisfying(
                        Outcome.Before.class,
                        before -> assertThat(before.release().number()).isEqualTo(2));
        assertThat(publishing.restore(1, new Order("e", "ada", "x", null, false, 1L), false, NOW))
                .isEqualTo(new Outcome.Outdated(1, 2));
    }

    @Test
    void under_a_key_that_was_used_nothing_else_is_published_nor_brought_back() {
        release(publish(Documents.version("2")));
        CatalogRelease used = release(publishExpecting("3", "k", 1, null));
        Outcome.KeyReused reused = new Outcome.KeyReused(used);

        assertThat(publishExpecting("4", "k", 2, null)).isEqualTo(reused);
        assertThat(publishExpecting("3", "k", 2, NOW + 90_000)).isEqualTo(reused);
        assertThat(publishing.restore(1, order("k", "ada", "for a test"), false, NOW))
                .isEqualTo(reused);
        assertThat(
                        publishing.publish(
                                "new.yaml",
                                Documents.version("3"),
                                order("k", "ada", "another reason"),
                                false,
                                NOW))
                .isEqualTo(reused);
        assertThat(storage.catalogReleases().page(Long.MAX_VALUE, 9).items()).hasSize(2);
    }

    @Test
    void the_document_of_what_was_brought_back_is_not_the_same_order() {
        release(publish(Documents.version("2")));
        release(publish(Documents.version("3")));
        CatalogRelease back =
                release(publishing.restore(1, order("k", "ada", "for a test"), false, NOW));

        assertThat(publishing.restore(1, order("k", "ada", "for a test"), false, NOW))
                .isEqualTo(new Outcome.Before(back));
        assertThat(publishExpecting("2", "k", 2, null)).isEqualTo(new Outcome.KeyReused(back));
    }

    @Test
    void a_key_is_its_authors() {
        CatalogRelease adas = release(publishExpecting("2", "k", 0, null));
        Order livs = order("k", "liv", "for a test");

        CatalogRelease other =
                release(publishing.publish("new.yaml", Documents.version("2"), livs, false, NOW));

        assertThat(other.number()).isEqualTo(2);
        assertThat(publishing.published(Documents.version("2"), livs))
                .contains(new Outcome.Before(other));
        assertThat(other.operation()).isNotEqualTo(adas.operation());
        assertThat(adas.operation())
                .as("what servers have always kept of ada's key k")
                .isEqualTo("oCsj47BMiKtl7H4mmAplLLGI_caA65kzeFF-QrmAUGQ");
    }

    @Test
    void what_was_published_is_told_also_when_its_moment_is_over() {
        CatalogRelease planned = release(publishExpecting("2", "k", 0, NOW + 5));

        Order order = new Order("k", "ada", "for a test", NOW + 5, false, 0L);
        for (boolean isTrial : new boolean[] {true, false}) {
            assertThat(
                            publishing.publish(
                                    "new.yaml",
                                    Documents.version("2"),
                                    order,
                                    isTrial,
                                    NOW + 90_000))
                    .isEqualTo(new Outcome.Before(planned));
        }
    }

    @Test
    void what_is_in_force_at_its_own_moment_counts() {
        release(publishExpecting("2", "a", 0, NOW + 5));

        assertThat(publishExpecting("3", "b", 0, NOW + 9)).isEqualTo(new Outcome.Outdated(0, 1));
        assertThat(publishExpecting("3", "b", 1, NOW + 9))
                .isInstanceOfSatisfying(
                        Outcome.Published.class, done -> assertThat(done.replaces()).isEqualTo(1));
        assertThat(release(publishExpecting("4", "c", 0, NOW + 1)).number()).isEqualTo(3);
    }

    @Test
    void a_later_moment_may_be_given_but_no_earlier_one() {
        Outcome late =
                publishing.publish(
                        "new.yaml", Documents.version("2"), order(NOW + 5, false), false, NOW);
        Outcome early =
                publishing.publish(
                        "new.yaml", Documents.version("3"), order(NOW - 1, false), false, NOW);

        assertThat(release(late).isPlanned(NOW)).isTrue();
        assertThat(early).isEqualTo(new Outcome.TooLate());
    }

    @Test
    void what_cannot_be_played_is_told_line_by_line() {
        assertThat(publish(Documents.version("2", "burst: 60", "burst: 0")))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .allMatch(line -> line.startsWith("new.yaml:")));
        assertThat(publish("version: [")).isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void a_version_stays_what_it_is() {
        release(publish(Documents.version("2")));

        assertThat(publish(Documents.version("2", "burst: 60", "burst: 61")))
                .isEqualTo(new Outcome.VersionTaken("2"));
        assertThat(publish(Documents.version("2026.1", "burst: 60", "burst: 61")))
                .isEqualTo(new Outcome.VersionTaken("2026.1"));
        assertThat(release(publish(Documents.version("2"))).number()).isEqualTo(2);
    }

    @Test
    void what_players_may_own_cannot_vanish_unless_that_is_accepted() {
        String without =
                Documents.version("2", "id: " + SLIPPERS, "id: soft_slippers")
                        .replace("card: " + SLIPPERS, "card: soft_slippers")
                        .replace("      - " + SLIPPERS + "\n", "      - soft_slippers\n");

        assertThat(publish(without))
                .isInstanceOfSatisfying(
                        Outcome.Losing.class,
                        losing ->
                                assertThat(losing.losses())
                                        .extracting(CatalogProblem::row)
                                        .contains("card " + SLIPPERS));

        Outcome accepted = publishing.publish("new.yaml", without, order(null, true), false, NOW);
        assertThat(((Outcome.Published) accepted).losses()).isNotEmpty();
        assertThat(release(accepted).number()).isEqualTo(1);
    }

    @Test
    void what_a_planned_release_brings_cannot_vanish_after_it() {
        String more =
                Documents.version(
                        "2", "exchanges:\n", "exchanges:\n  - {id: brand_new, name: Brand New}\n");
        release(publishing.publish("a", more, order(NOW + 10, false), false, NOW));

        assertThat(
                        publishing.publish(
                                "b", Documents.version("3"), order(NOW + 20, false), false, NOW))
                .isInstanceOf(Outcome.Losing.class);
        assertThat(
                        publishing.publish(
                                "b", Documents.version("3"), order(NOW + 5, false), false, NOW))
                .isInstanceOf(Outcome.Published.class);
    }

    @Test
    void what_a_planned_release_would_take_away_again_is_told() {
        release(
                publishing.publish(
                        "a", Documents.version("2"), order(NOW + 90_000, false), false, NOW));
        String more =
                Documents.version(
                        "3", "exchanges:\n", "exchanges:\n  - {id: brand_new, name: Brand New}\n");

        assertThat(publish(more))
                .isInstanceOfSatisfying(
                        Outcome.Losing.class,
                        losing ->
                                assertThat(losing.losses())
                                        .extracting(CatalogProblem::row)
                                        .contains("exchange brand_new"));
        storage.catalogReleases().cancel(1, NOW);
        release(publish(more));
    }

    @Test
    void at_once_comes_after_whoever_has_a_clock_that_is_ahead() {
        CatalogRelease ahead =
                release(
                        publishing.publish(
                                "a", Documents.version("2"), order(null, false), false, NOW + 10));

        CatalogRelease next = release(publish(Documents.version("3", "burst: 60", "burst: 61")));

        assertThat(next.activeFromMillis()).isEqualTo(ahead.activeFromMillis());
        assertThat(storage.catalogReleases().inForce(NOW + 10, 1)).containsExactly(next);
    }

    /** What a version would come to, and the order by which it was shown. */
    private record Shown(Outcome.Published outcome, String document, Order order) {}

    private Shown shown(String version) {
        String document = Documents.version(version);
        Order order = order(null, false);
        Outcome outcome = publishing.publish("new.yaml", document, order, true, NOW);
        assertThat(outcome).isInstanceOf(Outcome.Published.class);
        return new Shown((Outcome.Published) outcome, document, order);
    }

    private Outcome publish(Shown shown) {
        return publishing.publish(shown.outcome(), shown.document(), shown.order());
    }

    @Test
    void of_two_who_were_shown_the_same_one_publishes() {
        Shown two = shown("2");
        Shown three = shown("3");

        Outcome made = publish(two);
        Outcome late = publish(three);

        assertThat(release(made).number()).isOne();
        assertThat(late).isEqualTo(new Outcome.Outdated(0, 1));
        assertThat(storage.catalogReleases().page(Long.MAX_VALUE, 9).items()).hasSize(1);
    }

    @Test
    void what_was_shown_before_a_planned_release_came_is_not_published() {
        Shown two = shown("2");
        release(publishExpecting("3", "planned", 0, NOW + 1_000));

        Outcome late = publish(two);

        assertThat(late).isEqualTo(new Outcome.Outdated(0, 0));
        assertThat(((Outcome.Outdated) late).words()).startsWith("There is another release");
    }

    @Test
    void a_version_that_another_takes_meanwhile_is_told() {
        Shown two = shown("2");
        release(publish(Documents.version("2", "burst: 60", "burst: 61")));

        assertThat(publish(two)).isEqualTo(new Outcome.VersionTaken("2"));
    }

    @Test
    void a_release_that_nobody_can_play_is_replaced() {
        CatalogRelease good = release(publish(Documents.version("2")));
        storage.catalogReleases()
                .publish(
                        new CatalogRelease(
                                0, "x", "8", "0".repeat(64), "ada", "why", NOW, NOW, 0, false),
                        "no catalog at all",
                        storage.catalogReleases().basis(NOW));

        Outcome back = publishing.restore(good.number(), order(null, false), false, NOW);

        assertThat(release(back).version()).isEqualTo("2");
        assertThat(storage.catalogReleases().inForce(NOW, 1)).containsExactly(release(back));
        Outcome.Published published = (Outcome.Published) back;
        assertThat(published.replaces()).isEqualTo(2);
        assertThat(published.against()).as("what can be played").isEqualTo(good.number());
    }

    @Test
    void the_same_order_is_for_the_same_moment() {
        CatalogRelease atOnce = release(publish(Documents.version("2")));
        CatalogRelease planned =
                release(
                        publishing.publish(
                                "a",
                                Documents.version("2"),
                                order(NOW + 90_000, false),
                                false,
                                NOW));

        assertThat(CatalogPublishing.isForTheMomentOf(order(null, false), atOnce)).isTrue();
        assertThat(CatalogPublishing.isForTheMomentOf(order(NOW + 1, false), atOnce)).isFalse();
        assertThat(CatalogPublishing.isForTheMomentOf(order(null, false), planned)).isFalse();
        assertThat(CatalogPublishing.isForTheMomentOf(order(NOW + 90_000, false), planned))
                .isTrue();
    }

    @Test
    void an_announced_tournament_must_find_its_minigame() {
        TournamentDefinition cup = Documents.GIVEN.tournaments().getFirst().occurrence(0);
        storage.tournaments().create(cup);
        storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
        String game = cup.minigame().value();

        Outcome outcome = publish(Documents.version("2", game, game + "_two"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Losing.class,
                        losing ->
                                assertThat(losing.losses())
                                        .extracting(CatalogProblem::row)
                                        .contains("tournament " + cup.id() + " minigame"));
    }

    @Test
    void earlier_content_comes_back_as_a_new_release() {
        CatalogRelease first = release(publish(Documents.version("2")));
        publish(Documents.version("3", "burst: 60", "burst: 61"));

        Outcome outcome = publishing.restore(1, order(null, false), false, NOW);

        assertThat(lines(outcome)).contains("tap: burst 61 → 60");
        CatalogRelease third = release(outcome);
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.restores()).isEqualTo(1);
        assertThat(third.version()).isEqualTo("2");
        assertThat(third.hash()).isEqualTo(first.hash());
        assertThat(storage.catalogReleases().inForce(NOW, 1)).containsExactly(third);
    }

    @Test
    void what_never_was_in_force_cannot_come_back() {
        release(publishing.publish("a", Documents.version("2"), order(NOW + 5, false), false, NOW));

        assertThat(publishing.restore(1, order(null, false), false, NOW))
                .isEqualTo(new Outcome.Unknown());
        storage.catalogReleases().cancel(1, NOW);
        assertThat(publishing.restore(1, order(null, false), false, NOW + 9))
                .isEqualTo(new Outcome.Unknown());
        assertThat(publishing.restore(7, order(null, false), false, NOW))
                .isEqualTo(new Outcome.Unknown());
    }
}
