-- For finding players by the beginning of a name.
CREATE INDEX account_by_first_name ON account (first_name);
CREATE INDEX account_by_username ON account (username);
