-- Runs of minigames and what they came to. A row stays for ever. Of a run without a score, score and scored_at are null;
-- flag says why one is not plausible: 1 above the most, 2 too fast, 3 too much a second. counted_as is the number under
-- which a score counts on boards, null while it does not. review says what somebody said: 1 approved, 0 rejected.
-- waiting is the run's id while it is flagged and nobody has looked at it.
CREATE TABLE minigame_run (
    run_id        BIGINT       NOT NULL,
    player_id     BIGINT       NOT NULL,
    operation_id  VARCHAR(64)  NOT NULL,
    minigame_id   VARCHAR(64)  NOT NULL,
    tournament_id VARCHAR(64)  NULL,
    started_at    BIGINT       NOT NULL,
    expires_at    BIGINT       NOT NULL,
    seed          BIGINT       NOT NULL,
    nonce         BIGINT       NOT NULL,
    score         BIGINT       NULL,
    scored_at     BIGINT       NULL,
    flag          TINYINT      NULL,
    counted_as    BIGINT       NULL,
    review        TINYINT      NULL,
    reviewed_by   VARCHAR(64)  NULL,
    reviewed_why  VARCHAR(300) NULL,
    reviewed_at   BIGINT       NULL,
    waiting       BIGINT AS (IF(flag IS NOT NULL AND review IS NULL, run_id, NULL)) STORED,
    PRIMARY KEY (run_id),
    UNIQUE KEY minigame_run_operation (player_id, operation_id),
    KEY minigame_run_open (player_id, expires_at),
    KEY minigame_run_counted (minigame_id, counted_as),
    KEY minigame_run_of_tournament (tournament_id, counted_as),
    KEY minigame_run_waiting (waiting)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who starts a run locks the own row, so that no two starts of a player count the open runs at once.
CREATE TABLE minigame_player (
    player_id BIGINT NOT NULL,
    PRIMARY KEY (player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
