package com.luckyfunatic.server.game;

import com.luckyfunatic.server.support.AdjustmentBodies;
import java.util.List;

/** Every route of the server with a request for it, and who may call it. */
final class RouteTable {
    private RouteTable() {}

    /** Who may call a route. */
    enum Access {
        ANYONE,
        PLAYER,
        MARKETING,
        MINIGAME,
        BALLOON,
        PLAYER_OR_MINIGAME,
        PLAYER_OR_BALLOON,
        PLATFORM,
        OPERATOR,
        TELEGRAM
    }

    /** Whether a route reads a body. */
    enum Body {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /**
     * A route and a request for it.
     *
     * @param template as the router has it
     * @param body the body of a well-formed request; empty for none
     * @param status what a player's well-formed request is answered
     */
    record Route(
            String method,
            String template,
            String path,
            Access access,
            Body reads,
            String body,
            int status) {
        String name() {
            return method + " " + template;
        }

        static Route get(String path, Access access) {
            return new Route("GET", path, path, access, Body.NONE, "", 200);
        }

        static Route post(String path, Access access, String body, int status) {
            return new Route("POST", path, path, access, Body.REQUIRED, body, status);
        }

        Route at(String samplePath, int sampleStatus) {
            return new Route(method, template, samplePath, access, reads, body, sampleStatus);
        }

        Route readingOptionally() {
            return new Route(method, template, path, access, Body.OPTIONAL, body, status);
        }
    }

    private static final String PLAN =
            "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,"
                    + "\"reasonCode\":\"other\",\"reason\":\"x\"}";

    private static final String TOURNAMENT_PLAN =
            "{\"action\":\"cancel_tournament\",\"reasonCode\":\"other\",\"reason\":\"x\"}";

    private static final AdjustmentBodies ADJUSTMENTS =
            AdjustmentBodies.of("matrix,7,funz,1,other,x\n");

