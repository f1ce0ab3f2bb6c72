package com.luckyfunatic.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the content in a data directory. */
class ReleaseCommandsTest {
    @TempDir private Path directory;
    private String content = "";

    @BeforeEach
    void prepare() throws IOException {
        EmbeddedStorage.open(directory).close();
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/catalog/default-catalog.yaml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String version, String old, String changed) throws IOException {
        String text = content.replace("version: \"2026.1\"", "version: \"" + version + "\"");
        return Files.writeString(directory.resolve(version + ".yaml"), text.replace(old, changed));
    }

    private CommandRun catalog(Object... words) {
        List<Object> all = new ArrayList<>(List.of("catalog"));
        all.addAll(List.of(words));
        all.add("--data-dir");
        all.add(directory);
        return CommandRun.of(all.toArray());
    }

    private CommandRun publish(Path file, Object... more) {
        List<Object> all = new ArrayList<>(List.of("publish", file, "--reason", "for a test"));
        all.addAll(List.of(more));
        return catalog(all.toArray());
    }

    private List<String> recorded(String operator) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage
                    .operatorActions()
                    .of(new OperatorName(operator), Long.MAX_VALUE, 100)
                    .items()
                    .reversed()
                    .stream()
                    .map(each -> each.action() + " " + each.outcome())
                    .toList();
        }
    }

    @Test
    void before_the_first_release_there_is_none() {
        assertThat(catalog("releases").out()).contains("Nothing was released");
        assertThat(catalog("releases", "--json").out()).contains("{\"items\":[]}");
        assertThat(catalog("releases", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void a_file_is_published_listed_and_shown() throws IOException {
        CommandRun published = publish(file("2", "burst: 60", "burst: 70"), "--by", "ada");

        assertThat(published.code()).isZero();
        assertThat(published.out().lines())
                .containsExactly(
                        "version: \"2026.1\" → \"2\"",
                        "tap: burst 60 → 70",
                        "Release 1 (version 2) comes into force at once; running servers switch"
                                + " within 5 seconds.");
        assertThat(catalog("releases").out())
                .containsPattern("1 +in_force +2 +\\S+ +ada +for a test");
        assertThat(recorded("ada"))
                .containsExactly("publish_release BEGUN", "publish_release DONE");
        assertThat(catalog("releases", "--json").out())
                .contains("\"number\":1,\"version\":\"2\",\"hash\":\"", "\"state\":\"in_force\"");
        assertThat(catalog("release", 1).out())
                .contains("Release 1, version 2, by ada: for a test", "no difference");
        assertThat(catalog("release", 1, "--document").out())
                .isEqualTo(Files.readString(directory.resolve("2.yaml")));
    }

    @Test
    void a_trial_only_tells() throws IOException {
        CommandRun trial = publish(file("2", "burst: 60", "burst: 70"), "--dry-run");

        assertThat(trial.code()).isZero();
        assertThat(trial.out())
                .contains("Version 2 would come into force at once, in the place of release 0.");
        assertThat(catalog("releases").out()).contains("Nothing was released");
    }

    @Test
    void what_was_looked_at_is_published_once_and_in_no_other_place() throws IOException {
        publish(file("2", "burst: 60", "burst: 70"));
        Path three = file("3", "burst: 60", "burst: 80");

        CommandRun stale = publish(three, "--expect", 0);
        CommandRun done = publish(three, "--expect", 1, "--key", "k-1");
        CommandRun again = publish(three, "--expect", 1, "--key", "k-1");

        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err())
                .contains(
                        "It would come in the place of release 1, and was shown against no"
                                + " release.");
        assertThat(done.out()).contains("Release 2 (version 3)");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("Release 2 (version 3) was published under this key before");
        assertThat(publish(three, "--key", "k-1", "--json").out())
                .contains("\"number\":2")
                .doesNotContain("changes");
        assertThat(publish(three, "--key", "a b").code()).isEqualTo(2);
        assertThat(publish(three, "--expect", -1).code()).isEqualTo(2);
    }

    @Test
    void a_key_that_was_used_for_something_else_publishes_nothing_and_says_so() throws IOException {
        publish(file("2", "burst: 60", "burst: 70"));
        publish(file("3", "burst: 60", "burst: 80"), "--key", "k-1", "--by", "liv");
        Path four = file("4", "burst: 60", "burst: 90");

        CommandRun other = publish(four, "--key", "k-1", "--by", "liv", "--expect", 2);
        CommandRun back = catalog("rollback", 1, "--reason", "slow", "--key", "k-1", "--by", "liv");

        for (CommandRun run : List.of(other, back)) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("Release 2 (version 3) was published under this key before, and")
                    .contains("give another --key.");
        }
        assertThat(recorded("liv"))
                .endsWith(
                        "publish_release REFUSED",
                        "restore_release BEGUN",
                        "restore_release REFUSED");
        assertThat(publish(four, "--key", "k-1", "--by", "ada").out())
                .contains("Release 3 (version 4)");
    }

    @Test
    void what_the_changes_are_against_is_told_where_that_is_not_what_is_replaced()
            throws IOException {
        publish(file("2", "burst: 60", "burst: 70"));
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            long now = storage.clock().millis();
            storage.catalogReleases()
                    .publish(
                            new CatalogRelease(
                                    0, "x", "8", "0".repeat(64), "ada", "why", now, now, 0, false),
                            "no catalog at all",
                            storage.catalogReleases().basis(now));
        }

        CommandRun trial = publish(file("3", "burst: 60", "burst: 80"), "--dry-run");

        assertThat(trial.err())
                .contains(
                        "Release 2 cannot be played by this build: the changes are against release"
                                + " 1.");
        assertThat(trial.out()).contains("in the place of release 2.");
    }

    private CommandRun cancel(Object... words) {
        List<Object> all = new ArrayList<>(List.of("cancel"));
        all.addAll(List.of(words));
        all.addAll(List.of("--reason", "not yet"));
        return catalog(all.toArray());
    }

    @Test
    void a_reason_is_asked_for() {
        assertThat(catalog("cancel", 1).code()).isEqualTo(2);
        assertThat(catalog("cancel", 1).err()).contains("Say --reason");
    }

    @Test
    void a_planned_release_can_be_called_off() throws IOException {
        Path file = file("2", "burst: 60", "burst: 70");
        assertThat(publish(file, "--at", "2999-01-01T00:00:00Z").out())
                .contains("comes into force at 2999-01-01T00:00:00Z");
        assertThat(catalog("releases").out()).containsPattern("1 +planned");

        assertThat(cancel(1, "--by", "bob").out()).contains("Release 1 is called off.");
        assertThat(recorded("bob")).containsExactly("cancel_release BEGUN", "cancel_release DONE");
        assertThat(cancel(1, "--json").out()).contains("\"cancelled\":true");

        assertThat(catalog("releases").out()).containsPattern("1 +cancelled");
        assertThat(cancel(2).code()).isEqualTo(1);
        assertThat(publish(file, "--at", "2001-01-01T00:00:00Z").err()).contains("in the past");
        assertThat(publish(file, "--at", "1901-01-01T00:00:00Z").code()).isEqualTo(2);
    }

    @Test
    void earlier_content_is_brought_back() throws IOException {
        publish(file("2", "burst: 60", "burst: 70"));
        publish(file("3", "burst: 60", "burst: 80"));
        assertThat(cancel(2).err()).contains("roll it back");

        CommandRun back = catalog("rollback", 1, "--reason", "too fast", "--json");

        assertThat(back.code()).isZero();
        assertThat(back.out()).contains("\"number\":3", "\"restores\":1", "\"tap: burst 80 → 70\"");
        assertThat(catalog("releases").out())
                .containsPattern("3 +in_force +2 +.*too fast \\(restores 1\\)")
                .containsPattern("2 +replaced +3 ");
        assertThat(catalog("release", 3).out()).contains("tap: burst 80 → 70");
        assertThat(catalog("release", 3, "--against", 1).out()).contains("no difference");
        assertThat(catalog("release", 3, "--against", 9).code()).isEqualTo(1);
        assertThat(catalog("release", 9).code()).isEqualTo(1);
        assertThat(catalog("rollback", 9, "--reason", "x").code()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_published_is_told() throws IOException {
        Path bad = file("2", "burst: 60", "burst: 0");
        assertThat(publish(bad).code()).isEqualTo(1);
        assertThat(publish(bad).err()).contains("tap.burst", "The catalog has problems.");

        Path losing = file("3", "  - {id: okx, name: OKX}\n", "");
        assertThat(publish(losing).code()).isEqualTo(1);
        assertThat(publish(losing).err())
                .contains("exchange okx: players may have it", "--accept-losses");
        assertThat(publish(losing, "--accept-losses").err()).contains("Accepted: exchange okx");

        assertThat(publish(file("3", "burst: 60", "burst: 70")).err())
                .contains("Other content has the version 3");
        assertThat(publish(directory.resolve("none.yaml")).code()).isEqualTo(66);
        assertThat(publish(losing, "--by", "x".repeat(101)).code()).isEqualTo(2);
        assertThat(catalog("publish", losing, "--reason", " ").code()).isEqualTo(2);
    }
}
