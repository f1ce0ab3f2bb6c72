package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plainest store of releases. Thread-safe. */
final class ModelCatalogReleases implements CatalogReleases {
    private final List<CatalogRelease> all = new ArrayList<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, String> drafts = new LinkedHashMap<>();
    private final Map<String, Long> keptUntil = new LinkedHashMap<>();
    private final Runnable requireOpen;

    ModelCatalogReleases(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    @Override
    public synchronized Optional<CatalogRelease> publish(
            CatalogRelease draft, String document, ReleaseBasis seen) {
        requireOpen.run();
        if (!documents.getOrDefault(draft.version(), document).equals(document)) {
            throw new IllegalArgumentException("another document has that version");
        }
        for (CatalogRelease each : all) {
            if (each.operation().equals(draft.operation())) {
                return Optional.of(each);
            }
        }
        if (!basis(draft.activeFromMillis()).equals(seen)) {
            return Optional.empty();
        }
        documents.put(draft.version(), document);
        all.add(draft.numbered(all.size() + 1L));
        return Optional.of(all.getLast());
    }

    @Override
    public synchronized void keepDraft(
            String hash, String document, long nowMillis, long untilMillis) {
        requireOpen.run();
        keptUntil.values().removeIf(until -> until <= nowMillis);
        drafts.keySet().retainAll(keptUntil.keySet());
        drafts.put(hash, document);
        keptUntil.merge(hash, untilMillis, Math::max);
    }

    @Override
    public synchronized Optional<String> draft(String hash) {
        requireOpen.run();
        return Optional.ofNullable(drafts.get(hash));
    }

    @Override
    public synchronized Optional<CatalogRelease> find(long number) {
        requireOpen.run();
        return all.stream().filter(each -> each.number() == number).findFirst();
    }

    @Override
    public synchronized Optional<CatalogRelease> published(String operation) {
        requireOpen.run();
        return all.stream().filter(each -> each.operation().equals(operation)).findFirst();
    }

    @Override
    public synchronized Optional<String> document(String version) {
        requireOpen.run();
        return Optional.ofNullable(documents.get(version));
    }

    @Override
    public synchronized List<CatalogRelease> inForce(long atMillis, int limit) {
        requireOpen.run();
        Page.requireLimit(limit);
        return all.stream()
                .filter(each -> !each.cancelled() && each.activeFromMillis() <= atMillis)
                .sorted(
                        Comparator.comparingLong(CatalogRelease::activeFromMillis)
                                .thenComparingLong(CatalogRelease::number)
                                .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<CatalogRelease> page(long beforeNumber, int limit) {
        requireOpen.run();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                all.reversed().stream()
                        .filter(each -> each.number() < beforeNumber)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized Optional<CatalogRelease> cancel(long number, long nowMillis) {
        requireOpen.run();
        all.replaceAll(each ->
                each.number() == number && each.isPlanned(nowMillis) ? each.calledOff() : each);
        return find(number);
    }
}
