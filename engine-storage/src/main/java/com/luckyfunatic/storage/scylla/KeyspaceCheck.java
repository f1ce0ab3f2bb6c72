package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at how the audit is spread over nodes. */
final class KeyspaceCheck {
    private static final String BACKEND = "scylla";

    private KeyspaceCheck() {}

    /**
     * Refuses a data centre that has no node: the driver would only say that it found none.
     *
     * @throws StorageNotOpenableException when there is none in {@code dataCentre}
     */
    static void requireDataCentre(CqlSession session, String dataCentre) {
        Set<String> known =
                session.getMetadata().getNodes().values().stream()
                        .map(Node::getDatacenter)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(dataCentre)) {
            throw new StorageNotOpenableException(
                    "the audit database has no node in the data centre '"
                            + dataCentre
                            + "'; its nodes are in "
                            + known);
        }
    }

    /** Returns what there is to say about the keyspace of {@code session}. */
    static List<Finding> findings(CqlSession session, ScyllaSettings settings) {
        Metadata metadata = session.getMetadata();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> replication =
                metadata.getKeyspace(settings.keyspace())
                        .map(KeyspaceMetadata::getReplication)
                        .orElse(Map.of());
        findings.add(
                new Finding(
                        BACKEND,
                        Weight.NOTE,
                        "keyspace "
                                + settings.keyspace()
                                + " on "
                                + metadata.getNodes().size()
                                + " known nodes, with replication "
                                + new TreeMap<>(replication)));
        int copies = copies(replication, settings.localDatacenter());
        if (copies == 0) {
            findings.add(
                    new Finding(
                            BACKEND,
                            Weight.UNSAFE,
                            "keyspace "
                                    + settings.keyspace()
                                    + " has no copies in the data centre "
                                    + settings.localDatacenter()
                                    + ": nothing could be written there; alter its replication"));
        } else if (copies == 1) {
            findings.add(
                    new Finding(
                            BACKEND,
                            Weight.DOUBT,
                            "keyspace "
                                    + settings.keyspace()
                                    + " has one copy of each row: the audit loses what a node"
                                    + " loses and waits while one is away; three copies are"
                                    + " usual"));
        }
        return List.copyOf(findings);
    }

    private static int copies(Map<String, String> replication, String dataCentre) {
        String simple = replication.get("replication_factor");
        String text = replication.getOrDefault(dataCentre, simple == null ? "0" : simple);
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 1;
    }
}
