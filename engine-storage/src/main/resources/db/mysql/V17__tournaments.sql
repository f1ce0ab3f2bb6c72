-- Tournaments and who has entered them. `stage` is 0 draft, 1 published, 2 ranked, 3 paying, 4 done, 5 cancelled; `step` of an
-- entry 0 held, 1 paid, 2 given up, 3 paid and refunded. An entry stays for ever: its operation id is used up. Whoever changes
-- an entry locks the row of its tournament first.
CREATE TABLE tournament (
    tournament_id VARCHAR(64) NOT NULL,
    minigame_id   VARCHAR(64) NOT NULL,
    closes_at     BIGINT      NOT NULL,
    stage         TINYINT     NOT NULL,
    version       BIGINT      NOT NULL,
    definition    MEDIUMTEXT  NOT NULL,
    last_number   BIGINT      NOT NULL,
    held          BIGINT      NOT NULL CHECK (held >= 0),
    entered       BIGINT      NOT NULL CHECK (entered >= 0),
    refunded      BIGINT      NOT NULL CHECK (refunded >= 0),
    collected     BIGINT      NOT NULL CHECK (collected >= 0),
    PRIMARY KEY (tournament_id),
    KEY tournament_by_close (closes_at, tournament_id),
    KEY tournament_by_stage (stage, closes_at, tournament_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE tournament_entry (
    player_id     BIGINT        NOT NULL,
    operation_id  VARBINARY(64) NOT NULL,
    tournament_id VARCHAR(64)   NOT NULL,
    number        BIGINT        NOT NULL,
    currency      VARCHAR(16)   NOT NULL,
    fee           BIGINT        NOT NULL,
    at_millis     BIGINT        NOT NULL,
    held_until    BIGINT        NOT NULL,
    step          TINYINT       NOT NULL,
    PRIMARY KEY (player_id, operation_id),
    UNIQUE KEY tournament_entry_by_number (tournament_id, number),
    KEY tournament_entry_of_player (player_id, at_millis, tournament_id, number),
    KEY tournament_entry_by_step (step, held_until, player_id, operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE tournament_disqualification (
    tournament_id VARCHAR(64)  NOT NULL,
    player_id     BIGINT       NOT NULL,
    reason        VARCHAR(200) NOT NULL,
    actor         VARCHAR(100) NOT NULL,
    at_millis     BIGINT       NOT NULL,
    PRIMARY KEY (tournament_id, player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
