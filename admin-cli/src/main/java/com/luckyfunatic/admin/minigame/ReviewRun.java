package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.RunStep;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.prize.ApprovedRuns;
import com.luckyfunatic.engine.prize.LeftOut;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Says whether a flagged run counts. */
@Command(
        name = "review",
        description = {
            "Let a flagged run count, or not. The first word is for good.",
            "",
            "A score that counts is on its board about a minute later, or when the server is"
                    + " started within the hour. Distributed storage may be played on meanwhile;"
                    + " embedded storage must be in use by no server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin minigame review 264905529753600000 --approve --reason 'watched it'",
            "  funatic admin minigame review 264905529753600000 --reject --reason macro --by ada"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the word stands",
            "1:there is no such run, it is not flagged, somebody has had a word before, or it is"
                    + " approved and yet does not count in its tournament",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ReviewRun extends StorageCommand {
    /** Which of two. */
    static final class Verdict {
        @Option(names = "--approve", required = true, description = "It counts.")
        private boolean approve;

        @Option(names = "--reject", required = true, description = "It does not count.")
        private boolean reject;
    }

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private long run;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Verdict verdict;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, 1 to " + RunReview.REASON_MAX + " characters.")
    private String reason;

    @Mixin private ActorOption actor;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ReviewRun() {}

    /** The review is made twice, so that what is wrong is told before anything is opened. */
    @Override
    protected void check() {
        review(InstantSource.system());
    }

    @Override
    protected int run(GameStorage opened) {
        Optional<MinigameRun> found = opened.minigameRuns().find(run);
        RunReview review = review(opened.clock());
        String action = review.approved() ? "approve_run" : "reject_run";
        OperatorRecord record = new OperatorRecord(opened, actor.name());
        if (found.isEmpty()) {
            record.add(
                    action,
                    null,
                    Long.toString(run),
                    ActionOutcome.REFUSED,
                    "unknown_run; " + review.reason());
            return noSuchRun();
        }
        int code =
                record.around(
                        action,
                        found.get().player(),
                        Long.toString(run),
                        review.reason(),
                        () -> review(opened, review));
        return code == ExitCodes.OK && isLeftOut(opened) ? ExitCodes.PROBLEMS : code;
    }

    private int noSuchRun() {
        complain("There is no run " + run + ".");
        return ExitCodes.PROBLEMS;
    }

    private int review(GameStorage opened, RunReview review) {
        long number = opened.ids(0, opened.clock()).next();
        Optional<MinigameRun> found = opened.minigameRuns().review(run, review, number);
        if (found.isEmpty()) {
            return noSuchRun();
        }
        tell(isJson() ? RunJson.of(found.get()) : RunLine.of(found.get()));
        RunScore score = found.get().score();
        RunReview standing = score == null ? null : score.review();
        if (standing == null) {
            complain("The run is not flagged.");
            return ExitCodes.PROBLEMS;
        }
        if (standing.approved() != review.approved()) {
            complain(standing.by() + " has said otherwise: " + standing.reason());
            return ExitCodes.PROBLEMS;
        }
        if (!standing.by().equals(review.by()) || !standing.reason().equals(review.reason())) {
            complain(standing.by() + " has said so before: " + standing.reason());
            return ExitCodes.PROBLEMS;
        }
        return ExitCodes.OK;
    }

    /** The word stands, and yet the score is in no final standings: whoever said it must know. */
    private boolean isLeftOut(GameStorage opened) {
        MinigameRun reviewed = opened.minigameRuns().find(run).orElseThrow();
        TournamentId id = reviewed.tournament();
        if (id == null || reviewed.step() != RunStep.APPROVED) {
            return false;
        }
        Tournament tournament = opened.tournaments().find(id).orElseThrow();
        Optional<LeftOut> leftOut = new ApprovedRuns(opened).leftOut(reviewed, tournament);
        leftOut.ifPresent(why ->
                complain(
                        "The score counts for the game, and not in tournament "
                                + id
                                + ": "
                                + words(why, tournament)));
        return leftOut.isPresent();
    }

    private static String words(LeftOut why, Tournament tournament) {
        return switch (why) {
            case CANCELLED -> "it was cancelled.";
            case DISQUALIFIED -> "the player was taken out of it.";
            case REVIEWED_LATE ->
                    "its runs were reviewed until "
                            + Instant.ofEpochMilli(tournament.definition().reviewedUntilMillis())
                            + ".";
            case RANKED -> "its final standings were made before.";
        };
    }

    private RunReview review(InstantSource clock) {
        try {
            return new RunReview(
                    verdict.approve && !verdict.reject,
                    actor.name(),
                    reason.strip(),
                    clock.millis());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
    }
}
