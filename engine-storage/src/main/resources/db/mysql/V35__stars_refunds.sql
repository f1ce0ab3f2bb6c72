-- Which plan of an operator asks Telegram for the Stars of which payment, one row for each payment, written before Telegram is
-- asked. `unanswered`: how many times it was asked without being told that nothing came of it. `held_until`: plans that are made
-- from then on may take the row over while it is open. `ending`: 0 open, 1 refunded, 2 refused, 3 went back without the plan.
-- Times are epoch milliseconds.
CREATE TABLE stars_refund (
    charge       VARBINARY(1536) NOT NULL,
    revision     BIGINT          NOT NULL,
    operation_id VARCHAR(64)     NOT NULL,
    player_id    BIGINT          NOT NULL,
    unanswered   INT             NOT NULL CHECK (unanswered >= 0),
    asked_at     BIGINT          NOT NULL,
    held_until   BIGINT          NOT NULL,
    ending       TINYINT         NOT NULL CHECK (ending BETWEEN 0 AND 3),
    ended_at     BIGINT          NOT NULL,
    words        VARCHAR(500)    NOT NULL,
    PRIMARY KEY (charge)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
