package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Releases by number and documents by version, under one lock. Thread-safe. */
final class MemoryCatalogReleases implements CatalogReleases {
    private static final Comparator<CatalogRelease> IN_FORCE_FIRST =
            Comparator.comparingLong(CatalogRelease::activeFromMillis)
                    .thenComparingLong(CatalogRelease::number)
                    .reversed();

    private final TreeMap<Long, CatalogRelease> releases = new TreeMap<>();
    private final Map<String, CatalogRelease> byOperation = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final OpenState open;

    MemoryCatalogReleases(OpenState open) {
        this.open = open;
    }

    private record Draft(String document, long untilMillis) {}

    @Override
    public synchronized Optional<CatalogRelease> publish(
            CatalogRelease draft, String document, ReleaseBasis seen) {
        open.require();
        String known = documents.get(draft.version());
        if (known != null && !known.equals(document)) {
            throw new IllegalArgumentException(
                    "version " + draft.version() + " is known with other content");
        }
        CatalogRelease before = byOperation.get(draft.operation());
        if (before != null) {
            return Optional.of(before);
        }
        if (!basis(draft.activeFromMillis()).equals(seen)) {
            return Optional.empty();
        }
        CatalogRelease release = draft.numbered(releases.size() + 1L);
        documents.put(release.version(), document);
        byOperation.put(release.operation(), release);
        releases.put(release.number(), release);
        return Optional.of(release);
    }

    @Override
    public synchronized void keepDraft(
            String hash, String document, long nowMillis, long untilMillis) {
        open.require();
        drafts.values().removeIf(each -> each.untilMillis() <= nowMillis);
        Draft known = drafts.get(hash);
        long until = known == null ? untilMillis : Math.max(known.untilMillis(), untilMillis);
        drafts.put(hash, new Draft(document, until));
    }

    @Override
    public synchronized Optional<String> draft(String hash) {
        open.require();
        return Optional.ofNullable(drafts.get(hash)).map(Draft::document);
    }

    @Override
    public synchronized Optional<CatalogRelease> find(long number) {
        open.require();
        return Optional.ofNullable(releases.get(number));
    }

    @Override
    public synchronized Optional<CatalogRelease> published(String operation) {
        open.require();
        return Optional.ofNullable(byOperation.get(operation));
    }

    @Override
    public synchronized Optional<String> document(String version) {
        open.require();
        return Optional.ofNullable(documents.get(version));
    }

    @Override
    public synchronized List<CatalogRelease> inForce(long atMillis, int limit) {
        open.require();
        Page.requireLimit(limit);
        return releases.values().stream()
                .filter(each -> !each.cancelled() && each.activeFromMillis() <= atMillis)
                .sorted(IN_FORCE_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<CatalogRelease> page(long beforeNumber, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                releases.headMap(beforeNumber, false).descendingMap().values().stream()
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized Optional<CatalogRelease> cancel(long number, long nowMillis) {
        open.require();
        CatalogRelease release = releases.get(number);
        if (release != null && release.isPlanned(nowMillis)) {
            release = release.calledOff();
            releases.put(number, release);
            byOperation.put(release.operation(), release);
        }
        return Optional.ofNullable(release);
    }
}
