package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogDiff;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.operations.content.CatalogPublishing;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import com.luckyfunatic.operations.content.ReleasedContent;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.OperatorAuthentication;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes content for operators. Whatever comes of it is recorded: done, refused or failed.
 * Thread-safe; calls block on the storage.
 */
@Singleton
final class ReleaseDesk {
    private static final String DOCUMENT = "document";

    private final GameEngine engine;
    private final SupportAudit audit;
    private final CatalogReleases releases;
    private final CatalogPublishing publishing;

    ReleaseDesk(GameEngine engine, Catalog given, SupportAudit audit) {
        this.engine = engine;
        this.audit = audit;
        releases = engine.storage().catalogReleases();
        publishing = new CatalogPublishing(engine.storage(), given);
    }

    /**
     * A release that was asked for.
     *
     * @param repeated whether it was there before, under the caller's key
     */
    record Made(ReleaseChangesView view, boolean repeated) {}

    /** Shows releases. */
    List<ReleaseView> views(List<CatalogRelease> found) {
        long inForce = inForce();
        long now = now();
        return found.stream().map(each -> ReleaseView.of(each, inForce, now)).toList();
    }

    private long now() {
        return engine.clock().millis();
    }

    private long inForce() {
        return releases.inForce(now(), 1).stream().mapToLong(CatalogRelease::number).sum();
    }

    /**
     * Shows a release and what is different in it.
     *
     * @param against the number of another one; null for the one before
     */
    ReleaseChangesView changes(String number, @Nullable String against) {
        CatalogRelease release = find(number);
        Optional<CatalogRelease> other =
                against == null
                        ? releases.page(release.number(), 1).items().stream().findFirst()
                        : Optional.of(find(against));
        return ReleaseChangesView.of(
                view(release),
                null,
                other.map(CatalogRelease::number).orElse(null),
                other.map(each -> changes(each, release)).orElse(List.of()),
                List.of());
    }

    /** Shows the content of a release. */
    ReleaseDocumentView document(String number) {
        CatalogRelease release = find(number);
        return new ReleaseDocumentView(
                release.number(),
                release.version(),
                releases.document(release.version()).orElseThrow(ReleaseDesk::unknown));
    }

    private List<CatalogChange> changes(CatalogRelease before, CatalogRelease after) {
        return CatalogDiff.between(
                ReleasedContent.of(before, releases).definition(),
                ReleasedContent.of(after, releases).definition());
    }

    private ReleaseView view(CatalogRelease release) {
        return ReleaseView.of(release, inForce(), now());
    }

