package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.engine.notice.Viewer;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Banners for whoever is not known. Answers on the event loop: everything is in memory. */
@Controller("/public/banners")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "notices", description = "What players are told")
@AnyoneErrors
final class PublicBannerController {
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final GameEngine engine;

    PublicBannerController(GameEngine engine) {
        this.engine = engine;
    }

    @Get
    @Operation(
            operationId = "getPublicBanners",
            summary = "The banners that a newcomer without language or campaign sees now",
            description = "Caches may keep them for a minute.")
    HttpResponse<Envelope<List<BannerView>>> banners() {
        long now = engine.clock().millis();
        return HttpResponse.ok(
                        Envelope.of(
                                BannerView.all(
                                        NoticeRules.banners(
                                                engine.catalog(), Viewer.STRANGER, now)),
                                now))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    }
}