    static final List<Route> ROUTES =
            List.of(
                    Route.post("/login", Access.ANYONE, "{\"initData\":\"x\"}", 400)
                            .readingOptionally(),
                    Route.post(
                            "/dev/login",
                            Access.ANYONE,
                            "{\"telegramId\":9,\"firstName\":\"Ada\"}",
                            200),
                    Route.get("/", Access.ANYONE),
                    Route.get("/game", Access.PLAYER),
                    Route.post("/tap", Access.PLAYER, "{\"taps\":1}", 200),
                    Route.get("/boosters", Access.PLAYER),
                    Route.post(
                            "/boosters/activate",
                            Access.PLAYER,
                            "{\"boosterType\":\"turbo_tap\"}",
                            200),
                    Route.get("/balloons", Access.PLAYER_OR_BALLOON).at("/balloons", 426),
                    Route.get("/balloons/leaderboard", Access.PLAYER),
                    Route.post("/balloons/ticket", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.post("/frenzy/start", Access.PLAYER, "{}", 422).readingOptionally(),
                    Route.get("/cards", Access.PLAYER),
                    Route.get("/cards/special", Access.PLAYER),
                    Route.post("/cards/buy-card", Access.PLAYER, "{\"cardId\":\"miner\"}", 422),
                    Route.post("/cards/upgrade-card", Access.PLAYER, "{\"cardId\":\"miner\"}", 422),
                    Route.post(
                            "/cards/forge",
                            Access.PLAYER,
                            "{\"specialCardId\":\"golden_miner\"}",
                            422),
                    Route.get("/stories", Access.PLAYER),
                    Route.post("/stories/{id}/claim", Access.PLAYER, "{}", 422)
                            .at("/stories/first_job/claim", 422)
                            .readingOptionally(),
                    Route.get("/daily-bonus/config", Access.PLAYER),
                    Route.post("/daily-bonus/claim", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.get("/inventory", Access.PLAYER),
                    Route.post("/inventory/use", Access.PLAYER, "{\"itemId\":\"tea\"}", 422),
                    Route.post(
                            "/inventory/convert",
                            Access.PLAYER,
                            "{\"conversionId\":\"shards_to_key\",\"count\":1}",
                            422),
                    Route.get("/inventory/transfers", Access.PLAYER),
                    Route.post(
                            "/inventory/transfers",
                            Access.PLAYER,
                            "{\"itemId\":\"shard\",\"count\":1}",
                            503),
                    Route.get("/store/items", Access.PLAYER),
                    Route.post(
                            "/store/purchase",
                            Access.PLAYER,
                            "{\"listingId\":\"carnival_flask\",\"expectedPrice\":9}",
                            422),
                    Route.post(
                            "/store/invoice",
                            Access.PLAYER,
                            "{\"listingId\":\"keys\",\"expectedStars\":2}",
                            422),
                    Route.get("/tournaments", Access.PLAYER),
                    Route.get("/tournaments/history", Access.PLAYER),
                    Route.get("/tournaments/{id}", Access.PLAYER).at("/tournaments/cup", 404),
                    Route.get("/tournaments/{id}/requirements", Access.PLAYER)
                            .at("/tournaments/cup/requirements", 404),
                    Route.get("/tournaments/{id}/prize-pool", Access.PLAYER)
                            .at("/tournaments/cup/prize-pool", 404),
                    Route.get("/tournaments/{id}/leaderboard", Access.PLAYER)
                            .at("/tournaments/cup/leaderboard", 404),
                    Route.post("/tournaments/{id}/enter", Access.PLAYER, "{\"expectedFee\":0}", 404)
                            .at("/tournaments/cup/enter", 404),
                    Route.post("/telegram/webhook", Access.TELEGRAM, "{\"update_id\":1}", 200),
                    Route.get("/quests", Access.PLAYER),
                    Route.post("/quests/{questID}/start", Access.PLAYER, "{}", 200)
                            .at("/quests/website/start", 200)
                            .readingOptionally(),
                    Route.post("/quests/{questID}/claim", Access.PLAYER, "{}", 422)
                            .at("/quests/website/claim", 422)
                            .readingOptionally(),
                    Route.get("/quests/friends-quest-progression", Access.PLAYER),
                    Route.post("/quests/claim-next-friends-quest-level", Access.PLAYER, "{}", 422)
                            .readingOptionally(),
                    Route.get("/quests/claim-next-friends-quest-level", Access.PLAYER)
                            .at("/quests/claim-next-friends-quest-level", 422),
                    Route.get("/user", Access.PLAYER),
                    // A right one would leave the other tests without a player.
                    new Route(
                            "DELETE",
                            "/user",
                            "/user",
                            Access.PLAYER,
                            Body.REQUIRED,
                            "{\"confirm\":\"no\"}",
                            400),
                    Route.get("/user/wallets", Access.PLAYER),
                    Route.post("/user/wallets/ton/payload", Access.PLAYER, "{}", 200)
                            .readingOptionally(),
                    Route.post("/user/wallets/ton", Access.PLAYER, "{}", 400),
                    Route.post(
                            "/user/set-exchange", Access.PLAYER, "{\"exchangeId\":\"north\"}", 200),
                    Route.get("/user/friends-ranking", Access.PLAYER),
                    Route.post("/user/language", Access.PLAYER, "{\"language\":\"ru\"}", 200),
                    Route.get("/sessions", Access.PLAYER),
                    Route.post("/sessions/heartbeat", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.get("/operations/{operationId}", Access.PLAYER)
                            .at("/operations/nope", 404),
                    Route.get("/banners", Access.PLAYER),
                    Route.get("/notifications", Access.PLAYER),
                    Route.get("/user/is-notification-read", Access.PLAYER),
                    Route.post("/user/mark-notification-as-read", Access.PLAYER, "{}", 200)
                            .readingOptionally(),
                    Route.get("/time-trials", Access.PLAYER),
                    Route.post("/time-trials/{id}/start", Access.PLAYER, "{}", 200)
                            .at("/time-trials/sprint/start", 200)
                            .readingOptionally(),
                    Route.post(
                                    "/time-trials/{id}/finish",
                                    Access.PLAYER,
                                    "{\"runToken\":\"1\"}",
                                    404)
                            .at("/time-trials/sprint/finish", 404),
                    Route.get("/toy-box/games", Access.PLAYER),
                    Route.get("/toy-box/games/{gameID}", Access.PLAYER_OR_MINIGAME)
                            .at("/toy-box/games/stars", 200),
                    Route.get("/toy-box/games/{gameID}/tournaments", Access.PLAYER_OR_MINIGAME)
                            .at("/toy-box/games/stars/tournaments", 200),
                    Route.post("/toy-box/games/{gameID}/token", Access.PLAYER, "{}", 200)
                            .at("/toy-box/games/stars/token", 200)
                            .readingOptionally(),
                    Route.post(
                                    "/minigames/{game}/runs",
                                    Access.MINIGAME,
                                    "{\"tournamentId\":\"no_such\"}",
                                    404)
                            .at("/minigames/stars/runs", 404)
                            .readingOptionally(),
                    Route.post(
                                    "/minigames/{game}/runs/{run}/score",
                                    Access.MINIGAME,
                                    "{\"runToken\":\"x\",\"score\":1}",
                                    403)
                            .at("/minigames/stars/runs/7/score", 403),
                    Route.get("/minigames/{game}/leaderboard", Access.MINIGAME)
                            .at("/minigames/stars/leaderboard", 200),
                    Route.get("/public/banners", Access.ANYONE),
                    Route.get("/laravel/prize-pools", Access.PLATFORM),
                    Route.get("/laravel/prize-pools/{tournamentId}", Access.PLATFORM)
                            .at("/laravel/prize-pools/cup", 404),
                    Route.get("/laravel/transfers", Access.PLATFORM),
                    Route.post(
                                    "/laravel/transfers/{transferId}/confirm",
                                    Access.PLATFORM,
                                    "{}",
                                    404)
                            .at("/laravel/transfers/nope/confirm", 404)
                            .readingOptionally(),
                    Route.get("/laravel/players/{telegramId}", Access.PLATFORM)
                            .at("/laravel/players/7", 404),
                    Route.post(
                                    "/laravel/players/{telegramId}/link",
                                    Access.PLATFORM,
                                    "{\"accountId\":\"a\"}",
                                    404)
                            .at("/laravel/players/7/link", 404),
                    Route.post(
                                    "/laravel/players/{telegramId}/grants",
                                    Access.PLATFORM,
                                    "{\"currency\":\"funz\",\"amount\":1,\"reference\":\"r\"}",
                                    404)
                            .at("/laravel/players/7/grants", 404),
                    Route.get("/support/me", Access.OPERATOR),
                    Route.get("/support/actions", Access.OPERATOR),
                    Route.post(
                            "/support/adjustments/check",
                            Access.OPERATOR,
                            ADJUSTMENTS.check(1).toString(),
                            200),
                    Route.post(
                            "/support/adjustments/approve",
                            Access.OPERATOR,
                            ADJUSTMENTS.approve().toString(),
                            200),
                    Route.post(
                            "/support/adjustments/apply",
                            Access.OPERATOR,
                            ADJUSTMENTS.apply(1).toString(),
                            200),
                    Route.get("/support/catalog/releases", Access.OPERATOR),
                    Route.post(
                            "/support/catalog/plans",
                            Access.OPERATOR,
                            "{\"action\":\"publish\",\"document\":\"version: [\","
                                    + "\"reasonCode\":\"other\",\"reason\":\"x\"}",
                            422),
                    Route.get("/support/catalog/releases/{number}", Access.OPERATOR)
                            .at("/support/catalog/releases/9", 404),
                    Route.get("/support/catalog/releases/{number}/document", Access.OPERATOR)
                            .at("/support/catalog/releases/9/document", 404),
                    Route.get("/support/follow-ups", Access.OPERATOR),
                    Route.get("/support/quarantine", Access.OPERATOR),
                    Route.get("/support/stock-holds", Access.OPERATOR),
                    Route.get("/support/transfers", Access.OPERATOR),
                    Route.get("/support/players", Access.OPERATOR).at("/support/players", 400),
                    Route.get("/support/players/{playerId}", Access.OPERATOR)
                            .at("/support/players/7", 404),
                    Route.get("/support/players/{playerId}/history", Access.OPERATOR)
                            .at("/support/players/7/history", 404),
                    Route.get("/support/players/{playerId}/past", Access.OPERATOR)
                            .at("/support/players/7/past?at=2020-01-01T00:00:00Z", 404),
                    Route.get(
                                    "/support/players/{playerId}/operations/{operationId}",
                                    Access.OPERATOR)
                            .at("/support/players/7/operations/x", 404),
                    Route.get("/support/players/{playerId}/sessions", Access.OPERATOR)
                            .at("/support/players/7/sessions", 404),
                    Route.get("/support/players/{playerId}/transfers", Access.OPERATOR)
                            .at("/support/players/7/transfers", 404),
                    Route.post("/support/players/{playerId}/plans", Access.OPERATOR, PLAN, 404)
                            .at("/support/players/7/plans", 404),
                    Route.post(
                                    "/support/tournaments/{tournamentId}/plans",
                                    Access.OPERATOR,
                                    TOURNAMENT_PLAN,
                                    404)
                            .at("/support/tournaments/nope/plans", 404),
                    Route.get("/support/plans/{planId}", Access.OPERATOR)
                            .at("/support/plans/nope", 404),
                    Route.post("/support/plans/{planId}/approve", Access.OPERATOR, "{}", 404)
                            .at("/support/plans/nope/approve", 404)
                            .readingOptionally(),
                    Route.post(
                                    "/support/plans/{planId}/execute",
                                    Access.OPERATOR,
                                    "{\"planHash\":\"x\"}",
                                    404)
                            .at("/support/plans/nope/execute", 404),
                    Route.get("/raffles", Access.PLAYER),
                    Route.get("/raffles/{raffleId}", Access.PLAYER).at("/raffles/nope", 404),
                    Route.get("/raffles/{raffleId}/eligibility", Access.PLAYER)
                            .at("/raffles/nope/eligibility", 404),
                    Route.get("/raffles/{raffleId}/stats", Access.PLAYER)
                            .at("/raffles/nope/stats", 404),
                    Route.get("/raffles/{raffleId}/tickets", Access.PLAYER)
                            .at("/raffles/nope/tickets", 404),
                    Route.post(
                                    "/raffles/{raffleId}/tickets",
                                    Access.PLAYER,
                                    "{\"expectedPrice\":7}",
                                    404)
                            .at("/raffles/nope/tickets", 404),
                    Route.get("/public/raffles/{raffleId}/proof", Access.ANYONE)
                            .at("/public/raffles/nope/proof", 404),
                    Route.get("/public/raffles/{raffleId}/tickets", Access.ANYONE)
                            .at("/public/raffles/nope/tickets", 404),
                    Route.get("/public/catalog", Access.ANYONE),
                    Route.get("/public/hello", Access.ANYONE),
                    Route.post("/public/hello", Access.ANYONE, "{\"taps\":1}", 200),
                    Route.get("/ppc/campaigns", Access.MARKETING)
                            .at("/ppc/campaigns?from=2026-01-01&to=2026-01-01", 200),
                    Route.get("/healthz", Access.ANYONE),
                    Route.get("/readyz", Access.ANYONE),
                    Route.get("/errors", Access.ANYONE));
}
