-- Final standings of tournaments, and what was paid for them (currency: 0 funz, 1 jokers). They are written from the first rank on
-- without gaps; final_ranking tells how many are, and whether these are all. Changes tell of prizes from here on.
CREATE TABLE final_ranking (
    tournament_id VARCHAR(64) NOT NULL,
    written       BIGINT      NOT NULL,
    complete      TINYINT     NOT NULL,
    PRIMARY KEY (tournament_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE final_standing (
    tournament_id  VARCHAR(64) NOT NULL,
    place          BIGINT      NOT NULL,
    player_id      BIGINT      NOT NULL,
    score          BIGINT      NOT NULL,
    score_fraction BIGINT      NOT NULL,
    reached_at     BIGINT      NOT NULL,
    closed_at      BIGINT      NOT NULL,
    currency       TINYINT     NULL,
    paid           BIGINT      NULL,
    cut            BIGINT      NULL,
    paid_at        BIGINT      NULL,
    PRIMARY KEY (tournament_id, place),
    UNIQUE KEY final_standing_of_player (player_id, closed_at, tournament_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
