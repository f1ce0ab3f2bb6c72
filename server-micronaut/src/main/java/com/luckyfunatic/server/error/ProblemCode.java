package com.luckyfunatic.server.error;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/**
 * The table of error codes: what each means, who can be answered it, which status it has and
 * whether sending the same request again can help.
 *
 * <p>Codes are part of the API and never change their meaning. The reference page is written from
 * this table.
 */
public enum ProblemCode {
    BAD_REQUEST(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Bad request",
            "The request is not well-formed HTTP, or misses something."),
    MALFORMED_JSON(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Malformed JSON",
            "The body is not valid JSON."),
    BODY_MISSING(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Body missing",
            "The route needs a JSON object as its body."),
    VALIDATION_FAILED(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Validation failed",
            "A field or parameter is missing, has the wrong type or is out of range; `errors` names"
                    + " each."),
    INVALID_CURSOR(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Invalid cursor",
            "The cursor was not made by this list; begin without one."),
    INVALID_IDEMPOTENCY_KEY(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Invalid idempotency key",
            "`Idempotency-Key` has 1 to 64 printable ASCII characters and does not begin with"
                    + " `~`."),
    IDEMPOTENCY_KEY_MISSING(
            Audience.PROGRAMS,
            HttpStatus.BAD_REQUEST,
            "Idempotency key missing",
            "The route needs an `Idempotency-Key`, the caller's own name for the operation."),
    INIT_DATA_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Malformed login data",
            "Telegram's `initData` is broken or incomplete."),
    INIT_DATA_SIGNATURE_INVALID(
            HttpStatus.UNAUTHORIZED,
            "Login data not signed for this game",
            "Neither a bot of this game nor Telegram signed the `initData`."),
    INIT_DATA_EXPIRED(
            HttpStatus.UNAUTHORIZED,
            "Login data expired",
            "The `initData` is too old; reopen the Mini App."),
    INIT_DATA_FROM_FUTURE(
            HttpStatus.UNAUTHORIZED,
            "Login data from the future",
            "The `initData` claims to be signed more than a minute from now."),
    TOKEN_MISSING(
            HttpStatus.UNAUTHORIZED,
            "Token missing",
            "The route needs `Authorization: Bearer <token>`; those of operators, `Authorization:"
                    + " Basic <name and credential>`."),
    TOKEN_INVALID(
            HttpStatus.UNAUTHORIZED,
            "Token invalid",
            "The token is not ours or is damaged; log in again."),
    TOKEN_EXPIRED(
            HttpStatus.UNAUTHORIZED, "Token expired", "The token's time is over; log in again."),
    TICKET_USED(
            HttpStatus.UNAUTHORIZED,
            "Ticket used",
            "The ticket has opened a connection before; ask for a new one."),
    API_KEY_MISSING(
            Audience.PROGRAMS,
            HttpStatus.UNAUTHORIZED,
            "API key missing",
            "The route needs `X-Api-Key`."),
    API_KEY_INVALID(
            Audience.PROGRAMS,
            HttpStatus.UNAUTHORIZED,
            "API key invalid",
            "The key is not one of ours."),
    OPERATOR_CREDENTIAL_INVALID(
            Audience.OPERATORS,
            HttpStatus.UNAUTHORIZED,
            "Operator's credential invalid",
            "There is no operator of this name and credential, or they may not sign in any more."),
    WRONG_TOKEN_KIND(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Wrong kind of token",
            "The token is good, but for another group of routes."),
    OPERATOR_ROLE_MISSING(
            Audience.OPERATORS,
            HttpStatus.FORBIDDEN,
            "Operator's role missing",
            "None of the operator's roles allows it; `roles` lists those that would."),
    PLAN_SELF_APPROVAL(
            Audience.OPERATORS,
            HttpStatus.FORBIDDEN,
            "Own plan",
            "Nobody approves a plan or a file of their own; another person has to."),
    PLAN_OF_ANOTHER(
            Audience.OPERATORS,
            HttpStatus.FORBIDDEN,
            "Plan of another",
            "Only the operator who made the plan can carry it out."),
    BANNED(
            HttpStatus.FORBIDDEN,
            "Banned",
            "The player may not play; `until` says how long, and is missing when for ever."),
    WRONG_MINIGAME(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Wrong minigame",
            "The token, or the run's token, is good for another minigame than the address names."),
    RUN_TOKEN_INVALID(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Run token invalid",
            "The run's token is not ours, is damaged, or is that of another run."),
    NOT_YOUR_RUN(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Not your run",
            "The run's token was given to another player."),
    FORBIDDEN(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Forbidden",
            "The caller may not use this route."),
    ORIGIN_NOT_ALLOWED(
            Audience.PROGRAMS,
            HttpStatus.FORBIDDEN,
            "Origin not allowed",
            "Pages of this origin may not call the API; see `cors-origins`."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is no such route or thing."),
    METHOD_NOT_ALLOWED(
            Audience.PROGRAMS,
            HttpStatus.METHOD_NOT_ALLOWED,
            "Method not allowed",
            "The route exists; `Allow` lists its methods."),
    NOT_ACCEPTABLE(
            Audience.PROGRAMS,
            HttpStatus.NOT_ACCEPTABLE,
            "Not acceptable",
            "The route answers JSON only."),
    ACCOUNT_DELETED(
            HttpStatus.GONE,
            "Account deleted",
            "The player of the token has deleted the account; a new login begins a new one."),
    REQUEST_TOO_LARGE(
            Audience.PROGRAMS,
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "Request too large",
            "The body, a header or the address is too long."),
    UNSUPPORTED_MEDIA_TYPE(
            Audience.PROGRAMS,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            "Send `Content-Type: application/json`."),
    UPGRADE_REQUIRED(
            Audience.PROGRAMS,
            HttpStatus.UPGRADE_REQUIRED,
            "Upgrade required",
            "The route speaks WebSocket and nothing else."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Idempotency key reused",
            "The key was used for another request within 24 hours."),
    CATALOG_INVALID(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Invalid catalog",
            "The document is no catalog that can be played; `problems` says why, line by line."),
    CATALOG_LOSSES(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Losses",
            "Players could lose something by that content; `losses` says what. Nothing was"
                    + " published."),
    ADJUSTMENTS_INVALID(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Invalid adjustments",
            "The rows are not in order, or not those of the manifest; `problems` says why, line by"
                    + " line. Nothing was done."),
    UNKNOWN_BOOSTER(HttpStatus.NOT_FOUND, "Unknown booster", "The catalog has no such booster."),
    UNKNOWN_CARD(HttpStatus.NOT_FOUND, "Unknown card", "The catalog has no such card."),
    UNKNOWN_SPECIAL_CARD(
            HttpStatus.NOT_FOUND, "Unknown special card", "The catalog has no such special card."),
    UNKNOWN_STORY(HttpStatus.NOT_FOUND, "Unknown story", "The catalog has no such story."),
    UNKNOWN_QUEST(
            HttpStatus.NOT_FOUND,
            "Unknown quest",
            "The catalog has no such quest, and nothing waits that was earned by one."),
    UNKNOWN_ITEM(HttpStatus.NOT_FOUND, "Unknown item", "The catalog has no such item."),
    UNKNOWN_CONVERSION(
            HttpStatus.NOT_FOUND, "Unknown conversion", "The catalog has no such conversion."),
    UNKNOWN_LISTING(HttpStatus.NOT_FOUND, "Unknown listing", "The store has no such listing."),
    UNKNOWN_MINIGAME(HttpStatus.NOT_FOUND, "Unknown minigame", "The catalog has no such minigame."),
    UNKNOWN_RUN(
            HttpStatus.NOT_FOUND, "Unknown run", "The player has no such run, or it is finished."),
    UNKNOWN_TIME_TRIAL(
            HttpStatus.NOT_FOUND, "Unknown time trial", "The catalog has no such level."),
    UNKNOWN_TOURNAMENT(
            HttpStatus.NOT_FOUND,
            "Unknown tournament",
            "There is no such tournament, or it is not one of this minigame."),
    UNKNOWN_RAFFLE(HttpStatus.NOT_FOUND, "Unknown raffle", "There is no such raffle."),
    UNKNOWN_EXCHANGE(HttpStatus.NOT_FOUND, "Unknown exchange", "The catalog has no such exchange."),
    UNKNOWN_PLAN(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Unknown plan",
            "No operator has made a plan of that name."),
    UNKNOWN_RELEASE(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Unknown release",
            "There is no such release of the content, or it never was in force."),
    UNKNOWN_PLAYER(
            Audience.OPERATORS, HttpStatus.NOT_FOUND, "Unknown player", "There is no such player."),
    UNKNOWN_TRANSFER(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Unknown transfer",
            "There is no transfer of that name."),
    UNKNOWN_FOLLOW_UP(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Unknown follow-up",
            "Nothing of that name waits to be carried out on the player."),
    UNKNOWN_CHARGE(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Unknown payment",
            "The player has made no payment in Stars of that name."),
    UNKNOWN_OPERATION(
            HttpStatus.NOT_FOUND,
            "Unknown operation",
            "The player has no operation of that name: it never arrived, or was refused or cheap to"
                    + " lose and is more than a day old."),
    PAST_UNKNOWN(
            Audience.OPERATORS,
            HttpStatus.NOT_FOUND,
            "Past unknown",
            "The player had not begun at that time, or changes of that time are no longer kept;"
                    + " `detail` says which and from when on."),
    HISTORY_DAMAGED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "History damaged",
            "Recorded changes of the player are missing, or do not lead to their balances; `admin"
                    + " reconcile` says more."),
    ALREADY_ACTIVE(
            HttpStatus.CONFLICT,
            "Already active",
            "It works already and does not add up; `activeUntil` says how long."),
    CATALOG_VERSION_TAKEN(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Version taken",
            "Other content has that `version`. Nothing was published; give it a new one."),
    RELEASE_IN_FORCE(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Release in force",
            "The release has come into force; it can be rolled back, but not called off."),
    PLAN_OUTDATED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Plan outdated",
            "What the plan is about has changed since it was made; a player's state is at"
                    + " `sequence`, not at `expected`. Nothing was done; make another plan."),
    WRONG_TOURNAMENT_STAGE(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Wrong stage of the tournament",
            "The tournament is `stage`, in which that cannot be done."),
    WRONG_TRANSFER_STATUS(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Wrong status of the transfer",
            "The transfer is `transferStatus`, in which that cannot be done."),
    STARS_ALREADY_REFUNDED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Stars refunded before",
            "The Stars of the payment went back before."),
    STARS_NOT_REFUNDED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Stars not refunded",
            "Telegram does not give the Stars back: `telegram` says why. That is final for the"
                    + " plan, unless an earlier request is still without an answer."),
    PLAYER_ERASED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Player erased",
            "The player's data was erased, and with it which Telegram account has paid. Telegram"
                    + " was not asked now. If an earlier request of the plan is without an answer,"
                    + " the Stars may have gone back; otherwise give them back by hand."),
    FOLLOW_UP_NOT_DROPPABLE(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Follow-up not droppable",
            "No attempt to carry the follow-up out has failed, so it waits for its turn; or it"
                    + " opens a transfer to the platform, whose items would be lost; or this"
                    + " version cannot read it, so that nobody knows what would be lost."),
    TRANSFER_NOT_SETTLED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Transfer not settled",
            "The transfer was sent so lately that it may still arrive, until `settledAt`. Until"
                    + " then it is not given back."),
    PLAN_EXPIRED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Plan expired",
            "The plan was good for an hour. Nothing was done; make another."),
    PLAN_HASH_MISMATCH(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Plan hash mismatch",
            "`planHash` is not that of this plan. Nothing was done; look at the plan again."),
    PLAN_NOT_APPROVED(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Plan not approved",
            "The plan, or the file, is above the limit of one person, and nobody else has approved"
                    + " it yet."),
    PLAN_APPROVAL_VOID(
            Audience.OPERATORS,
            HttpStatus.CONFLICT,
            "Approval void",
            "Who has approved the plan is disabled, or may not approve plans any more. Nothing was"
                    + " done; make another plan, for somebody else to approve."),
    ALREADY_CLAIMED(HttpStatus.CONFLICT, "Already claimed", "The reward was paid before."),
    WALLET_TAKEN(
            HttpStatus.CONFLICT,
            "Wallet taken",
            "Another player has proven to own the wallet; it stays theirs."),
    PLATFORM_ACCOUNT_TAKEN(
            Audience.PROGRAMS,
            HttpStatus.CONFLICT,
            "Platform account taken",
            "The account is linked to another player."),
    TRANSFER_FAILED(
            Audience.PROGRAMS,
            HttpStatus.CONFLICT,
            "Transfer failed",
            "The transfer has failed: the platform has refused it, or an operator has returned it,"
                    + " and the player has it back. That the platform says otherwise is noted."),
    PLAYER_ALREADY_LINKED(
            Audience.PROGRAMS,
            HttpStatus.CONFLICT,
            "Player already linked",
            "The player is linked to another account."),
    RUN_SCORED(
            HttpStatus.CONFLICT,
            "Run scored",
            "The run has another score already; a run gets one."),
    TON_PROOF_USED(
            HttpStatus.CONFLICT,
            "TON proof used",
            "The proof's payload was used, or a later one was; ask for a new payload."),
    PLAYER_ALREADY_EXISTS(
            HttpStatus.CONFLICT, "Player already exists", "The player's game has started already."),
    SESSION_SUPERSEDED(
            HttpStatus.CONFLICT,
            "Session superseded",
            "Newer logins have displaced this one, so its tap sequence is forgotten; log in"
                    + " again."),
    OPERATOR_DAILY_LIMIT_REACHED(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Operator's daily limit reached",
            "With this the operator would give and take more than `limit` in one UTC day. Nothing"
                    + " was done."),
    INSUFFICIENT_FUNDS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Insufficient funds",
            "The balance in `currency` is `held`, the price is `required`."),
    BALANCE_CAP_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Balance cap reached",
            "The balance in `currency`, which is `held`, cannot hold what would be added."),
    TOO_MANY_RUNS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Too many runs",
            "As many runs of the player are open, or wait to be looked at, as can be, `max`;"
                    + " finish one, or let it expire."),
    RUN_EXPIRED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Run expired",
            "The run's time is over, and its score is not taken; start another."),
    RUN_TOO_FAST(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Run too fast",
            "Nobody is faster than `minTimeMs`; the run goes on."),
    NOT_ENTERED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Not entered",
            "The player takes no part in the tournament; enter it first."),
    COOLING_DOWN(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Cooling down",
            "The last use is too recent; `readyAt` says when it works again."),
    DAILY_LIMIT_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Daily limit reached",
            "A day allows it `limit` times, and with this it would be more; `resetsAt` says when"
                    + " the day ends, `remaining`, of what can be had more than once at a time, how"
                    + " many are left."),
    PAID_IN_STARS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Paid in Stars",
            "It is paid in Telegram Stars, with an invoice of `POST /store/invoice`."),
    NOT_PAID_IN_STARS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Not paid in Stars",
            "It is paid in a currency of the game, with `POST /store/purchase`."),
    SOLD_OUT(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Sold out",
            "All players together have bought as many as there are, or hold the last ones while"
                    + " they pay; `left` says how many there are still."),
    PURCHASE_LIMIT_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Purchase limit reached",
            "A player can buy it `limit` times altogether, and with this it would be more;"
                    + " `remaining` says how many are left."),
    TOURNAMENT_NOT_OPEN(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Tournament not open",
            "It takes entries and begins runs from `opensAt` to `closesAt` only; never if it is"
                    + " `cancelled`."),
    ALREADY_ENTERED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Already entered",
            "A player can enter the tournament `limit` times, and this one has or is just paying"
                    + " for it."),
    TOURNAMENT_FULL(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Tournament full",
            "All `seats` are taken, or held for others while they pay."),
    DISQUALIFIED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Disqualified",
            "The player was taken out of the tournament."),
    RAFFLE_NOT_OPEN(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Raffle not open",
            "Tickets are sold from `opensAt` to `closesAt`, and not now."),
    RAFFLE_SOLD_OUT(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Raffle sold out",
            "All players together have bought as many tickets as there are, or hold the last ones"
                    + " while they pay; `left` says how many there are still."),
    TICKET_LIMIT_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Ticket limit reached",
            "A player can hold `limit` tickets of the raffle, and with this it would be more;"
                    + " `remaining` says how many are left."),
    REQUIREMENTS_NOT_MET(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Requirements not met",
            "`missing` lists the conditions that are not met."),
    NOT_AVAILABLE(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Not available",
            "It is only announced, or outside the time in which it is offered."),
    PRICE_CHANGED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Price changed",
            "The price is `actual`, not `expected`; nothing was bought."),
    MAX_LEVEL_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Maximum level reached",
            "There is no level after `level`."),
    QUEST_NOT_COMPLETED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Quest not completed",
            "The quest is not complete; `questStatus` says how far it is."),
    METER_NOT_FULL(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Meter not full",
            "The frenzy meter is at `meter` of `meterMax`."),
    FORGE_LIMIT_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Forge limit reached",
            "The special card was forged `limit` times, as often as it can be."),
    BALLOONS_NOT_OFFERED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Balloons not offered",
            "The content has no balloon game."),
    BALLOONS_REPLACED(
            HttpStatus.CONFLICT,
            "Balloons replaced",
            "The player has started another game of balloons since, so this one does not count."),
    NOT_USABLE(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Not usable",
            "The item does nothing by itself; it is for forging, converting or quests."),
    OPERATION_LIMIT_EXCEEDED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Operation limit exceeded",
            "It can be done at most `max` times at once."),
    MISSING_INGREDIENTS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Missing ingredients",
            "`missing` lists what forging needs more of."),
    PLATFORM_ACCOUNT_NOT_LINKED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Platform account not linked",
            "The player has no account on the platform; the platform links one."),
    INSUFFICIENT_ITEMS(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Insufficient items",
            "Of the item `itemId`, `required` are needed and `held` are there."),
    ITEM_MAXIMUM_REACHED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Item maximum reached",
            "Of the item `itemId`, at most `max` can be held, and `held` are."),
    TON_PROOF_NETWORK_NOT_ALLOWED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Network not allowed",
            "The wallet is on another network of TON than the game."),
    TON_PROOF_DOMAIN_NOT_ALLOWED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Domain not allowed",
            "The `ton_proof` was signed for a page that is not this game's, or `lengthBytes` is not"
                    + " the page's length; see `ton-domains`."),
    TON_PROOF_CHALLENGE_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Payload not ours",
            "The `ton_proof` answers a payload that was not made for this player."),
    TON_PROOF_ADDRESS_MISMATCH(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Address mismatch",
            "The address is not that of `walletStateInit`."),
    TON_PROOF_WALLET_UNSUPPORTED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Wallet not supported",
            "`walletStateInit` is not that of a wallet of version 1 to 5."),
    TON_PROOF_KEY_MISMATCH(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Key mismatch",
            "`publicKey` is not the key in `walletStateInit`."),
    TON_PROOF_SIGNATURE_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Signature invalid",
            "The wallet's key did not sign this `ton_proof`."),
    TON_PROOF_FROM_FUTURE(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "TON proof from the future",
            "The `ton_proof` claims to be signed more than a minute from now; `validFrom` says when"
                    + " it can be sent."),
    TON_PROOF_EXPIRED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "TON proof expired",
            "The `ton_proof` or its payload was good until `validUntil`; ask for a new payload."),
    RESERVATION_EXPIRED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Reservation expired",
            "What was held for this purchase until `heldUntil` went to others, and nothing was"
                    + " paid; buy again under another key."),
    SELF_REFERRAL(
            HttpStatus.UNPROCESSABLE_ENTITY, "Self-referral", "A player cannot invite themselves."),
    NOTHING_TO_RESTORE(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Nothing to restore",
            "The player's game never began anew, so that no other is kept."),
    FOLLOW_UP_DROPPED(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Follow-up dropped",
            "An operator has decided that this, which an earlier change called for, is not done."),
    ALREADY_RESTORED(
            Audience.OPERATORS,
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Already restored",
            "The game from before the last reset was brought back already; it comes back once."),
    RATE_LIMITED(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests",
            "Wait as long as `Retry-After` says.",
            true),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Internal error",
            "A fault of the server, recorded under `traceId`. Where the answer has an"
                + " `Idempotency-Key`, the outcome is unknown: ask `GET /operations/{id}`, where"
                + " the answer names it, or repeat, both with that key.",
            true),
    NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not ready",
            "The server is starting, stopping or waits for a store.",
            true),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Overloaded",
            "The server has too much to do and refuses what is beyond. Nothing was done; wait as"
                    + " long as `Retry-After` says and send the same again.",
            true),
    TELEGRAM_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Telegram unavailable",
            "Only Telegram knows it or can do it, and it cannot be asked now. Nothing was done.",
            true),
    PLATFORM_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Platform unavailable",
            "Nothing can be transferred to the platform now. Nothing was done.",
            true),
    STORAGE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Storage unavailable",
            "A store is away. Where the answer has an `Idempotency-Key`, the outcome is unknown:"
                    + " ask `GET /operations/{id}`, where the answer names it, or repeat, both with"
                    + " that key.",
            true);

    private final Audience metBy;
    private final HttpStatus status;
    private final String title;
    private final String description;
    private final boolean retriable;

    ProblemCode(HttpStatus status, String title, String description) {
        this(status, title, description, false);
    }

    ProblemCode(HttpStatus status, String title, String description, boolean retriable) {
        this(Audience.PLAYERS, status, title, description, retriable);
    }

    ProblemCode(Audience metBy, HttpStatus status, String title, String description) {
        this(metBy, status, title, description, false);
    }

    ProblemCode(
            Audience metBy,
            HttpStatus status,
            String title,
            String description,
            boolean retriable) {
        this.metBy = metBy;
        this.status = status;
        this.title = title;
        this.description = description;
        this.retriable = retriable;
    }

    public Audience metBy() {
        return metBy;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public boolean retriable() {
        return retriable;
    }

    /** The word that callers branch on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the code is explained, relative to the server. */
    public String type() {
        return "/errors#" + word();
    }
}
