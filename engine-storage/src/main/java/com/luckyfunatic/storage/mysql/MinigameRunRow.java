package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.StepNumbers;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the table of runs. */
@MappedEntity("minigame_run")
record MinigameRunRow(
        @Id long runId,
        long playerId,
        String operationId,
        String minigameId,
        @Nullable String tournamentId,
        long startedAt,
        long expiresAt,
        long seed,
        long nonce,
        @Nullable Long score,
        @Nullable Long scoredAt,
        @Nullable Integer flag,
        @Nullable Long countedAs,
        @Nullable Integer review,
        @Nullable String reviewedBy,
        @Nullable String reviewedWhy,
        @Nullable Long reviewedAt) {
    static MinigameRunRow of(MinigameRun run) {
        TournamentId tournament = run.tournament();
        return new MinigameRunRow(
                run.id(),
                run.player().value(),
                run.operationId().value(),
                run.minigame().value(),
                tournament == null ? null : tournament.value(),
                run.startedAtMillis(),
                run.expiresAtMillis(),
                run.seed(),
                run.nonce(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    MinigameRun run() {
        return new MinigameRun(
                runId,
                new PlayerId(playerId),
                new OperationId(operationId),
                new MinigameId(minigameId),
                tournamentId == null ? null : new TournamentId(tournamentId),
                startedAt,
                expiresAt,
                seed,
                nonce,
                score == null ? null : scored(score));
    }

    private RunScore scored(long of) {
        return new RunScore(
                of,
                Objects.requireNonNull(scoredAt),
                flag == null ? null : StepNumbers.runFlag(flag),
                countedAs == null ? 0 : countedAs,
                review == null ? null : reviewed(review));
    }

    private RunReview reviewed(int verdict) {
        return new RunReview(
                verdict == 1,
                Objects.requireNonNull(reviewedBy),
                Objects.requireNonNull(reviewedWhy),
                Objects.requireNonNull(reviewedAt));
    }
}
