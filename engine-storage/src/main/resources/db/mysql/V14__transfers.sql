-- Transfers to the platform, and how far each has come: 0 pending, 1 sent, 2 unknown, 3 confirmed, 4 failed. A row stays for
-- ever; one that is finished is due at the end of time. Changes tell of transfers from here on.
CREATE TABLE transfer (
    transfer_id VARCHAR(32)  NOT NULL,
    player_id   BIGINT       NOT NULL,
    account_id  VARCHAR(64)  NOT NULL,
    item_id     VARCHAR(64)  NOT NULL,
    quantity    INT          NOT NULL CHECK (quantity > 0),
    at_millis   BIGINT       NOT NULL,
    step        TINYINT      NOT NULL,
    sends       INT          NOT NULL,
    waits       INT          NOT NULL,
    sent_at     BIGINT       NOT NULL,
    due_at      BIGINT       NOT NULL,
    fence       BIGINT       NOT NULL,
    reason      VARCHAR(100) NULL,
    PRIMARY KEY (transfer_id),
    KEY transfer_due (due_at, transfer_id),
    KEY transfer_of_player (player_id, at_millis, transfer_id),
    KEY transfer_by_step (step, at_millis, transfer_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
