package com.luckyfunatic.server.http;

import com.luckyfunatic.server.limit.NeverShed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** The page to play on. */
@Controller
@NeverShed
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class PageController {
    static final String PATH = "/";

    private final PageFiles files;

    PageController(PageFiles files) {
        this.files = files;
    }

    @Get(uri = PATH, produces = MediaType.ALL)
    HttpResponse<?> page(HttpRequest<?> request) {
        PageFile page = files.find(PATH);
        return page == null ? HttpResponse.notFound() : StaticFileFilter.answer(request, page);
    }
}
