-- Reads what a leaderboard keeps of a player, and the player's rank, as of one moment.
--
-- KEYS[1] ranking   sorted set of the board
-- KEYS[2] entries   hash of the board
-- ARGV[1] the player's id
--
-- Reply: accepted, the settings of the board, the player's entry, the rank from 0 on.
-- Refusals: absent (the player is not on the board), corrupt (a text is no number where one must be)

--- @include "board_member"

local ranking, entries = KEYS[1], KEYS[2]
local player = ARGV[1]

local stored = redis.call('HMGET', entries, 'board', player)
local on, place = string.match(stored[2] or '0 ', '^([01]) (%d*)')
if on == '0' then
    return {'absent'}
end
local rank = on and redis.call('ZRANK', ranking, board_member(place, player))
if not rank or not stored[1] then
    return {'corrupt'}
end
return {'accepted', stored[1], stored[2], string.format('%.0f', rank)}
