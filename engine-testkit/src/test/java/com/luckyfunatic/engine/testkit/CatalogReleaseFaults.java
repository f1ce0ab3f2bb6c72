package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Stores of releases that do one thing wrong. */
final class CatalogReleaseFaults {
    private CatalogReleaseFaults() {}

    abstract static class Releases extends BrokenStorage implements CatalogReleases {
        Releases(PlainStorage right) {
            super(right);
        }

        final CatalogReleases releases() {
            return right.catalogReleases();
        }

        @Override
        public final CatalogReleases catalogReleases() {
            return this;
        }

        @Override
        public Optional<CatalogRelease> publish(
                CatalogRelease draft, String document, ReleaseBasis seen) {
            return releases().publish(draft, document, seen);
        }

        @Override
        public void keepDraft(String hash, String document, long nowMillis, long untilMillis) {
            releases().keepDraft(hash, document, nowMillis, untilMillis);
        }

        @Override
        public Optional<String> draft(String hash) {
            return releases().draft(hash);
        }

        /** Of releases; the directory finds players. */
        @Override
        public Optional<CatalogRelease> find(long number) {
            return releases().find(number);
        }

        @Override
        public Optional<CatalogRelease> published(String operation) {
            return releases().published(operation);
        }

        @Override
        public Optional<String> document(String version) {
            return releases().document(version);
        }

        @Override
        public List<CatalogRelease> inForce(long atMillis, int limit) {
            return releases().inForce(atMillis, limit);
        }

        @Override
        public final Page<CatalogRelease> page(long beforeNumber, int limit) {
            return releases().page(beforeNumber, limit);
        }

        @Override
        public Optional<CatalogRelease> cancel(long number, long nowMillis) {
            return releases().cancel(number, nowMillis);
        }
    }

    static final class PublishesAgain extends Releases {
        private final AtomicLong again = new AtomicLong();

        PublishesAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> publish(
                CatalogRelease draft, String document, ReleaseBasis seen) {
            CatalogRelease other =
                    new CatalogRelease(
                            0,
                            "again" + again.incrementAndGet(),
                            draft.version(),
                            draft.hash(),
                            draft.author(),
                            draft.reason(),
                            draft.createdAtMillis(),
                            draft.activeFromMillis(),
                            draft.restores(),
                            false);
            return super.publish(other, document, seen);
        }
    }

    static final class TakesAnyDocument extends Releases {
        TakesAnyDocument(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> publish(
                CatalogRelease draft, String document, ReleaseBasis seen) {
            return super.publish(draft, document(draft.version()).orElse(document), seen);
        }
    }

    static final class PublishesWhateverWasSeen extends Releases {
        PublishesWhateverWasSeen(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> publish(
                CatalogRelease draft, String document, ReleaseBasis seen) {
            Optional<CatalogRelease> made = Optional.empty();
            for (int i = 0; i < 1_000 && made.isEmpty(); i++) {
                made = super.publish(draft, document, basis(draft.activeFromMillis()));
            }
            return made;
        }
    }

    static final class LooksAtTheLatestOnly extends Releases {
        LooksAtTheLatestOnly(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> publish(
                CatalogRelease draft, String document, ReleaseBasis seen) {
            ReleaseBasis now = basis(draft.activeFromMillis());
            return super.publish(draft, document, seen.latest() == now.latest() ? now : seen);
        }
    }

    static final class NeverForgetsDrafts extends Releases {
        NeverForgetsDrafts(PlainStorage right) {
            super(right);
        }

        @Override
        public void keepDraft(String hash, String document, long nowMillis, long untilMillis) {
            super.keepDraft(hash, document, 0, untilMillis);
        }
    }

    static final class KeepsDraftsAsLongAsFirstSaid extends Releases {
        KeepsDraftsAsLongAsFirstSaid(PlainStorage right) {
            super(right);
        }

        @Override
        public void keepDraft(String hash, String document, long nowMillis, long untilMillis) {
            if (draft(hash).isEmpty()) {
                super.keepDraft(hash, document, nowMillis, untilMillis);
            }
        }
    }

    static final class TakesTheGreatestNumber extends Releases {
        TakesTheGreatestNumber(PlainStorage right) {
            super(right);
        }

        @Override
        public List<CatalogRelease> inForce(long atMillis, int limit) {
            List<CatalogRelease> found = super.inForce(atMillis, Page.LIMIT_MAX);
            return found.stream()
                    .sorted((one, other) -> Long.compare(other.number(), one.number()))
                    .limit(limit)
                    .toList();
        }
    }

    static final class LooksAhead extends Releases {
        LooksAhead(PlainStorage right) {
            super(right);
        }

        @Override
        public List<CatalogRelease> inForce(long atMillis, int limit) {
            return super.inForce(atMillis + 1, limit);
        }
    }

    static final class CallsOffWhatIsInForce extends Releases {
        CallsOffWhatIsInForce(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> cancel(long number, long nowMillis) {
            return super.cancel(number, 0);
        }
    }

    static final class OnlySaysThatItIsCalledOff extends Releases {
        OnlySaysThatItIsCalledOff(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<CatalogRelease> cancel(long number, long nowMillis) {
            return find(number).map(each -> each.isPlanned(nowMillis) ? each.calledOff() : each);
        }
    }

    static final class ShortensDocuments extends Releases {
        ShortensDocuments(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<String> document(String version) {
            return super.document(version)
                    .map(text -> text.substring(0, Math.min(text.length(), 65_535)));
        }
    }
}
