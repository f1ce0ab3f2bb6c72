package com.luckyfunatic.server.openapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/**
 * What the API description says about the API as a whole. Read at build time only.
 *
 * <p>Shared responses and the problem schema are in {@code src/main/openapi}.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Lucky Funatic",
                        version = "1",
                        description =
                                "The backend of a tap-and-idle game. Success is an object with"
                                    + " `data` and `serverTime`; errors are"
                                    + " `application/problem+json` with a stable `code`, listed at"
                                    + " /errors.",
                        license = @License(name = "Apache-2.0")),
        tags = @Tag(name = "operations", description = "For those who run the server"))
@SecurityScheme(
        name = ApiDescription.PLAYER_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The token of a login")
@SecurityScheme(
        name = ApiDescription.PLATFORM_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A fixed token of the Funtico platform")
@SecurityScheme(
        name = ApiDescription.MINIGAME_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The token of one minigame, from `POST /toy-box/games/{gameID}/token`")
@SecurityScheme(
        name = ApiDescription.API_KEY,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = "X-Api-Key",
        description = "The key of a game or a campaign")
@SecurityScheme(
        name = ApiDescription.OPERATOR_CREDENTIAL,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "An operator's name and credential")
@SecurityScheme(
        name = ApiDescription.WEBHOOK_SECRET,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = "X-Telegram-Bot-Api-Secret-Token",
        description = "The secret that Telegram was given with the webhook")
public final class ApiDescription {
    /** What routes of players name in {@code @SecurityRequirement}. */
    public static final String PLAYER_TOKEN = "playerToken";

    /** What routes of the platform name in {@code @SecurityRequirement}. */
    public static final String PLATFORM_TOKEN = "platformToken";

    /** What routes of minigames name in {@code @SecurityRequirement}. */
    public static final String MINIGAME_TOKEN = "minigameToken";

    /** What routes with a key name in {@code @SecurityRequirement}. */
    public static final String API_KEY = "apiKey";

    /** What routes of operators name in {@code @SecurityRequirement}. */
    public static final String OPERATOR_CREDENTIAL = "operatorCredential";

    /** What the route of Telegram names in {@code @SecurityRequirement}. */
    public static final String WEBHOOK_SECRET = "webhookSecret";

    private ApiDescription() {}
}
