-- What operators are about to do, and what plans that were carried out take of their authors' days. `budget`: 0 funz,
-- 1 jokers, 2 items. Whoever counts spending locks the row of the operator first.
CREATE TABLE support_plan (
    plan_id        VARCHAR(40) NOT NULL,
    author         VARCHAR(32) NOT NULL,
    player_id      BIGINT      NOT NULL,
    sequence       BIGINT      NOT NULL,
    command        MEDIUMTEXT  NOT NULL,
    reason         VARCHAR(40) NOT NULL,
    budget         TINYINT     NOT NULL,
    amount         BIGINT      NOT NULL CHECK (amount > 0),
    needs_approval TINYINT(1)  NOT NULL,
    created_at     BIGINT      NOT NULL,
    expires_at     BIGINT      NOT NULL,
    approved_by    VARCHAR(32),
    PRIMARY KEY (plan_id),
    CHECK (approved_by IS NULL OR approved_by <> author)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE support_spending (
    plan_id   VARCHAR(40) NOT NULL,
    operator  VARCHAR(32) NOT NULL,
    epoch_day BIGINT      NOT NULL,
    budget    TINYINT     NOT NULL,
    amount    BIGINT      NOT NULL CHECK (amount > 0),
    PRIMARY KEY (plan_id),
    KEY support_spending_of (operator, epoch_day, budget)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
