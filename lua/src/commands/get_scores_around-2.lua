-- Reads a player's place on a leaderboard with those around it, as of one moment.
--
-- KEYS[1] ranking   sorted set of the board
-- KEYS[2] entries   hash of the board
-- ARGV[1] the player's id
-- ARGV[2] how many places at most, the player's among them
--
-- Reply: accepted, the settings of the board, the rank of the first place from 0 on, then member, score … of each, best first.
-- Refusals: absent (the player is not on the board), corrupt (a text is no number where one must be)

--- @include "board_member"

local ranking, entries = KEYS[1], KEYS[2]
local player, limit = ARGV[1], tonumber(ARGV[2])

local stored = redis.call('HMGET', entries, 'board', player)
local on, place = string.match(stored[2] or '0 ', '^([01]) (%d*)')
if on == '0' then
    return {'absent'}
end
local rank = on and redis.call('ZRANK', ranking, board_member(place, player))
if not rank or not stored[1] then
    return {'corrupt'}
end
local from = math.max(0, math.min(rank - math.floor(limit / 2), redis.call('ZCARD', ranking) - limit))
local reply = redis.call('ZRANGE', ranking, from, from + limit - 1, 'WITHSCORES')
return {'accepted', stored[1], string.format('%.0f', from), unpack(reply)}
