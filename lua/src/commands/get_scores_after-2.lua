-- Reads the places of a leaderboard after any place, whether or not somebody stands there.
--
-- KEYS[1] ranking   sorted set of the board
-- KEYS[2] entries   hash of the board
-- ARGV[1] the whole part of the place's score, "" for the beginning of the board
-- ARGV[2] its fourteen decimals
-- ARGV[3] its moment and player, sixteen and nineteen digits
-- ARGV[4] how many places at most
--
-- Reply: accepted, the settings of the board, the rank of the first place from 0 on, then member, score … of each, best first.
-- Refusals: unknown_board, corrupt (a text is no number where one must be)

--- @include "is_before"
--- @include "read_board"

local ranking, entries = KEYS[1], KEYS[2]
local whole, fraction, member, limit = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local settings = redis.call('HGET', entries, 'board')
if not settings then
    return {'unknown_board'}
end
local board = read_board(settings)
if not board then
    return {'corrupt'}
end
local low = 0
if whole ~= '' then
    local score = board.higher and '-' .. whole or whole
    if board.method == 'average' then
        member = (board.higher and string.format('%014.0f', 99999999999999 - tonumber(fraction)) or fraction) .. member
    end
    -- Those with the same score lie between these ranks, in the order of their members: at most twenty steps among a million.
    low = redis.call('ZCOUNT', ranking, '-inf', '(' .. score)
    local high = redis.call('ZCOUNT', ranking, '-inf', score)
    while low < high do
        local middle = math.floor((low + high) / 2)
        if is_before(member, redis.call('ZRANGE', ranking, middle, middle)[1]) then
            high = middle
        else
            low = middle + 1
        end
    end
end
local reply = redis.call('ZRANGE', ranking, low, low + limit - 1, 'WITHSCORES')
return {'accepted', settings, string.format('%.0f', low), unpack(reply)}
