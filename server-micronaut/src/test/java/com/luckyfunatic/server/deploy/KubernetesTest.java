package com.luckyfunatic.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manifests for Kubernetes, held to one another and to the server. */
class KubernetesTest {
    private static List<JsonNode> all;

    @BeforeAll
    static void read() throws IOException {
        all = DeployFiles.kubernetes();
    }

    private static List<JsonNode> of(String kind) {
        return all.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
    }

    private static JsonNode deployment(String name) {
        return of("Deployment").stream()
                .filter(each -> each.path("metadata").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod(JsonNode deployment) {
        return deployment.path("spec").path("template").path("spec");
    }

    private static JsonNode container(JsonNode deployment) {
        return pod(deployment).path("containers").path(0);
    }

    private static Map<String, Integer> ports(JsonNode deployment) {
        Map<String, Integer> ports = new TreeMap<>();
        container(deployment)
                .path("ports")
                .forEach(port ->
                        ports.put(port.path("name").asText(), port.path("containerPort").asInt()));
        return ports;
    }

    private static Map<String, String> variables(JsonNode deployment) {
        Map<String, String> variables =
                new HashMap<>(DeployFiles.texts(of("ConfigMap").getFirst().path("data")));
        container(deployment)
                .path("env")
                .forEach(each ->
                        variables.put(each.path("name").asText(), each.path("value").asText()));
        return variables;
    }

    @Test
    void there_is_a_deployment_and_a_budget_of_servers_and_of_workers() {
        assertThat(of("Deployment")).hasSize(2);
        for (JsonNode deployment : of("Deployment")) {
            JsonNode labels =
                    deployment.path("spec").path("template").path("metadata").path("labels");
            assertThat(deployment.path("spec").path("selector").path("matchLabels"))
                    .isEqualTo(labels);
            assertThat(deployment.path("spec").path("replicas").asInt()).isEqualTo(2);
            assertThat(of("PodDisruptionBudget"))
                    .anySatisfy(budget ->
                            assertThat(budget.path("spec").path("selector").path("matchLabels"))
                                    .isEqualTo(labels));
        }
    }

    @Test
    void servers_start_with_it_and_refuse_without_secrets() {
        StartedSettings.assertGood(variables(deployment("funatic-server")));
    }

    @Test
    void who_can_write_to_the_databases_cannot_rewrite_the_audit() {
        for (JsonNode deployment : of("Deployment")) {
            assertThat(variables(deployment))
                    .containsEntry("FUNATIC_AUDIT_KEY_FILE", "/etc/funatic/audit-key");
        }
    }

    /** Transfers to the platform are sent by servers only. */
    @Test
    void servers_do_the_work_that_workers_do_not() {
        assertThat(variables(deployment("funatic-server")))
                .containsEntry("FUNATIC_WORKERS", "true");
    }

    @Test
    void ports_are_those_that_the_server_listens_on() {
        JsonNode server = deployment("funatic-server");
        Map<String, String> variables = variables(server);
        assertThat(ports(server))
                .containsEntry("http", Integer.valueOf(variables.get("FUNATIC_HTTP_PORT")))
                .containsEntry(
                        "metrics", Integer.valueOf(variables.get("FUNATIC_MANAGEMENT_PORT")));
        JsonNode service = of("Service").getFirst().path("spec");
        assertThat(service.path("selector"))
                .isEqualTo(server.path("spec").path("template").path("metadata").path("labels"));
        assertThat(ports(server))
                .containsKey(service.path("ports").path(0).path("targetPort").asText());
        JsonNode worker = deployment("funatic-worker");
        assertThat(container(worker).path("args").toString())
                .contains("\"--metrics-port\",\"" + ports(worker).get("metrics") + "\"");
    }

    /** A database that is away must not restart every server. */
    @Test
    void probes_ask_what_they_are_for() {
        JsonNode server = container(deployment("funatic-server"));
        assertProbe(server, "startupProbe", "http", "/healthz");
        assertProbe(server, "livenessProbe", "http", "/healthz");
        assertProbe(server, "readinessProbe", "http", "/readyz");
        JsonNode worker = container(deployment("funatic-worker"));
        assertProbe(worker, "startupProbe", "metrics", "/healthz");
        assertProbe(worker, "livenessProbe", "metrics", "/healthz");
    }

    private static void assertProbe(JsonNode container, String probe, String port, String path) {
        JsonNode request = container.path(probe).path("httpGet");
        assertThat(request.path("path").asText()).as(probe).isEqualTo(path);
        assertThat(request.path("port").asText()).as(probe).isEqualTo(port);
    }

    @Test
    void nothing_of_the_cluster_reaches_the_settings_or_the_program() {
        for (JsonNode deployment : of("Deployment")) {
            JsonNode pod = pod(deployment);
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(
                            container(deployment)
                                    .path("securityContext")
                                    .path("readOnlyRootFilesystem")
                                    .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void secrets_are_named_and_not_contained() {
        assertThat(of("Secret")).isEmpty();
        for (JsonNode deployment : of("Deployment")) {
            assertThat(
                            pod(deployment)
                                    .path("volumes")
                                    .path(0)
                                    .path("secret")
                                    .path("secretName")
                                    .asText())
                    .isEqualTo("funatic");
            assertThat(variables(deployment).get("FUNATIC_CONFIG"))
                    .startsWith(
                            container(deployment)
                                            .path("volumeMounts")
                                            .path(0)
                                            .path("mountPath")
                                            .asText()
                                    + "/");
        }
    }
}
