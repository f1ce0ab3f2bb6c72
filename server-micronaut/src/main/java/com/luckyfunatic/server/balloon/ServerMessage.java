package com.luckyfunatic.server.balloon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.luckyfunatic.engine.balloon.Balloon;
import com.luckyfunatic.engine.balloon.BalloonKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says in a game; {@code docs/reference/balloons.md} describes each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Start.class, name = "start"),
    @JsonSubTypes.Type(value = ServerMessage.Spawn.class, name = "spawn"),
    @JsonSubTypes.Type(value = ServerMessage.Popped.class, name = "popped"),
    @JsonSubTypes.Type(value = ServerMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ServerMessage.Missed.class, name = "missed"),
    @JsonSubTypes.Type(value = ServerMessage.ScoreNow.class, name = "score"),
    @JsonSubTypes.Type(value = ServerMessage.End.class, name = "end")
})
sealed interface ServerMessage {
    /** The first message of a connection. */
    record Start(
            String gameId,
            String resumeKey,
            boolean resumed,
            long elapsedMillis,
            long durationMillis,
            long score,
            List<Kind> kinds)
            implements ServerMessage {}

    /** A kind of balloon. */
    record Kind(String id, String name, int points) {
        static Kind of(BalloonKind kind) {
            return new Kind(kind.id().value(), kind.name(), kind.points());
        }
    }

    /** Balloons have appeared. */
    record Spawn(List<Up> balloons) implements ServerMessage {}

    /**
     * A balloon in the air.
     *
     * @param ageMillis how long ago it appeared
     */
    record Up(int id, String kind, int x, int speed, long ageMillis, long lifetimeMillis) {
        static Up of(Balloon balloon, long elapsedMillis) {
            return new Up(
                    balloon.id(),
                    balloon.kind().value(),
                    balloon.x(),
                    balloon.speed(),
                    elapsedMillis - balloon.spawnAtMillis(),
                    balloon.lifetimeMillis());
        }
    }

    /** A balloon was popped. */
    record Popped(int id, int points, long score) implements ServerMessage {}

    /** A balloon was not popped. */
    record Refused(long id, String reason, long score) implements ServerMessage {}

    /** Balloons are gone. */
    record Missed(List<Integer> ids) implements ServerMessage {}

    /** The answer to a ping. */
    record ScoreNow(long score, int popped, int missed, long elapsedMillis)
            implements ServerMessage {}

    /**
     * The game is over; the connection closes after it.
     *
     * @param counted whether the result is kept
     * @param reason why it is not; null when it is
     * @param funz what it paid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            long score,
            int popped,
            int missed,
            boolean counted,
            @Nullable String reason,
            @Nullable Long funz,
            @Nullable Long best,
            @Nullable Boolean isBest,
            @Nullable Integer rewardedLeft)
            implements ServerMessage {}
}
