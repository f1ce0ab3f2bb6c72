package com.luckyfunatic.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code operator} on a data directory. */
class OperatorCommandsTest {
    private static final String SECRET = "correct-horse-battery-staple";

    private final Credentials credentials = new Credentials();
    @TempDir private Path directory;

    @BeforeEach
    void begin() {
        EmbeddedStorage.open(directory).close();
    }

    /** Says a reason where the test does not and the command wants one. */
    private CommandRun operator(Object... more) {
        List<Object> words = new ArrayList<>(List.of(more));
        if (!words.contains("list") && !words.contains("--reason")) {
            words.addAll(List.of("--reason", "test"));
        }
        return unreasoned(words.toArray());
    }

    private CommandRun unreasoned(Object... more) {
        List<Object> words = new ArrayList<>(List.of("operator"));
        words.addAll(List.of(more));
        words.add("--data-dir");
        words.add(directory);
        return CommandRun.of(words.toArray());
    }

    private Operator stored(String name) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operators().find(new OperatorName(name)).orElseThrow();
        }
    }

    private static String shown(CommandRun run) {
        String line = "Credential, shown this once: ";
        return run.out()
                .lines()
                .filter(each -> each.startsWith(line))
                .map(each -> each.substring(line.length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_credential_is_made_and_shown_once() {
        CommandRun added = operator("add", "ada", "--role", "support,auditor");

        assertThat(added.code()).as(added.err()).isZero();
        Operator ada = stored("ada");
        assertThat(ada.roles()).containsExactlyInAnyOrder(Role.SUPPORT, Role.AUDITOR);
        assertThat(ada.disabled()).isFalse();
        assertThat(credentials.matches(shown(added), ada.credential())).isTrue();
        assertThat(operator("list").out())
                .contains("ada", "support,auditor")
                .doesNotContain(shown(added), "argon2");
    }

    @Test
    void who_gave_rights_to_whom_is_recorded() {
        operator("add", "ada", "--role", "support", "--by", "root", "--reason", "new colleague");
        operator("add", "ada", "--role", "support", "--by", "root");
        operator("roles", "ada", "--role", "support-lead,auditor", "--by", "eve");
        operator("credential", "ada", "--by", "root");
        operator("disable", "ada", "--by", "root");
        operator("enable", "ada", "--by", "root");
        operator("disable", "nobody", "--by", "root");

        assertThat(recorded())
                .containsExactly(
                        "root add_operator ada BEGUN: support new colleague",
                        "root add_operator ada DONE: support new colleague",
                        "root add_operator ada BEGUN: support test",
                        "root add_operator ada REFUSED: support test",
                        "eve set_roles ada BEGUN: support-lead,auditor test",
                        "eve set_roles ada DONE: support-lead,auditor test",
                        "root renew_credential ada BEGUN: test",
                        "root renew_credential ada DONE: test",
                        "root disable_operator ada BEGUN: test",
                        "root disable_operator ada DONE: test",
                        "root enable_operator ada BEGUN: test",
                        "root enable_operator ada DONE: test",
                        "root disable_operator nobody BEGUN: test",
                        "root disable_operator nobody REFUSED: test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add bob --role support",
                "roles ada --role support-lead",
                "credential ada",
                "disable ada",
                "enable ada"
            })
    void who_does_not_say_why_changes_nothing(String change) {
        operator("add", "ada", "--role", "support");
        Operator before = stored("ada");

        for (String reason : List.of("", " --reason= ")) {
            List<Object> words = new ArrayList<>(List.of((Object[]) change.split(" ")));
            if (!reason.isEmpty()) {
                words.add(reason.substring(1));
            }
            CommandRun run = unreasoned(words.toArray());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("Say --reason: it is recorded.");
        }

        assertThat(stored("ada")).isEqualTo(before);
        assertThat(recorded()).hasSize(2).allMatch(each -> each.contains(" add_operator ada "));
    }

    /** Earliest first. */
    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().reversed().stream()
                    .map(each ->
                            each.operator()
                                    + " "
                                    + each.action()
                                    + " "
                                    + each.reference()
                                    + " "
                                    + each.outcome()
                                    + ": "
                                    + each.detail())
                    .toList();
        }
    }

    @Test
    void a_script_gets_an_object() throws IOException {
        CommandRun added = operator("add", "ada", "--role", "live-ops", "--json");

        JsonNode json = new ObjectMapper().readTree(added.out());
        assertThat(json.path("operator").asText()).isEqualTo("ada");
        assertThat(json.path("roles").get(0).asText()).isEqualTo("live-ops");
        assertThat(
                        credentials.matches(
                                json.path("credential").asText(), stored("ada").credential()))
                .isTrue();

        JsonNode listed = new ObjectMapper().readTree(operator("list", "--json").out());
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.path("items").get(0).path("disabled").asBoolean(true)).isFalse();
        assertThat(listed.path("items").get(0).has("credential")).isFalse();
    }

    @Test
    void a_credential_may_come_from_a_file_and_is_not_shown() throws IOException {
        Path file = Files.writeString(directory.resolve("bob.txt"), SECRET + "\n");

        CommandRun added =
                operator("add", "bob", "--role", "support-lead", "--credential-file", file);

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).doesNotContain(SECRET);
        assertThat(credentials.matches(SECRET, stored("bob").credential())).isTrue();
    }

    @Test
    void a_credential_that_is_made_may_go_into_a_new_file_and_is_not_shown() throws IOException {
        Path first = directory.resolve("ada.txt");
        Path second = directory.resolve("ada-2.txt");

        CommandRun added =
                operator("add", "ada", "--role", "support", "--new-credential-file", first);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out())
                .contains("The credential is in " + first)
                .doesNotContain(Files.readString(first).strip());
        assertThat(Files.getPosixFilePermissions(first))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(isOf(first, "ada")).isTrue();

        CommandRun renewed =
                operator("credential", "ada", "--new-credential-file", second, "--json");
        assertThat(renewed.code()).as(renewed.err()).isZero();
        assertThat(new ObjectMapper().readTree(renewed.out()).has("credential")).isFalse();
        assertThat(isOf(first, "ada")).isFalse();
        assertThat(isOf(second, "ada")).isTrue();
    }

    private boolean isOf(Path file, String name) throws IOException {
        return credentials.matches(Files.readString(file).strip(), stored(name).credential());
    }

    @Test
    void a_credential_is_written_over_nothing_and_kept_only_if_it_came_into_force()
            throws IOException {
        Path there = Files.writeString(directory.resolve("there.txt"), SECRET);
        Path unused = directory.resolve("unused.txt");
        operator("add", "ada", "--role", "support", "--credential-file", there);

        CommandRun refused = operator("credential", "ada", "--new-credential-file", there);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("There is a file " + there);
        assertThat(isOf(there, "ada")).isTrue();

        assertThat(
                        operator("add", "ada", "--role", "support", "--new-credential-file", unused)
                                .code())
                .isOne();
        assertThat(operator("credential", "bob", "--new-credential-file", unused).code()).isOne();
        assertThat(unused).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_made_changes_nothing() {
        CommandRun run =
                operator(
                        "add",
                        "ada",
                        "--role",
                        "support",
                        "--new-credential-file",
                        directory.resolve("none/ada.txt"));

        assertThat(run.code()).isEqualTo(66);
        assertThat(operator("list").out()).contains("There is no operator.");
    }

    @Test
    void a_credential_has_one_source() throws IOException {
        Path file = Files.writeString(directory.resolve("ada.txt"), SECRET);

        CommandRun run =
                operator(
                        "add",
                        "ada",
                        "--role",
                        "support",
                        "--credential-file",
                        file,
                        "--new-credential-file",
                        directory.resolve("new.txt"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Only one of --credential-file, --ask");
    }

    @Test
    void a_credential_may_be_asked_for() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((SECRET + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(operator("add", "bob", "--role", "auditor", "--ask").code()).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(credentials.matches(SECRET, stored("bob").credential())).isTrue();
    }

    @Test
    void a_name_that_is_taken_stays_who_it_is() {
        operator("add", "ada", "--role", "support");
        Operator ada = stored("ada");

        CommandRun again = operator("add", "ada", "--role", "support-lead");

        assertThat(again.code()).isOne();
        assertThat(again.err()).contains("There is an operator ada already");
        assertThat(stored("ada")).isEqualTo(ada);
    }

    @Test
    void roles_and_the_right_to_sign_in_change() {
        operator("add", "ada", "--role", "support");

        assertThat(operator("roles", "ada", "--role", "support-lead").code()).isZero();
        assertThat(stored("ada").roles()).containsExactly(Role.SUPPORT_LEAD);

        assertThat(operator("disable", "ada").out()).contains("no  ");
        assertThat(stored("ada").disabled()).isTrue();

        assertThat(operator("enable", "ada", "--json").out()).contains("\"disabled\":false");
        assertThat(stored("ada").disabled()).isFalse();
    }

    @Test
    void a_credential_is_renewed() throws IOException {
        CommandRun added = operator("add", "ada", "--role", "support");

        CommandRun renewed = operator("credential", "ada");
        Operator ada = stored("ada");
        assertThat(credentials.matches(shown(renewed), ada.credential())).isTrue();
        assertThat(credentials.matches(shown(added), ada.credential())).isFalse();

        JsonNode json = new ObjectMapper().readTree(operator("credential", "ada", "--json").out());
        assertThat(
                        credentials.matches(
                                json.path("credential").asText(), stored("ada").credential()))
                .isTrue();

        Path file = Files.writeString(directory.resolve("ada.txt"), SECRET);
        assertThat(operator("credential", "ada", "--credential-file", file).out())
                .doesNotContain("Credential");
        assertThat(credentials.matches(SECRET, stored("ada").credential())).isTrue();
    }

    @Test
    void of_nobody_nothing_changes() {
        assertThat(operator("disable", "nobody").code()).isOne();
        assertThat(operator("enable", "nobody").code()).isOne();
        assertThat(operator("credential", "nobody").out()).doesNotContain("Credential");
        assertThat(operator("roles", "nobody", "--role", "support").err())
                .contains("There is no operator nobody.");
        assertThat(operator("list").out()).contains("There is no operator.");
    }

    @Test
    void what_is_wrong_is_told_before_anything_is_opened() throws IOException {
        Path shortOne = Files.writeString(directory.resolve("short.txt"), "short");

        assertThat(operator("add", "Ada", "--role", "support").code()).isEqualTo(2);
        assertThat(operator("add", "ada", "--role", "boss").err())
                .contains("--role is one of support, support-lead, live-ops, auditor");
        assertThat(operator("add", "ada").code()).isEqualTo(2);
        assertThat(operator("roles", "ada", "--role", "boss").code()).isEqualTo(2);
        assertThat(operator("add", "ada", "--role", "support", "--credential-file", shortOne).err())
                .contains("A credential has 16 to 128")
                .doesNotContain("short.txt");
        assertThat(operator("credential", "ada", "--credential-file", shortOne).code())
                .isEqualTo(2);
        assertThat(
                        operator(
                                        "add",
                                        "ada",
                                        "--role",
                                        "support",
                                        "--credential-file",
                                        directory.resolve("none"))
                                .code())
                .isEqualTo(66);
    }

    @Test
    void a_credential_on_the_command_line_is_refused() {
        assertThat(operator("add", "ada", "--role", "support", "--ask=" + SECRET).code())
                .isEqualTo(2);
    }
}
