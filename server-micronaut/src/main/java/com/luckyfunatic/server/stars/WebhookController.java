package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.openapi.ApiDescription;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.token.WebhookSecret;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where Telegram tells what happens to the bot. */
@Controller("/telegram")
@NeverShed
@Requires(condition = WebhookOpen.class)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "telegram", description = "For Telegram, with a secret of its own")
@AnyoneErrors
@SecurityRequirement(name = ApiDescription.WEBHOOK_SECRET)
final class WebhookController {
    private final GameEngine engine;
    private final WebhookSecret secret;
    private final StarUpdates updates;

    WebhookController(GameEngine engine, WebhookSecret secret, StarUpdates updates) {
        this.engine = engine;
        this.secret = secret;
        this.updates = updates;
    }

    @Post("/webhook")
    @Operation(
            operationId = "receiveTelegramUpdate",
            summary = "Takes an update of the Bot API, as far as it is about payments in Stars",
            description =
                    "200 says that it is dealt with, and for good: what was paid is given once for"
                            + " each charge, however often it is told. After anything else Telegram"
                            + " tells it again. Updates about something else are ignored.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/NoWebhookSecret")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/UnavailableOrTelegram")
    @BodyErrors
    Envelope<WebhookView> update(HttpHeaders headers, @Body TelegramUpdate update) {
        if (!secret.isIn(headers)) {
            ProblemCode code =
                    headers.contains(WebhookSecret.HEADER)
                            ? ProblemCode.TOKEN_INVALID
                            : ProblemCode.TOKEN_MISSING;
            throw new ProblemException(code, code.description());
        }
        return Envelope.of(new WebhookView(updates.handle(update).word()), engine.clock().millis());
    }
}
