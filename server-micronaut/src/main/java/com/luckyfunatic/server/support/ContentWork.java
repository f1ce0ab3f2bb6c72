package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.operations.content.CatalogPublishing;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import com.luckyfunatic.operations.content.ReleasedContent;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans about releases of the content. Thread-safe; calls block. */
@Singleton
final class ContentWork implements PlanWork {
    private final GameEngine engine;
    private final Catalog given;
    private final CatalogReleases releases;
    private final CatalogPublishing publishing;
    private final ReleaseDesk desk;

    ContentWork(GameEngine engine, Catalog given, ReleaseDesk desk) {
        this.engine = engine;
        this.given = given;
        this.desk = desk;
        releases = engine.storage().catalogReleases();
        publishing = new CatalogPublishing(engine.storage(), given);
    }

    /**
     * Returns what {@code request} asks for, before it is looked at what that would come to.
     *
     * @throws ProblemException when a field is missing or out of its range, or there is no such
     *     release
     */
    PlannedChange.OfContent wanted(ContentPlanRequest request) {
        String why = request.words();
        return switch (request.action()) {
            case "publish" ->
                    release(ReleasedContent.hash(request.checkedDocument()), 0, request, why);
            case "restore" -> {
                CatalogRelease earlier = desk.find(Long.toString(request.checkedNumber()));
                yield release(earlier.hash(), earlier.number(), request, why);
            }
            case "cancel" -> new PlannedChange.CancelRelease(request.checkedNumber(), why);
            case null, default ->
                    throw ProblemException.invalidField(
                            "action", "must be 'publish', 'restore' or 'cancel'");
        };
    }

    private static PlannedChange.ReleaseContent release(
            String hash, long restores, ContentPlanRequest request, String why) {
        return new PlannedChange.ReleaseContent(
                hash,
                restores,
                request.activeFromMillis(),
                request.acceptsLosses(),
                PlannedChange.ReleaseContent.ANYTHING,
                why);
    }

    /**
     * Returns what is wanted, with what it would come to, and keeps new content for as long as it
     * may be published.
     *
     * @param id the name of the plan
     * @param document the new content; null for none
     * @param untilMillis until when the plan is good, epoch milliseconds
     * @throws ProblemException when it would be refused
     */
    PlannedChange.OfContent lookedAt(
            PlannedChange.OfContent wanted,
            OperatorName author,
            String id,
            @Nullable String document,
            long untilMillis) {
        if (!(wanted instanceof PlannedChange.ReleaseContent release)) {
            return wanted;
        }
        Outcome.Published shown = accepted(look(release, order(release, author, id), document));
        if (release.restores() == 0 && document != null) {
            releases.keepDraft(release.hash(), document, now(), untilMillis);
        }
        return new PlannedChange.ReleaseContent(
                release.hash(),
                release.restores(),
                release.activeFromMillis(),
                release.acceptsLosses(),
                outlook(shown),
                release.reason());
    }

    private static PlannedChange.ReleaseOutlook outlook(Outcome.Published shown) {
        String lines =
                Stream.concat(
                                shown.changes().stream().map(CatalogChange::line),
                                shown.losses().stream().map(CatalogProblem::toString))
                        .collect(Collectors.joining("\n"));
        return new PlannedChange.ReleaseOutlook(
                shown.seen(),
                shown.changes().size(),
                shown.losses().size(),
                HexFormat.of().formatHex(Sha256.of(lines)));
    }

    private static Order order(
            PlannedChange.ReleaseContent change, OperatorName author, String id) {
        return new Order(
                id,
                author.value(),
                change.reason(),
                change.activeFromMillis() == 0 ? null : change.activeFromMillis(),
                change.acceptsLosses(),
                null);
    }

    private Outcome look(
            PlannedChange.ReleaseContent change, Order order, @Nullable String document) {
        if (change.restores() != 0) {
            return publishing.restore(change.restores(), order, true, now());
        }
        return document == null
                ? new Outcome.Unknown()
                : publishing.publish("document", document, order, true, now());
    }

