package com.luckyfunatic.server.attack;

import java.util.List;

/** A place of the API that takes a credential, and the codes by which it refuses one. */
enum Door {
    /** {@code initData} in the body of a login. */
    LOGIN(
            List.of(
                    "init_data_malformed",
                    "init_data_signature_invalid",
                    "init_data_expired",
                    "init_data_from_future")),
    /** {@code initData} in the header of a login. */
    LOGIN_HEADER(
            List.of(
                    "init_data_malformed",
                    "init_data_signature_invalid",
                    "init_data_expired",
                    "init_data_from_future",
                    "validation_failed")),
    /** A player's token. */
    GAME(List.of("token_missing", "token_invalid", "token_expired", "wrong_token_kind")),
    /** A minigame's token, beside the game's key. */
    MINIGAME(
            List.of(
                    "token_missing",
                    "token_invalid",
                    "token_expired",
                    "wrong_token_kind",
                    "wrong_minigame")),
    /** A ticket for the balloon game in the address. */
    BALLOONS(List.of("token_missing", "token_invalid", "token_expired", "wrong_token_kind")),
    /** A minigame's key, beside a good token. */
    GAME_KEY(List.of("api_key_missing", "api_key_invalid")),
    /** The token of a run, beside a good token and key. */
    SCORE(List.of("run_token_invalid", "wrong_minigame", "not_your_run", "validation_failed")),
    /** An operator's name and credential. */
    OPERATOR(
            List.of(
                    "operator_credential_invalid",
                    "token_missing",
                    "token_invalid",
                    "wrong_token_kind")),
    /** The platform's token. */
    PLATFORM(List.of("token_missing", "token_invalid", "token_expired", "wrong_token_kind")),
    /** Telegram's secret. */
    WEBHOOK(List.of("token_missing", "token_invalid")),
    /** A key of marketing. */
    MARKETING(List.of("api_key_missing", "api_key_invalid"));

    /** What is said of a request that is none, before anybody looks for a credential. */
    private static final List<String> NO_REQUEST = List.of("bad_request", "request_too_large");

    @SuppressWarnings("ImmutableEnumChecker") // Lists of List.of cannot be changed.
    private final List<String> refusals;

    Door(List<String> refusals) {
        this.refusals = refusals;
    }

    boolean refusesBy(String code) {
        return refusals.contains(code) || NO_REQUEST.contains(code);
    }
}
