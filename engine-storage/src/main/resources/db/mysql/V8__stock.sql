-- Supplies that are counted for all players together, and what is held of them. `state` is of a reservation:
-- 0 held, 1 sold, 2 given back; the last two are for good. A row stays for ever: its operation id is used up.
-- Whoever changes a reservation locks the row of its supply first. Version 7 is the embedded storage's alone.
CREATE TABLE stock_level (
    stock_id VARCHAR(64) NOT NULL,
    reserved BIGINT      NOT NULL CHECK (reserved >= 0),
    sold     BIGINT      NOT NULL CHECK (sold >= 0),
    PRIMARY KEY (stock_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_reservation (
    player_id      BIGINT        NOT NULL,
    operation_id   VARBINARY(64) NOT NULL,
    stock_id       VARCHAR(64)   NOT NULL,
    quantity       BIGINT        NOT NULL CHECK (quantity > 0),
    command        MEDIUMTEXT    NOT NULL,
    reserved_until BIGINT        NOT NULL,
    state          TINYINT       NOT NULL,
    PRIMARY KEY (player_id, operation_id),
    KEY stock_reservation_by_state (state, reserved_until, player_id, operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
