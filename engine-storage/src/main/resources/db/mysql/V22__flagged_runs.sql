-- Who has flagged runs that nobody has looked at starts no more of them, and a tournament waits for its own.
ALTER TABLE minigame_run
    ADD KEY minigame_run_waiting_of_player (player_id, waiting),
    ADD KEY minigame_run_waiting_of_tournament (tournament_id, waiting);