    private static Outcome.Published accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published shown -> shown;
            case Outcome.Invalid(var problems) ->
                    throw problem(ProblemCode.CATALOG_INVALID).with(Map.of("problems", problems));
            case Outcome.Losing(var losses) ->
                    throw problem(ProblemCode.CATALOG_LOSSES)
                            .with(Map.of("losses", lossWords(losses)));
            case Outcome.VersionTaken(var version) ->
                    throw problem(ProblemCode.CATALOG_VERSION_TAKEN)
                            .with(Map.of("version", version));
            case Outcome.TooLate _ ->
                    throw ProblemException.invalidField("activeFrom", "must not be in the past");
            case Outcome.Unknown _ -> throw problem(ProblemCode.UNKNOWN_RELEASE);
            // Nothing is published under the name of a plan that is only being made.
            case Outcome.Before _, Outcome.KeyReused _, Outcome.Outdated _ ->
                    throw problem(ProblemCode.PLAN_OUTDATED);
        };
    }

    /** Of content, {@link #lookedAt} has tried it just now. */
    @Override
    public void check(SupportPlan plan) {
        if (change(plan) instanceof PlannedChange.CancelRelease cancel) {
            CatalogRelease release = meant(cancel);
            if (!release.cancelled() && !release.isPlanned(now())) {
                throw problem(ProblemCode.RELEASE_IN_FORCE);
            }
        }
    }

    private CatalogRelease meant(PlannedChange.CancelRelease cancel) {
        return releases.find(cancel.number())
                .orElseThrow(() -> problem(ProblemCode.UNKNOWN_RELEASE));
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.CancelRelease cancel -> {
                CatalogRelease release = meant(cancel);
                yield release.isPlanned(now())
                        ? new Prospect(view(release), view(release.calledOff()))
                        : null;
            }
            case PlannedChange.ReleaseContent release ->
                    shown(plan, release)
                            .map(found -> new Prospect(inForce(found), after(release, found)))
                            .orElse(null);
        };
    }

    /** Returns what a release would come to; empty when that is not what was seen. */
    private Optional<Outcome.Published> shown(
            SupportPlan plan, PlannedChange.ReleaseContent change) {
        Order order = order(change, plan.author(), plan.id());
        return look(change, order, releases.draft(change.hash()).orElse(null))
                                instanceof Outcome.Published shown
                        && outlook(shown).equals(change.seen())
                ? Optional.of(shown)
                : Optional.empty();
    }

    private HoldingsView inForce(Outcome.Published shown) {
        Optional<CatalogRelease> replaced = releases.find(shown.replaces());
        Long number = replaced.map(CatalogRelease::number).orElse(0L);
        String version = replaced.map(CatalogRelease::version).orElse(given.version());
        return HoldingsView.of(
                new PlannedContentView(
                        number,
                        version,
                        "in_force",
                        replaced.map(each -> Instant.ofEpochMilli(each.activeFromMillis()))
                                .orElse(null),
                        List.of(),
                        List.of()));
    }

    private static HoldingsView after(
            PlannedChange.ReleaseContent change, Outcome.Published shown) {
        return HoldingsView.of(
                new PlannedContentView(
                        null,
                        shown.release().version(),
                        change.activeFromMillis() == 0 ? "in_force" : "planned",
                        change.activeFromMillis() == 0
                                ? null
                                : Instant.ofEpochMilli(change.activeFromMillis()),
                        shown.changes().stream().map(CatalogChange::line).toList(),
                        lossWords(shown.losses())));
    }

    private static List<String> lossWords(List<CatalogProblem> losses) {
        return losses.stream().map(CatalogProblem::toString).toList();
    }

    private HoldingsView view(CatalogRelease release) {
        ReleaseView shown = desk.view(release);
        return HoldingsView.of(
                new PlannedContentView(
                        shown.number(),
                        shown.version(),
                        shown.state(),
                        shown.activeFrom(),
                        List.of(),
                        List.of()));
    }

    @Override
    public boolean isKnown(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.CancelRelease cancel -> meant(cancel).cancelled();
            case PlannedChange.ReleaseContent release -> published(plan, release).isPresent();
        };
    }

    private Optional<CatalogRelease> published(
            SupportPlan plan, PlannedChange.ReleaseContent change) {
        return releases.published(order(change, plan.author(), plan.id()).operation());
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.CancelRelease cancel -> cancelled(cancel);
            case PlannedChange.ReleaseContent release ->
                    published(plan, release)
                            .map(before -> done(before, true))
                            .orElseGet(() -> publish(plan, release));
        };
    }

    private Done publish(SupportPlan plan, PlannedChange.ReleaseContent change) {
        Optional<Outcome.Published> shown = shown(plan, change);
        if (shown.isPresent()
                && published(plan, change, shown.get()) instanceof Outcome.Published made) {
            return done(made.release(), false);
        }
        // It is outdated, unless what it was outdated by is the same plan at the same moment.
        return published(plan, change)
                .map(before -> done(before, true))
                .orElseThrow(ContentWork::outdated);
    }

    private Outcome published(
            SupportPlan plan, PlannedChange.ReleaseContent change, Outcome.Published shown) {
        Optional<String> document =
                change.restores() == 0
                        ? releases.draft(change.hash())
                        : releases.document(shown.release().version());
        return document.isEmpty()
                ? new Outcome.Unknown()
                : publishing.publish(
                        shown, document.get(), order(change, plan.author(), plan.id()));
    }

    /** Who is refused may have met the same plan, which somebody carries out at that moment. */
    @Override
    public boolean hasComeToNothing(SupportPlan plan) {
        return !isKnown(plan);
    }

    private Done done(CatalogRelease release, boolean isRepeated) {
        return new Done(release.createdAtMillis(), isRepeated, view(release));
    }

    private Done cancelled(PlannedChange.CancelRelease cancel) {
        boolean wasKnown = meant(cancel).cancelled();
        CatalogRelease release =
                releases.cancel(cancel.number(), now())
                        .orElseThrow(() -> problem(ProblemCode.UNKNOWN_RELEASE));
        if (!release.cancelled()) {
            throw outdated();
        }
        return new Done(now(), wasKnown, view(release));
    }

    private static PlannedChange.OfContent change(SupportPlan plan) {
        if (plan.change() instanceof PlannedChange.OfContent change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no content");
    }

    private static ProblemException outdated() {
        return problem(ProblemCode.PLAN_OUTDATED);
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }

    private long now() {
        return engine.clock().millis();
    }
}
