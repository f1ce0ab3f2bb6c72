package com.luckyfunatic.server.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.config.ServerSecrets;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.InitDataSigner;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

/**
 * Login as anyone, without Telegram, for developers. It signs login data with the development bot's
 * token and takes the same way as everybody from there. Where the settings do not allow it, the
 * route does not exist.
 */
@Controller
@Requires(condition = DevLoginAllowed.class)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "login", description = "Getting a token")
@AnyoneErrors
final class DevLoginController {
    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";

    private final Logins logins;
    private final DevInitData initData;
    private final InstantSource clock;

    DevLoginController(
            Logins logins, ServerSecrets secrets, ObjectMapper json, InstantSource clock) {
        BotToken bot = secrets.devBot();
        if (bot == null) {
            throw new IllegalStateException("the development login has no bot to sign for");
        }
        this.logins = logins;
        this.clock = clock;
        initData = new DevInitData(new InitDataSigner(bot), json);
    }

    @Post("/dev/login")
    @BodyErrors
    @Operation(
            operationId = "logInForDevelopment",
            summary = "Logs anyone in, without Telegram",
            description = "In dev mode only; elsewhere the route does not exist.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/LoginBanned")
    Envelope<LoginView> logIn(HttpRequest<?> http, @Body DevLoginRequest request) {
        if (http.getHeaders().contains(X_FORWARDED_FOR) || http.getHeaders().contains(FORWARDED)) {
            // A proxy in front of a development server may have opened it to everybody.
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "the development login takes no forwarded requests");
        }
        return logins.logIn(initData.sign(request, clock.instant()));
    }
}
