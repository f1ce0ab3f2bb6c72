-- Raffles, their tickets and their winners. `step` of a raffle: 0 open, 1 closed, 2 frozen, 3 drawn, 4 done.
-- `state` of a reservation: 0 held, 1 sold, 2 given back; the last two are for good, and only what is sold has
-- ticket numbers. Whoever changes a reservation locks the row of its raffle first. `seed` and `holder_key` are
-- secret; the first one until the raffle is drawn, the second one for ever.
CREATE TABLE raffle (
    raffle_id  VARCHAR(48) NOT NULL,
    definition MEDIUMTEXT  NOT NULL,
    closes_at  BIGINT      NOT NULL,
    seed       CHAR(64)    NOT NULL,
    holder_key CHAR(64)    NOT NULL,
    step       TINYINT     NOT NULL,
    reserved   INT         NOT NULL CHECK (reserved >= 0),
    sold       INT         NOT NULL CHECK (sold >= 0),
    players    INT         NOT NULL CHECK (players >= 0),
    list_hash  CHAR(64),
    PRIMARY KEY (raffle_id),
    KEY raffle_by_closing (closes_at, raffle_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE raffle_reservation (
    player_id      BIGINT        NOT NULL,
    operation_id   VARBINARY(64) NOT NULL,
    raffle_id      VARCHAR(48)   NOT NULL,
    quantity       INT           NOT NULL CHECK (quantity > 0),
    command        MEDIUMTEXT    NOT NULL,
    reserved_until BIGINT        NOT NULL,
    state          TINYINT       NOT NULL,
    first_ticket   INT,
    PRIMARY KEY (player_id, operation_id),
    UNIQUE KEY raffle_ticket (raffle_id, first_ticket),
    KEY raffle_reservation_of_player (raffle_id, player_id, state),
    KEY raffle_reservation_by_state (state, reserved_until, player_id, operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE raffle_winner (
    raffle_id VARCHAR(48) NOT NULL,
    place     INT         NOT NULL,
    ticket    INT         NOT NULL,
    player_id BIGINT      NOT NULL,
    paid      TINYINT     NOT NULL,
    PRIMARY KEY (raffle_id, place),
    UNIQUE KEY raffle_winner_ticket (raffle_id, ticket)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
