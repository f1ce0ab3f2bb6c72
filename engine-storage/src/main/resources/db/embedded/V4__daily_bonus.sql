-- No table changes: players, changes and answers may hold the daily bonus, which older builds do not know.
PRAGMA user_version = 4;
