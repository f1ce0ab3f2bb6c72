package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.Version;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at how the audit is spread over nodes. */
final class KeyspaceCheck {
    private static final String BACKEND = "scylla";
    private static final String UNKNOWN = "unknown";
    private static final int COPIES_USUAL = 3;

    private KeyspaceCheck() {}

    /**
     * Refuses a data centre that has no node: the driver would only say that it found none.
     *
     * @throws StorageNotOpenableException when there is none in {@code dataCentre}
     */
    static void requireDataCentre(CqlSession session, String dataCentre) {
        Set<String> known = of(session.getMetadata(), KeyspaceCheck::dataCentre);
        if (!known.contains(dataCentre)) {
            throw new StorageNotOpenableException(
                    "the audit database has no node in the data centre '"
                            + dataCentre
                            + "'; its nodes are in "
                            + known);
        }
    }

    /**
     * Refuses a keyspace of which nothing can be stored where this process asks.
     *
     * @throws StorageNotOpenableException when it is such a one
     */
    static void requireCopies(CqlSession session, ScyllaSettings settings) {
        OptionalInt copies = copies(session.getMetadata(), settings);
        if (copies.isPresent() && copies.getAsInt() == 0) {
            throw new StorageNotOpenableException(
                    replication(settings)
                            + " is 0, must be 1 at least: nothing could be written there; alter the"
                            + " keyspace");
        }
    }

    /** Returns what there is to say about the keyspace of {@code session}. */
    static List<Finding> findings(CqlSession session, ScyllaSettings settings) {
        Metadata metadata = session.getMetadata();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new Finding(
                        BACKEND,
                        Weight.NOTE,
                        "%d known nodes of version %s; keyspace %s has replication %s"
                                .formatted(
                                        metadata.getNodes().size(),
                                        of(metadata, KeyspaceCheck::version),
                                        settings.keyspace(),
                                        keyspace(metadata, settings)
                                                .map(KeyspaceMetadata::getReplication)
                                                .map(TreeMap::new)
                                                .orElseGet(TreeMap::new))));
        OptionalInt copies = copies(metadata, settings);
        if (copies.isPresent() && copies.getAsInt() < COPIES_USUAL) {
            findings.add(
                    new Finding(
                            BACKEND,
                            Weight.DOUBT,
                            "%s is %d, should be %d: the audit waits while a node is away, and may"
                                            .formatted(
                                                    replication(settings),
                                                    copies.getAsInt(),
                                                    COPIES_USUAL)
                                    + " lose what that node loses"));
        }
        return List.copyOf(findings);
    }

    private static String replication(ScyllaSettings settings) {
        return "replication of keyspace "
                + settings.keyspace()
                + " in data centre "
                + settings.localDatacenter();
    }

    private static Set<String> of(Metadata metadata, Function<Node, String> what) {
        return metadata.getNodes().values().stream()
                .map(what)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String dataCentre(Node node) {
        return Objects.requireNonNullElse(node.getDatacenter(), UNKNOWN);
    }

    private static String version(Node node) {
        Version version = node.getCassandraVersion();
        return version == null ? UNKNOWN : version.toString();
    }

    private static Optional<KeyspaceMetadata> keyspace(Metadata metadata, ScyllaSettings settings) {
        return metadata.getKeyspace(settings.keyspace());
    }

    /** Returns how many copies a row has in our data centre; nothing when that is not known. */
    private static OptionalInt copies(Metadata metadata, ScyllaSettings settings) {
        Map<String, String> replication =
                keyspace(metadata, settings).map(KeyspaceMetadata::getReplication).orElse(Map.of());
        if (replication.isEmpty()) {
            return OptionalInt.empty();
        }
        String everywhere = replication.getOrDefault("replication_factor", "0");
        String text = replication.getOrDefault(settings.localDatacenter(), everywhere);
        return text.matches("\\d{1,3}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
