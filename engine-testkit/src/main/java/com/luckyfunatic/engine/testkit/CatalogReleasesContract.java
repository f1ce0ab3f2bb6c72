package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of releases of the content does. */
public abstract class CatalogReleasesContract extends StorageContract {
    private static final int CALLERS = 20;

    /** Of all callers one publishes each time. */
    private static final int TRIES_MAX = 100 * CALLERS;

    private long own;

    /** The same object may run all tests, and the store may be shared: each has its own time. */
    @BeforeEach
    public void chooseNames() {
        own = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    }

    @Test
    public void a_release_is_kept_whole() {
        CatalogRelease draft =
                new CatalogRelease(
                        0,
                        "O_-" + "9".repeat(40) + Long.toHexString(own),
                        Long.toHexString(own) + " \u0434\u0430 'ok' " + "v".repeat(40),
                        "0123456789abcdef".repeat(4),
                        "\u0434".repeat(CatalogRelease.AUTHOR_LENGTH_MAX),
                        "\u0434\"".repeat(CatalogRelease.REASON_LENGTH_MAX / 2),
                        own,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        false);
        String document = "a: '\u0434\uD83C\uDF88'\r\n\tb\n".repeat(50_000);

        CatalogRelease kept = publish(draft, document);

        assertThat(kept.number()).isPositive();
        assertThat(kept).isEqualTo(draft.numbered(kept.number()));
        assertThat(releases().find(kept.number())).hasValue(kept);
        assertThat(releases().document(kept.version())).hasValue(document);
        releases().cancel(kept.number(), own);
    }

    @Test
    public void what_is_not_there_is_not_found() {
        assertThat(releases().find(Long.MAX_VALUE)).isEmpty();
        assertThat(releases().document("none" + own)).isEmpty();
        assertThat(releases().published("none" + own)).isEmpty();
        assertThat(releases().cancel(Long.MAX_VALUE, own)).isEmpty();
    }

    @Test
    public void an_operation_publishes_once() {
        CatalogRelease first = publish("a", 10);

        CatalogRelease again = publish(draft("a", 10), text("a"));
        CatalogRelease other = publish(renamed(draft("b", 20), first.operation()), text("b"));

        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(first);
        assertThat(inForce(30)).isEqualTo(first);
        assertThat(releases().published(first.operation())).hasValue(first);
    }

    @Test
    public void a_version_is_one_document_for_ever() {
        CatalogRelease first = publish("a", 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(renamed(draft("a", 20), "other" + own), text("b")));

        assertThat(releases().document(first.version())).hasValue(text("a"));
        assertThat(inForce(30)).isEqualTo(first);
    }

    @Test
    public void a_version_may_come_back() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease second = publish("b", 20);

        CatalogRelease third = publish(renamed(draft("a", 30), "other" + own), text("a"));

