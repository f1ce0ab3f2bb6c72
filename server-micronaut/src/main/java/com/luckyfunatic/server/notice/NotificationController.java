package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.NoticeCommand.MarkRead;
import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications, and which of them were read. */
@Controller
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notices", description = "What players are told")
@PlayerErrors
final class NotificationController {
    private final GameEngine engine;
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final Viewers viewers;

    NotificationController(
            GameEngine engine, PlayerOperations operations, PlayerReads reads, Viewers viewers) {
        this.engine = engine;
        this.operations = operations;
        this.reads = reads;
        this.viewers = viewers;
    }

    @Get("/notifications")
    @Operation(
            operationId = "getNotifications",
            summary = "The notifications that the player sees now, newest first",
            description =
                    "Titles and texts are plain text, never markup. One at most is to be laid over"
                            + " the game (`isPopup`), until it is marked as read; the next one"
                            + " comes hours later.")
    Envelope<List<NotificationView>> notifications(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        List<AnnouncementDefinition> announcements = seen(seen.state(), seen.context());
        AnnouncementDefinition popup =
                NoticeRules.popup(
                        seen.state(), announcements, engine.storage().popupWaves().last());
        return seen.show(NotificationView.all(announcements, seen.state(), popup));
    }

    @Get("/user/is-notification-read")
    @Operation(
            operationId = "isNotificationRead",
            summary = "Whether the player has read every notification")
    Envelope<NotificationReadView> isRead(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(read(seen.state(), seen.context()));
    }

    @Post("/user/mark-notification-as-read")
    @Idempotent
    @Operation(
            operationId = "markNotificationAsRead",
            summary = "Marks notifications as read: all that the player sees, or those named",
            description = "Names that are no notification's any more are passed over.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
    HttpResponse<Envelope<NotificationReadView>> markRead(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY) @Nullable @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body MarkReadRequest request) {
        List<AnnouncementId> named = request == null ? null : request.checkedIds();
        Performed marked =
                operations.perform(
                        caller,
                        idempotencyKey,
                        named == null
                                ? new MarkRead(true, everything(caller))
                                : new MarkRead(false, named));
        return marked.respond(read(marked.state(), marked.context()));
    }

    private List<AnnouncementId> everything(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen(seen.state(), seen.context()).stream().map(AnnouncementDefinition::id).toList();
    }

    private NotificationReadView read(PlayerState state, RuleContext context) {
        return new NotificationReadView(
                seen(state, context).stream().allMatch(each -> NoticeRules.isRead(state, each)));
    }

    private List<AnnouncementDefinition> seen(PlayerState state, RuleContext context) {
        return NoticeRules.announcements(context.catalog(), viewers.of(state), context.nowMillis());
    }
}
