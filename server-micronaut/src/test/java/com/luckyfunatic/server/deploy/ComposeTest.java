package com.luckyfunatic.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compose file: complete in itself, and its databases set as the game demands. */
class ComposeTest {
    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        compose = DeployFiles.compose();
    }

    private static JsonNode service(String name) {
        JsonNode service = compose.path("services").path(name);
        assertThat(service.isObject()).as(name).isTrue();
        return service;
    }

    private static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void the_whole_set_is_there() {
        assertThat(names(compose.path("services")))
                .contains(
                        "server-1", "server-2", "worker-1", "worker-2", "mysql", "redis", "scylla");
    }

    @Test
    void servers_start_with_it_and_refuse_without_secrets() {
        for (String server : List.of("server-1", "server-2")) {
            StartedSettings.assertGood(DeployFiles.texts(service(server).path("environment")));
            assertThat(list(service(server).path("command"))).containsExactly("serve");
        }
    }

    @Test
    void workers_say_what_servers_say() {
        Map<String, String> server = DeployFiles.texts(service("server-1").path("environment"));
        Map<String, String> worker = DeployFiles.texts(service("worker-1").path("environment"));
        assertThat(server).containsAllEntriesOf(worker);
    }

    @Test
    void every_service_starts_by_itself_and_says_whether_it_is_well() {
        for (String name : names(compose.path("services"))) {
            if (service(name).path("profiles").isMissingNode()) {
                assertThat(service(name).path("healthcheck").path("test").isArray())
                        .as(name)
                        .isTrue();
            }
            for (String needed : names(service(name).path("depends_on"))) {
                assertThat(service(needed).path("healthcheck").isObject()).as(needed).isTrue();
            }
            for (String secret : list(service(name).path("secrets"))) {
                assertThat(compose.path("secrets").path(secret).path("file").asText())
                        .as(name)
                        .startsWith("secrets/");
            }
        }
    }

    @Test
    void health_is_asked_where_it_is_told() {
        assertThat(list(service("server-1").path("healthcheck").path("test")))
                .containsExactly("CMD", "funatic", "health", "8080", "/readyz");
        assertThat(service("server-1").path("environment").path("FUNATIC_HTTP_PORT").asText())
                .isEqualTo("8080");
        assertThat(list(service("worker-1").path("healthcheck").path("test")))
                .containsExactly("CMD", "funatic", "health", "8082", "/healthz");
        assertThat(list(service("worker-1").path("command")))
                .containsSequence("--metrics-port", "8082");
    }

    @Test
    void who_can_write_to_the_databases_cannot_rewrite_the_audit() {
        for (String name : List.of("server-1", "server-2", "worker-1", "worker-2")) {
            Map<String, String> variables = DeployFiles.texts(service(name).path("environment"));
            assertThat(list(service(name).path("secrets"))).as(name).contains("audit-key");
            assertThat(variables)
                    .as(name)
                    .containsEntry("FUNATIC_AUDIT_KEY_FILE", "/run/secrets/audit-key");
            // Each has a file of its own, which outlives its container.
            assertThat(list(service(name).path("volumes")))
                    .as(name)
                    .containsExactly(name + ":/var/lib/funatic");
            assertThat(variables.get("FUNATIC_AUDIT_ANCHOR")).startsWith("/var/lib/funatic/");
            assertThat(names(compose.path("volumes"))).contains(name);
        }
    }

    /** Transfers to the platform are sent by servers only. */
    @Test
    void servers_do_the_work_that_workers_do_not() {
        for (String server : List.of("server-1", "server-2")) {
            assertThat(DeployFiles.texts(service(server).path("environment")))
                    .containsEntry("FUNATIC_WORKERS", "true");
        }
    }

    /** What the check at the start refuses in prod mode: docs/reference/databases.md. */
    @Test
    void databases_lose_nothing() {
        assertThat(list(service("mysql").path("command")))
                .contains(
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-doublewrite=ON",
                        "--sync-binlog=1",
                        "--character-set-server=utf8mb4",
                        "--max-allowed-packet=64M");
        assertThat(list(service("redis").path("command")))
                .containsSequence("--appendonly", "yes")
                .containsSequence("--appendfsync", "everysec")
                .containsSequence("--no-appendfsync-on-rewrite", "no")
                .containsSequence("--maxmemory-policy", "noeviction")
                .containsSequence("--hash-max-listpack-value", "4096");
        for (String database : List.of("mysql", "redis", "scylla")) {
            assertThat(service(database).path("volumes").isEmpty()).as(database).isFalse();
        }
    }

    @Test
    void prometheus_asks_services_that_there_are() throws IOException {
        JsonNode file =
                DeployFiles.documents(DeployFiles.DIRECTORY.resolve("prometheus/prometheus.yml"))
                        .getFirst();
        List<String> targets = new ArrayList<>();
        file.path("scrape_configs")
                .forEach(job ->
                        targets.addAll(list(job.path("static_configs").path(0).path("targets"))));
        assertThat(targets)
                .containsExactly(
                        "server-1:8081", "server-2:8081", "worker-1:8082", "worker-2:8082");
        assertThat(service("server-1").path("environment").path("FUNATIC_MANAGEMENT_PORT").asText())
                .isEqualTo("8081");
    }
}