    private CatalogRelease find(String number) {
        return releases.find(number(number)).orElseThrow(ReleaseDesk::unknown);
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private static ProblemException unknown() {
        return problem(ProblemCode.UNKNOWN_RELEASE);
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }

    /** Publishes content. */
    Made publish(OperatorAuthentication caller, PublishRequest request, @Nullable OperationId key) {
        String document = request.checkedDocument();
        Order order =
                order(
                        caller,
                        request.reason(),
                        request.activeFrom(),
                        false,
                        request.expectedCurrent(),
                        key);
        return made(
                caller,
                OperatorAction.PUBLISH_RELEASE,
                order,
                request.isTrial(),
                () -> publishing.published(document, order),
                () -> publishing.publish(DOCUMENT, document, order, request.isTrial(), now()));
    }

    /** Brings the content of an earlier release back. */
    Made restore(
            OperatorAuthentication caller,
            String number,
            RestoreRequest request,
            @Nullable OperationId key) {
        long earlier = number(number);
        Order order =
                order(
                        caller,
                        request.reason(),
                        request.activeFrom(),
                        request.acceptsLosses(),
                        request.expectedCurrent(),
                        key);
        return made(
                caller,
                OperatorAction.RESTORE_RELEASE,
                order,
                request.isTrial(),
                () -> publishing.restored(earlier, order),
                () -> publishing.restore(earlier, order, request.isTrial(), now()));
    }

    private static Order order(
            OperatorAuthentication caller,
            @Nullable String reason,
            @Nullable String activeFrom,
            boolean acceptsLosses,
            @Nullable Long expectedCurrent,
            @Nullable OperationId key) {
        return new Order(
                key == null ? UUID.randomUUID().toString() : key.value(),
                caller.operator().name().value(),
                checkedReason(reason),
                activeFrom == null ? null : checkedMoment(activeFrom),
                acceptsLosses,
                checkedNumber(expectedCurrent));
    }

    private static @Nullable Long checkedNumber(@Nullable Long expectedCurrent) {
        if (expectedCurrent != null && expectedCurrent < 0) {
            throw ProblemException.invalidField("expectedCurrent", "must be at least 0");
        }
        return expectedCurrent;
    }

    private static String checkedReason(@Nullable String reason) {
        if (reason == null
                || reason.isBlank()
                || reason.length() > CatalogRelease.REASON_LENGTH_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "reason",
                    "must have 1 to "
                            + CatalogRelease.REASON_LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return reason;
    }

    private static long checkedMoment(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw ProblemException.invalidField(
                    "activeFrom", "must be a moment such as 2026-12-24T00:00:00Z");
        }
    }

    private Made made(
            OperatorAuthentication caller,
            String action,
            Order order,
            boolean isTrial,
            Supplier<Optional<Outcome>> before,
            Supplier<Outcome> work) {
        Optional<Outcome> known = before.get();
        if (known.isPresent()) {
            return made(accepted(known.get()));
        }
        if (!isTrial) {
            // Before it is done: whoever dies in between leaves a trace that says who asked.
            record(caller, action, ActionOutcome.BEGUN, null, order.reason());
        }
        Accepted done = recorded(caller, action, order.reason(), () -> accepted(work.get()));
        if (!isTrial) {
            record(
                    caller,
                    action,
                    ActionOutcome.DONE,
                    Long.toString(done.release().number()),
                    done.words() + ": " + order.reason());
        }
        return made(done);
    }

    /**
     * What was not refused.
     *
     * @param published how it is different; null when it was published before
     */
    private record Accepted(CatalogRelease release, Outcome.@Nullable Published published) {
        String words() {
            return "version "
                    + release.version()
                    + (published == null
                            ? ", published before"
                            : ", "
                                    + published.changes().size()
                                    + " changes, "
                                    + published.losses().size()
                                    + " losses accepted");
        }
    }

    private Made made(Accepted done) {
        Outcome.Published published = done.published();
        return published == null
                ? new Made(changes(Long.toString(done.release().number()), null), true)
                : new Made(
                        ReleaseChangesView.of(
                                view(done.release()),
                                published.replaces(),
                                published.against(),
                                published.changes(),
                                published.losses()),
                        false);
    }

    private static Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published done -> new Accepted(done.release(), done);
            case Outcome.Before(var release) -> new Accepted(release, null);
            case Outcome.KeyReused _ -> throw problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case Outcome.Invalid(var problems) ->
                    throw problem(ProblemCode.CATALOG_INVALID).with(Map.of("problems", problems));
            case Outcome.Losing(var losses) ->
                    throw problem(ProblemCode.CATALOG_LOSSES)
                            .with(
                                    Map.of(
                                            "losses",
                                            losses.stream()
                                                    .map(CatalogProblem::toString)
                                                    .toList()));
            case Outcome.VersionTaken(var version) ->
                    throw problem(ProblemCode.CATALOG_VERSION_TAKEN)
                            .with(Map.of("version", version));
            case Outcome.Outdated outdated ->
                    throw new ProblemException(ProblemCode.RELEASE_OUTDATED, outdated.words())
                            .with(
                                    Map.of(
                                            "expected",
                                            outdated.expected(),
                                            "current",
                                            outdated.current()));
            case Outcome.TooLate _ ->
                    throw ProblemException.invalidField("activeFrom", "must not be in the past");
            case Outcome.Unknown _ -> throw unknown();
        };
    }

    /** Calls a release off. */
    ReleaseView cancel(OperatorAuthentication caller, String number) {
        CatalogRelease release =
                recorded(
                        caller,
                        OperatorAction.CANCEL_RELEASE,
                        number,
                        () -> {
                            CatalogRelease meant = find(number);
                            record(
                                    caller,
                                    OperatorAction.CANCEL_RELEASE,
                                    ActionOutcome.BEGUN,
                                    number,
                                    "version " + meant.version());
                            CatalogRelease found =
                                    releases.cancel(meant.number(), now())
                                            .orElseThrow(ReleaseDesk::unknown);
                            if (!found.cancelled()) {
                                throw problem(ProblemCode.RELEASE_IN_FORCE);
                            }
                            return found;
                        });
        record(
                caller,
                OperatorAction.CANCEL_RELEASE,
                ActionOutcome.DONE,
                number,
                "version " + release.version());
        return view(release);
    }

    private <T> T recorded(
            OperatorAuthentication caller, String action, String words, Supplier<T> work) {
        return audit.recordingWhyNot(caller, action, null, null, words, work);
    }

    private void record(
            OperatorAuthentication caller,
            String action,
            ActionOutcome outcome,
            @Nullable String reference,
            String detail) {
        audit.record(caller, action, null, reference, outcome, detail);
    }
}