        assertThat(third.number()).isGreaterThan(second.number());
        assertThat(third.version()).isEqualTo(first.version());
        assertThat(releases().inForce(own + 30, 3)).containsExactly(third, second, first);
    }

    @Test
    public void the_latest_to_come_into_force_is_in_force() {
        CatalogRelease late = publish("late", 50);
        CatalogRelease early = publish("early", 10);

        assertThat(inForce(9)).isNotIn(early, late);
        assertThat(inForce(10)).isEqualTo(early);
        assertThat(inForce(49)).isEqualTo(early);
        assertThat(inForce(50)).isEqualTo(late);
        assertThat(releases().inForce(own + 60, 2)).containsExactly(late, early);
    }

    @Test
    public void at_one_moment_the_greater_number_is_in_force() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease second = publish("b", 10);

        assertThat(releases().inForce(own + 10, 2)).containsExactly(second, first);
    }

    @Test
    public void what_is_called_off_never_comes_into_force() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease second = publish("b", 20);

        assertThat(releases().cancel(second.number(), own + 19)).hasValue(second.calledOff());
        assertThat(releases().cancel(second.number(), own + 19)).hasValue(second.calledOff());

        assertThat(inForce(30)).isEqualTo(first);
        assertThat(releases().find(second.number())).hasValue(second.calledOff());
        assertThat(releases().published(second.operation())).hasValue(second.calledOff());
    }

    @Test
    public void what_is_in_force_cannot_be_called_off() {
        CatalogRelease release = publish("a", 10);

        assertThat(releases().cancel(release.number(), own + 10)).hasValue(release);
        assertThat(releases().cancel(release.number(), own + 11)).hasValue(release);

        assertThat(inForce(30)).isEqualTo(release);
    }

    @Test
    public void pages_have_the_latest_first_and_everything() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease second = publish("b", 50);
        CatalogRelease third = publish("c", 20);
        releases().cancel(second.number(), own);

        Page<CatalogRelease> page = releases().page(third.number() + 1, 2);
        assertThat(page.items()).containsExactly(third, second.calledOff());
        assertThat(page.hasMore()).isTrue();

        assertThat(releases().page(second.number(), 1).items()).containsExactly(first);
        assertThat(releases().page(1, 5).items()).isEmpty();
        assertThat(releases().page(1, 5).hasMore()).isFalse();
    }

    @Test
    public void a_page_of_another_size_is_not_allowed() {
        assertThatIllegalArgumentException().isThrownBy(() -> releases().page(own, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> releases().inForce(own, Page.LIMIT_MAX + 1));
    }

    @Test
    public void many_at_once_have_a_number_each() {
        List<CatalogRelease> made = Together.run(CALLERS, i -> publish("r" + i, i));

        assertThat(new HashSet<>(made.stream().map(CatalogRelease::number).toList()))
                .hasSize(CALLERS);
        assertThat(inForce(CALLERS)).isEqualTo(made.getLast());
    }

    @Test
    public void of_many_of_one_operation_at_once_one_is_published() {
        List<CatalogRelease> made =
                Together.run(
                        CALLERS, i -> publish(renamed(draft("a", i), "same" + own), text("a")));

        assertThat(new HashSet<>(made)).hasSize(1);
        assertThat(inForce(CALLERS)).isEqualTo(made.getFirst());
    }

    @Test
    public void the_basis_is_the_latest_and_what_is_in_force_then() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease planned = publish("b", 50);

        assertThat(releases().basis(own + 49))
                .isEqualTo(new ReleaseBasis(planned.number(), first.number()));
        assertThat(releases().basis(own + 50))
                .isEqualTo(new ReleaseBasis(planned.number(), planned.number()));
    }

    @Test
    public void what_was_seen_before_something_was_published_is_not_published() {
        publish("a", 10);
        ReleaseBasis seen = releases().basis(own + 20);
        CatalogRelease other = publish("b", 50);

        assertThat(releases().publish(draft("c", 20), text("c"), seen)).isEmpty();

        assertThat(releases().published("c" + own)).isEmpty();
        assertThat(releases().document("c" + own)).isEmpty();
        assertThat(releases().basis(own + 50).latest()).isEqualTo(other.number());
    }

    @Test
    public void what_was_seen_before_something_was_called_off_is_not_published() {
        CatalogRelease first = publish("a", 10);
        CatalogRelease planned = publish("b", 20);
        ReleaseBasis seen = releases().basis(own + 30);
        releases().cancel(planned.number(), own + 19);

        assertThat(releases().publish(draft("c", 30), text("c"), seen)).isEmpty();

        assertThat(inForce(30)).isEqualTo(first);
    }

    @Test
    public void what_was_published_is_answered_whatever_was_seen() {
        CatalogRelease first = publish("a", 10);

        assertThat(releases().publish(draft("a", 10), text("a"), new ReleaseBasis(0, 0)))
                .hasValue(first);
    }

    @Test
    public void of_many_that_have_seen_the_same_one_is_published() {
        publish("first", 0);
        ReleaseBasis seen = releases().basis(own + 10);

        List<Optional<CatalogRelease>> made =
                Together.run(
                        CALLERS, i -> releases().publish(draft("r" + i, 10), text("r" + i), seen));

        List<CatalogRelease> published = made.stream().flatMap(Optional::stream).toList();
        assertThat(published).hasSize(1);
        assertThat(inForce(10)).isEqualTo(published.getFirst());
    }

    @Test
    public void a_draft_is_kept_as_long_as_was_said_last() {
        String hash = "%064x".formatted(own);
        String other = "%064x".formatted(own + 1);
        String document = "a: '\u0434\uD83C\uDF88'\r\n\tb\n".repeat(50_000);

        releases().keepDraft(hash, document, 1, own + 10);
        releases().keepDraft(hash, document, 1, own + 20);
        releases().keepDraft(hash, document, 1, own + 15);
        assertThat(releases().draft(hash)).hasValue(document);
        assertThat(releases().draft(other)).isEmpty();

        releases().keepDraft(other, "x", own + 19, Long.MAX_VALUE);
        assertThat(releases().draft(hash)).isPresent();
        releases().keepDraft(other, "x", own + 20, Long.MAX_VALUE);
        assertThat(releases().draft(hash)).isEmpty();
        assertThat(releases().draft(other)).hasValue("x");
    }

    private CatalogRelease inForce(long at) {
        List<CatalogRelease> found = releases().inForce(own + at, 1);
        return found.isEmpty() ? draft("nothing", 0) : found.getFirst();
    }

    private CatalogRelease publish(String name, long activeFrom) {
        return publish(draft(name, activeFrom), text(name));
    }

    /** Publishes it, whatever others publish meanwhile. */
    private CatalogRelease publish(CatalogRelease draft, String document) {
        Optional<CatalogRelease> made = Optional.empty();
        for (int i = 0; i < TRIES_MAX && made.isEmpty(); i++) {
            ReleaseBasis now = releases().basis(draft.activeFromMillis());
            made = releases().publish(draft, document, now);
        }
        return made.orElseThrow(
                () -> new AssertionError("what was just seen is never what there is"));
    }

    private static String text(String name) {
        return "version: " + name;
    }

    private CatalogRelease draft(String name, long activeFrom) {
        return new CatalogRelease(
                0,
                name + own,
                name + own,
                "0".repeat(64),
                "ada",
                "for a test",
                1,
                own + activeFrom,
                0,
                false);
    }

    private static CatalogRelease renamed(CatalogRelease draft, String operation) {
        return new CatalogRelease(
                0,
                operation,
                draft.version(),
                draft.hash(),
                draft.author(),
                draft.reason(),
                draft.createdAtMillis(),
                draft.activeFromMillis(),
                draft.restores(),
                false);
    }

    private CatalogReleases releases() {
        return storage().catalogReleases();
    }
}
