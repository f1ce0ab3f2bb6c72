package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.operations.DatabaseSetting;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    private static Settings load(Map<String, String> environment) {
        return SettingsLoader.load(new SettingsSources(Map.of(), environment, null));
    }

    private static Map<String, String> complete() {
        Map<String, String> variables = new HashMap<>();
        variables.put("FUNATIC_STORAGE", "distributed");
        variables.put("FUNATIC_MYSQL_URL", "jdbc:mysql://db:3306/funatic?sslMode=verify-full");
        variables.put("FUNATIC_REDIS_URL", "redis://a:1, rediss://user:p%40ss@b:2");
        variables.put("FUNATIC_SCYLLA_CONTACT_POINTS", "one,two:9999");
        return variables;
    }

    @Test
    void all_that_an_operator_needs_can_be_said() {
        Map<String, String> variables = complete();
        variables.put("FUNATIC_MYSQL_POOL_SIZE", "40");
        variables.put("FUNATIC_MYSQL_TIMEOUT", "2s");
        variables.put("FUNATIC_REDIS_TIMEOUT", "300ms");
        variables.put("FUNATIC_REDIS_KEY_PREFIX", "blue:");
        variables.put("FUNATIC_PARTITIONS", "64");
        variables.put("FUNATIC_SCYLLA_CONSISTENCY", "local_one");

        Settings settings = load(variables);

        assertThat(settings.get(DatabaseSettings.REDIS_URL)).hasSize(2);
        assertThat(settings.get(DatabaseSettings.SCYLLA_CONTACT_POINTS))
                .extracting(InetSocketAddress::getPort)
                .containsExactly(9042, 9999);
        assertThat(settings.get(DatabaseSettings.MYSQL_TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.get(DatabaseSettings.PARTITIONS)).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUNATIC_MYSQL_URL | db:3306/funatic | jdbc:mysql://host",
                "FUNATIC_MYSQL_URL | jdbc:postgresql://db/funatic | jdbc:mysql://host",
                "FUNATIC_MYSQL_URL | jdbc:mysql://db:3306 | jdbc:mysql://host",
                "FUNATIC_REDIS_URL | redis.internal:6379 | redis://user:password@host",
                "FUNATIC_REDIS_URL | http://redis | redis://user:password@host",
                "FUNATIC_REDIS_URL | //redis:6379 | redis://user:password@host",
                "FUNATIC_REDIS_KEY_PREFIX | a{b} | up to 64 letters",
                "FUNATIC_SCYLLA_CONTACT_POINTS | host:port | host or host:port",
                "FUNATIC_SCYLLA_CONTACT_POINTS | host:70000 | host or host:port",
                "FUNATIC_SCYLLA_KEYSPACE | My-Game | up to 48 lower-case letters",
                "FUNATIC_PARTITIONS | 0 | a whole number from 1 to 1000",
                "FUNATIC_MYSQL_TIMEOUT | 10 | a time span"
            })
    void what_cannot_be_meant_is_refused_with_an_example(
            String variable, String value, String expected) {
        Map<String, String> variables = complete();
        variables.put(variable, value);

        assertThatThrownBy(() -> load(variables))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/funatic?user=game&password=hunter22",
                "jdbc:mysql://game:hunter22@db/funatic",
                "jdbc:mysql://game:hun/hunter22@db/funatic",
                "jdbc:mysql://db/funatic?user=game&pwd=hunter22",
                "jdbc:mysql://db/funatic?user=game&trustStorePassword=hunter22",
                "postgres://game:hunter22@db/funatic"
            })
    void a_password_in_an_address_of_mysql_is_refused_and_not_repeated(String url) {
        Map<String, String> variables = complete();
        variables.put("FUNATIC_MYSQL_URL", url);

        assertThatThrownBy(() -> load(variables))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("without a password")
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void a_wrong_address_of_redis_is_not_repeated_either() {
        Map<String, String> variables = complete();
        variables.put("FUNATIC_REDIS_URL", "redis://user:hunt er22@b:2");

        assertThatThrownBy(() -> load(variables))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("er22");
    }

    @Test
    void command_lines_know_all_of_them_by_the_same_names() {
        assertThat(DatabaseSettings.ALL)
                .extracting(Setting::name)
                .containsExactlyElementsOf(
                        Arrays.stream(DatabaseSetting.values()).map(DatabaseSetting::key).toList());
    }

    @Test
    void secrets_have_no_flag() {
        assertThat(DatabaseSettings.ALL)
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .isEqualTo(List.of("mysql-password", "redis-url", "scylla-password"));
    }
}
