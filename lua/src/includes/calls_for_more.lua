-- Returns whether a player's state calls for another event: a rank that is reached, a referral that now counts.
local function calls_for_more(player)
    return player.funz_earned >= player.next_rank_at or player.taps >= player.qualify_at
end
