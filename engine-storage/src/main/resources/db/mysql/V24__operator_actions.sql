-- What operators asked for. Rows are only added. `outcome`: 0 done, 1 refused, 2 failed. `detail` names no person but by
-- the player's id.
CREATE TABLE operator_action (
    action_id BIGINT        NOT NULL,
    operator  VARCHAR(32)   NOT NULL,
    at_millis BIGINT        NOT NULL,
    action    VARCHAR(40)   NOT NULL,
    player_id BIGINT,
    reference VARCHAR(100),
    outcome   TINYINT       NOT NULL,
    detail    VARCHAR(2000) NOT NULL,
    PRIMARY KEY (action_id),
    KEY operator_action_of (operator, action_id),
    KEY operator_action_about (player_id, action_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
