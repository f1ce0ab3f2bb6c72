package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningIT extends MySqlTestBase {
    @Test
    void the_number_of_partitions_cannot_be_changed() {
        assertThatThrownBy(() -> MySqlDatabase.open(settings.withPartitions(64)))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContaining("128")
                .hasMessageContaining("64");
    }

    @Test
    void partitions_begin_in_the_first_generation_and_are_raised_one_by_one() {
        assertThat(database.partitions().generations()).hasSize(128).containsEntry(127, 1L);

        assertThat(database.partitions().raise(Set.of(5, 9)))
                .containsOnlyKeys(5, 9)
                .containsEntry(5, 2L);

        assertThat(database.partitions().generations()).containsEntry(9, 2L).containsEntry(10, 1L);
    }

    @Test
    void a_generation_is_raised_to_what_redis_knows_and_never_lowered() {
        Partitions partitions = database.partitions();

        assertThat(partitions.raiseTo(40, 7)).isTrue();
        assertThat(partitions.raiseTo(40, 7)).isFalse();
        assertThat(partitions.raiseTo(40, 6)).isFalse();
        assertThat(partitions.generations()).containsEntry(40, 7L).containsEntry(41, 1L);
    }

    @Test
    void an_incarnation_begins_once_and_only_after_the_one_that_is_in_force() {
        Partitions partitions = database.partitions();
        long ended = partitions.incarnation();
        long next = ended + 7;

        assertThat(partitions.begin(next, ended, Set.of(20, 21))).contains(Map.of(20, 2L, 21, 2L));
        assertThat(partitions.begin(next + 1, ended, Set.of(20))).isEmpty();
        // Asked again after a lost reply, it says the same and raises nothing more.
        assertThat(partitions.begin(next, ended, Set.of(20, 21))).contains(Map.of(20, 2L, 21, 2L));

        assertThat(partitions.incarnation()).isEqualTo(next);
        assertThat(partitions.generations()).containsEntry(20, 2L).containsEntry(22, 1L);
    }

    @Test
    void of_several_servers_one_begins_the_next_incarnation() {
        Partitions partitions = database.partitions();
        long ended = partitions.incarnation();

        List<Boolean> begun =
                Together.run(
                        4, i -> partitions.begin(ended + 100 + i, ended, Set.of(30)).isPresent());

        assertThat(begun).containsOnlyOnce(true);
        assertThat(partitions.generations()).containsEntry(30, 2L);
    }

    @Test
    void several_servers_can_open_it_at_once() {
        List<Integer> partitions =
                Together.run(
                        3,
                        _ -> {
                            try (MySqlDatabase other = MySqlDatabase.open(settings)) {
                                return other.partitions().generations().size();
                            }
                        });

        assertThat(partitions).containsOnly(128);
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_password() {
        MySqlSettings nowhere =
                MySqlSettings.of("jdbc:mariadb://127.0.0.1:1/game", "somebody", "secret-123");

        assertThatThrownBy(() -> MySqlDatabase.open(nowhere))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1/game")
                .hasMessageContaining("cannot be reached");
        assertThat(nowhere.toString()).doesNotContain("secret-123");
    }

    @Test
    void a_user_who_may_not_is_not_taken_for_a_server_that_is_away() {
        MySqlSettings stranger = MySqlSettings.of(settings.url(), "nobody-we-know", "wrong");

        assertThatThrownBy(() -> MySqlDatabase.open(stranger))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void the_settings_of_the_test_server_are_safe_but_clocks_that_differ_are_found() {
        assertThat(database.findings(InstantSource.system()))
                .extracting(Finding::weight)
                .containsExactly(Weight.NOTE);
        assertThat(database.findings(InstantSource.fixed(Instant.EPOCH)))
                .filteredOn(finding -> finding.weight() == Weight.UNSAFE)
                .singleElement()
                .asString()
                .contains("its clock is", "ahead of");
    }

    @Test
    void an_address_of_mysql_is_understood_too() {
        String url = settings.url().replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
        try (MySqlDatabase other = MySqlDatabase.open(MySqlSettings.of(url, "", ""))) {
            other.checkAvailable();
        }
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThatThrownBy(() -> MySqlSettings.of("jdbc:h2:mem:", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.withPartitions(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new MySqlSettings(
                                settings.url(),
                                "",
                                "",
                                128,
                                16,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1)))
                .hasMessageContaining("connectionTimeout");
    }

    @Test
    void a_postponed_follow_up_goes_behind_the_others_and_a_completed_one_stays_away() {
        FollowUp first = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        FollowUp second = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        for (FollowUp each : List.of(first, second)) {
            HardChange change = Rows.change(Rows.newPlayer(), Rows.newOperation(), 1, 1);
            database.ledger().commit(Rows.withFollowUp(change, each));
        }
        PendingFollowUp waiting = database.followUps().pending(1).getFirst();
        assertThat(waiting.followUp()).isEqualTo(first);

        database.followUps().postpone(waiting);
        assertThat(database.followUps().pending(10))
                .extracting(PendingFollowUp::followUp)
                .containsExactly(second, first);

        database.followUps().pending(10).forEach(database.followUps()::complete);
        database.followUps().postpone(waiting);
        assertThat(database.followUps().pending(10)).isEmpty();
    }
}
