package com.luckyfunatic.server.quest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestRules;
import com.luckyfunatic.engine.quest.QuestStatus;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.RequirementView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quest as clients see it: the live API's names, which join words by underscores.
 *
 * @param id its name in the catalog
 * @param description what players read
 * @param isActive whether it is on offer
 * @param status {@code not_started}, {@code started}, {@code completed} or {@code claimed}
 * @param actionUrl the link that players follow; null for none
 * @param kind {@code instant}, {@code visit}, {@code condition} or {@code external}
 * @param isDaily whether it begins anew with every UTC day
 * @param reward what it pays, once or once a day
 * @param progress how far its counter is; null when it has none
 * @param goal where its counter has to come; null when it has none
 * @param completesAt when a visit that was started is complete; null otherwise
 * @param requirements what must hold to start and to complete it
 */
@Schema(example = QuestView.EXAMPLE)
public record QuestView(
        String id,
        String description,
        @JsonProperty("is_active") boolean isActive,
        String status,
        @Nullable @JsonProperty("action_url") String actionUrl,
        String kind,
        @JsonProperty("is_daily") boolean isDaily,
        PrizeView reward,
        @Nullable Long progress,
        @Nullable Long goal,
        @Nullable @JsonProperty("completes_at") Instant completesAt,
        List<RequirementView> requirements) {
    static final String EXAMPLE =
            """
            {"id": "visit_the_platform", "description": "Look at what else there is.",
            "is_active": true, "status": "started", "action_url": "https://example.com/",
            "kind": "visit", "is_daily": false,
            "reward": {"funz": 2500, "jokers": 0,
            "items": [{"itemId": "brass_gear", "name": "Brass Gear", "count": 1}]},
            "progress": null, "goal": null, "completes_at": "2026-11-22T15:00:30.123Z",
            "requirements": [{"type": "quest", "questId": "first_steps", "isMissing": false}]}
            """;

    /** What a quest is that the content has no more. */
    private static final String ENDED = "This quest has ended. What you have earned is yours.";

    /** Shows every quest as {@code state} has it. */
    static List<QuestView> all(PlayerState state, RuleContext context) {
        return QuestRules.statuses(state, context).stream()
                .map(status -> of(status, context.catalog()))
                .toList();
    }

    /**
     * Shows the quest {@code id}.
     *
     * @return null when the content no longer has it
     */
    static @Nullable QuestView of(QuestId id, PlayerState state, RuleContext context) {
        QuestStatus status = QuestRules.status(state, id, context);
        return status == null ? null : of(status, context.catalog());
    }

    private static QuestView of(QuestStatus quest, Catalog catalog) {
        QuestDefinition definition = quest.definition();
        if (definition == null) {
            return new QuestView(
                    quest.id().value(),
                    ENDED,
                    false,
                    Words.of(quest.step()),
                    null,
                    "instant",
                    false,
                    PrizeView.of(quest.reward(), catalog),
                    null,
                    null,
                    null,
                    List.of());
        }
        boolean isCounted = definition.goal() instanceof QuestGoal.Reach;
        return new QuestView(
                quest.id().value(),
                definition.description(),
                quest.isActive(),
                Words.of(quest.step()),
                definition.actionUrl(),
                kind(definition.goal()),
                definition.daily(),
                PrizeView.of(quest.reward(), catalog),
                isCounted ? quest.progress() : null,
                definition.goal() instanceof QuestGoal.Reach(var _, long count) ? count : null,
                quest.completesAtMillis() == null
                        ? null
                        : Instant.ofEpochMilli(quest.completesAtMillis()),
                RequirementView.of(definition.requirements(), quest.missing(), catalog));
    }

    private static String kind(QuestGoal goal) {
        return switch (goal) {
            case QuestGoal.Instant _ -> "instant";
            case QuestGoal.Visit _ -> "visit";
            case QuestGoal.Reach _ -> "condition";
            case QuestGoal.Confirm _ -> "external";
        };
    }
}
