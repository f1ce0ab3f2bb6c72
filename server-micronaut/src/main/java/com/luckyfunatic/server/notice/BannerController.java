package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Banners for the player who asks. */
@Controller("/banners")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notices", description = "What players are told")
@PlayerErrors
final class BannerController {
    private final PlayerReads reads;
    private final Viewers viewers;

    BannerController(PlayerReads reads, Viewers viewers) {
        this.reads = reads;
        this.viewers = viewers;
    }

    @Get
    @Operation(
            operationId = "getBanners",
            summary = "The banners that the player sees now, in their order",
            description = "Titles and texts are plain text, never markup.")
    Envelope<List<BannerView>> banners(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                BannerView.all(
                        NoticeRules.banners(
                                seen.context().catalog(),
                                viewers.of(seen.state()),
                                seen.context().nowMillis())));
    }
}
