package com.luckyfunatic.server.login;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.openapi.BodyErrors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Login of Telegram's players. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "login", description = "Getting a token")
@AnyoneErrors
final class LoginController {
    private static final String SCHEME = "tma ";

    private final Logins logins;

    LoginController(Logins logins) {
        this.logins = logins;
    }

    @Post("/login")
    @BodyErrors
    @Operation(
            operationId = "logIn",
            summary = "Logs a Telegram account in",
            description =
                    "By the `initData` of the Mini App, in the body or as `Authorization: tma"
                            + " <initData>`. The first login starts the game.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/LoginMalformed")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/LoginRefused")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/LoginBanned")
    Envelope<LoginView> logIn(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization,
            @Nullable @Body LoginRequest request) {
        return logins.logIn(initData(authorization, request));
    }

    /** The body counts; the header is for clients that send every call the same way. */
    private static String initData(@Nullable String authorization, @Nullable LoginRequest request) {
        if (request != null && request.initData() != null) {
            return request.initData();
        }
        if (authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return authorization.substring(SCHEME.length()).strip();
        }
        throw ProblemException.invalidField("initData", "is missing");
    }
}
