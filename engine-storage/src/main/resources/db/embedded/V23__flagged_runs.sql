-- Who has flagged runs that nobody has looked at starts no more of them, and a tournament waits for its own.
CREATE INDEX minigame_run_flagged_of_player ON minigame_run (player_id) WHERE flag IS NOT NULL AND review IS NULL;
CREATE INDEX minigame_run_flagged_of_tournament ON minigame_run (tournament_id, run_id) WHERE flag IS NOT NULL AND review IS NULL;

PRAGMA user_version = 23;
