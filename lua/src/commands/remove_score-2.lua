-- Takes a player off a leaderboard, for good. LeaderboardRules in one round trip.
--
-- KEYS[1] ranking   sorted set of the board
-- KEYS[2] entries   hash of the board
-- ARGV[1] the player's id
--
-- Reply: accepted, "1" when the player was on the board, else "0".
-- Refusals: unknown_board, corrupt (a text is no number where one must be)

--- @include "board_member"
--- @include "read_entry"

local ranking, entries = KEYS[1], KEYS[2]
local player = ARGV[1]

local stored = redis.call('HMGET', entries, 'board', player)
if not stored[1] then
    return {'unknown_board'}
end
if not stored[2] then
    redis.call('HSET', entries, player, '0 0000000000000000 0 0 0 ')
    return {'accepted', '0'}
end
local entry = read_entry(stored[2])
if not entry then
    return {'corrupt'}
end
if entry.removed then
    return {'accepted', '0'}
end
redis.call('ZREM', ranking, board_member(entry.place, player))
redis.call('HSET', entries, player, '0' .. string.sub(stored[2], 2))
return {'accepted', '1'}
