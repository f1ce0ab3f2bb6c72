package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.OnceOptions;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.CatalogOption;
import com.luckyfunatic.operations.content.CatalogPublishing;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A command that publishes a release, and tells what is different in it. */
abstract class ReleaseCommand extends TwoWayCommand {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for those who read the list of releases.")
    private String reason;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When it comes into force, such as 2026-12-24T00:00:00Z. Default: at once.")
    private @Nullable Instant at;

    @Option(
            names = "--accept-losses",
            description =
                    "Publish it although players could lose something; at a server another person"
                            + " has to approve it.")
    private boolean acceptsLosses;

    @Option(
            names = "--dry-run",
            description = "Only tell what would come of it; at a server, by a plan that is left.")
    private boolean isTrial;

    @Mixin private OnceOptions once;
    @Mixin private ActorOption actor;
    @Mixin private CatalogOption given;
    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ReleaseCommand() {}

    /** Returns what a server is asked for, without what is said of every release. */
    abstract ObjectNode change();

    @Override
    protected final Exchange exchange() {
        checkWords();
        ObjectNode change = change();
        if (at != null) {
            change.put("activeFrom", at.toString());
        }
        if (acceptsLosses) {
            change.put("acceptLosses", true);
        }
        return atServer.planOnce(spec(), _ -> "catalog", change, reason, isTrial, once.key(spec()));
    }

    @Override
    protected List<String> ofStorageOnly() {
        return List.of("--catalog", OnceOptions.EXPECT);
    }

    /** Under which word it is recorded. */
    abstract String action();

    /** Has {@code publishing} do it. */
    abstract Outcome publish(
            CatalogPublishing publishing, Order order, boolean isATrial, long nowMillis);

    @Override
    protected void check() {
        checkWords();
        once.key(spec());
        once.expected(spec());
        requireLength("--by", actor.name(), CatalogRelease.AUTHOR_LENGTH_MAX);
    }

    private void checkWords() {
        requireLength("--reason", reason, CatalogRelease.REASON_LENGTH_MAX);
        if (at != null && at.isBefore(Instant.EPOCH)) {
            throw new ParameterException(spec().commandLine(), "--at is after 1970.");
        }
    }

    private void requireLength(String option, String text, int lengthMax) {
        if (text.isBlank() || text.length() > lengthMax) {
            throw new ParameterException(
                    spec().commandLine(), option + " has 1 to " + lengthMax + " characters.");
        }
    }

    @Override
    protected final int run(GameStorage opened) {
        CatalogPublishing publishing = new CatalogPublishing(opened, given.catalog(options()));
        Order order =
                new Order(
                        once.key(spec()),
                        actor.name(),
                        reason.strip(),
                        at == null ? null : at.toEpochMilli(),
                        acceptsLosses,
                        once.expected(spec()));
        IntSupplier work = () -> tell(publish(publishing, order, isTrial, opened.clock().millis()));
        return isTrial
                ? work.getAsInt()
                : new OperatorRecord(opened, actor.name())
                        .around(action(), null, null, order.reason(), work);
    }

    private void tellPublished(Outcome.Published done) {
        if (isJson()) {
            tell(ReleaseJson.of(done.release(), done.changes()));
            return;
        }
        if (done.against() != done.replaces()) {
            complain(unplayable(done.replaces(), done.against()));
        }
        ChangeLog.print(done.changes(), false, spec().commandLine().getOut());
        done.losses().forEach(loss -> complain("Accepted: " + loss));
        tell(sentence(done.release(), done.replaces()));
    }

    private int tell(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published done -> {
                tellPublished(done);
                yield ExitCodes.OK;
            }
            case Outcome.Before(var release) -> {
                tell(isJson() ? ReleaseJson.of(release) : known(release) + ": nothing more is.");
                yield ExitCodes.OK;
            }
            case Outcome.KeyReused(var release) ->
                    refuse(
                            List.of(),
                            known(release)
                                    + ", and that is something else, or for another reason or"
                                    + " moment: give another --key.");
            case Outcome.Invalid(var problems) -> refuse(problems, "The catalog has problems.");
            case Outcome.Losing(var losses) ->
                    refuse(
                            losses.stream().map(CatalogProblem::toString).toList(),
                            "Players could lose something; --accept-losses publishes it anyway.");
            case Outcome.VersionTaken(var version) ->
                    refuse(
                            List.of(),
                            "Other content has the version " + version + ": give it a new one.");
            case Outcome.Outdated outdated -> refuse(List.of(), outdated.words());
            case Outcome.TooLate _ -> refuse(List.of(), "--at is in the past.");
            case Outcome.Unknown _ ->
                    refuse(List.of(), "There is no such release that was ever in force.");
        };
    }

    private int refuse(List<String> lines, String why) {
        lines.forEach(this::complain);
        complain(why);
        return ExitCodes.PROBLEMS;
    }

    private static String known(CatalogRelease release) {
        return "Release "
                + release.number()
                + " (version "
                + release.version()
                + ") was published under this key before";
    }

    private static String unplayable(long replaces, long against) {
        return "Release "
                + replaces
                + " cannot be played by this build: the changes are against "
                + (against == 0
                        ? "the catalog that servers are given."
                        : "release " + against + ".");
    }

    private static String sentence(CatalogRelease release, long replaces) {
        String when =
                release.createdAtMillis() == release.activeFromMillis()
                        ? "at once"
                        : "at " + Instant.ofEpochMilli(release.activeFromMillis());
        return release.number() == 0
                ? "Version "
                        + release.version()
                        + " would come into force "
                        + when
                        + ", in the place of release "
                        + replaces
                        + "."
                : "Release "
                        + release.number()
                        + " (version "
                        + release.version()
                        + ") comes into force "
                        + when
                        + "; running servers switch within 5 seconds.";
    }
}
