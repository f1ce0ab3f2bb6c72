-- Returns the member of a leaderboard's ranking for a place and the player who stands there. All members of a board have the same number
-- of digits, so that the order of bytes among equal scores is that of decimals, moment and player.
local function board_member(place, player)
    return place .. string.rep('0', 19 - #player) .. player
end
