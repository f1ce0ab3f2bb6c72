package com.luckyfunatic.engine.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @Test
    void a_database_goes_between_the_server_and_its_parameters() {
        assertThat(
                        MySqlAddress.on("jdbc:mariadb://db:3306/?user=root&password=x", "mine")
                                .jdbcUrl())
                .isEqualTo(
                        "jdbc:mariadb://db:3306/mine?user=root&password=x&createDatabaseIfNotExist=true");
        assertThat(MySqlAddress.on("jdbc:mysql://db", "mine").jdbcUrl())
                .isEqualTo("jdbc:mysql://db/mine?createDatabaseIfNotExist=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db:3306", "jdbc:mariadb://db:3306/taken", "jdbc:mariadb:///x"})
    void what_is_no_mysql_server_is_refused(String server) {
        assertThatThrownBy(() -> MySqlAddress.on(server, "mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(server);
    }

    @Test
    void a_node_is_named_with_its_data_center() {
        var address = CassandraAddress.on("db:9042/dc2", "mine");
        assertThat(address.contactPoint().getHostString()).isEqualTo("db");
        assertThat(address.contactPoint().getPort()).isEqualTo(9042);
        assertThat(address.dataCenter()).isEqualTo("dc2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "db:9042", "db/dc", "db:port/dc", "db:9042/dc/more"})
    void what_is_no_node_is_refused(String server) {
        assertThatThrownBy(() -> CassandraAddress.on(server, "mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(server);
    }

    @Test
    void names_are_unique_and_fit_every_server() {
        var name =
                Names.unique(
                        AVeryLongNameOfATestClassThatNoServerWouldTakeAsTheNameOfAnything.class);
        assertThat(name).hasSize(Names.LONGEST).matches("[a-z][a-z0-9_]*");
        assertThat(Names.unique(AddressesTest.class))
                .endsWith("_addressestest")
                .isNotEqualTo(Names.unique(AddressesTest.class));
    }

    private static final class AVeryLongNameOfATestClassThatNoServerWouldTakeAsTheNameOfAnything {}
}
