package com.luckyfunatic.server.campaign;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.storage.Campaigns.Position;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.openapi.ApiDescription;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of campaigns, for marketing. */
@Controller("/ppc")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "marketing", description = "Figures of campaigns")
@AnyoneErrors
@SecurityRequirement(name = ApiDescription.API_KEY)
final class CampaignController {
    private final GameEngine engine;
    private final MarketingAccess access;
    private final CursorCodec cursors;

    CampaignController(GameEngine engine, MarketingAccess access, CursorCodec cursors) {
        this.engine = engine;
        this.access = access;
        this.cursors = cursors;
    }

    @Get("/campaigns")
    @Operation(
            operationId = "getCampaigns",
            summary = "What became of the players whom campaigns brought, by day of arrival",
            description =
                    "Every figure is of the players who joined on that UTC day, whenever it was"
                        + " that they came to play or came back. Who has come to play may lag"
                        + " behind by a minute. The key is sent as `X-Api-Key`, or as the parameter"
                        + " `api_key`.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/NoApiKey")
    CampaignPage campaigns(
            HttpRequest<?> request,
            @Parameter(description = "The first day; without it, the 30 days up to `to`")
                    @Nullable
                    @QueryValue
                    String from,
            @Parameter(description = "The last day, at most 366 days in all; without it, today")
                    @Nullable
                    @QueryValue
                    String to,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        access.require(request);
        long now = engine.clock().millis();
        Period period = Period.parse(from, to, now);
        int size = PageLimit.parse(limit);
        Position after = period.decode(cursors, cursor);
        Page<CampaignFigures> page =
                engine.storage().campaigns().figures(period.from(), period.to(), after, size);
        List<CampaignFigures> figures = page.items();
        return new CampaignPage(
                figures.stream().map(CampaignFiguresView::of).toList(),
                page.hasMore() ? period.encode(cursors, Position.of(figures.getLast())) : null,
                Instant.ofEpochMilli(now));
    }
}
