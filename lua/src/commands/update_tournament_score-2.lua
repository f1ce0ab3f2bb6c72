-- Counts a score on a leaderboard. LeaderboardRules in one round trip.
--
-- KEYS[1] ranking   sorted set of the board: members by score_place, scores such that the least is the best
-- KEYS[2] entries   hash of the board: its settings under "board", what is kept of each player under his id
-- ARGV[1] the player's id
-- ARGV[2] the run's id
-- ARGV[3] the score
-- ARGV[4] when it was reached, epoch milliseconds
--
-- Reply: accepted, "1" when this run had counted before, else "0", the player's entry.
-- Refusals: score_negative, score_too_large, unknown_board, player_removed, run_reused, run_forgotten, board_frozen, score_late,
-- too_many_scores, sum_too_large (see LeaderboardRefusal), corrupt (a text is no number where one must be)

--- @include "board_member"
--- @include "checked_add"
--- @include "is_before"
--- @include "read_board"
--- @include "read_entry"
--- @include "remember_run"
--- @include "score_place"
--- @include "whole_number"

local ranking, entries = KEYS[1], KEYS[2]
local player, run, score_text, at_text = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local score, refusal = whole_number(score_text)
if not score then
    if refusal == 'corrupt' then
        return {'corrupt'}
    end
    return {string.sub(score_text, 1, 1) == '-' and 'score_negative' or 'score_too_large'}
end
local at = whole_number(at_text)
if not at or not string.find(player, '^[1-9]%d*$') or not string.find(run, '^[1-9]%d*$') then
    return {'corrupt'}
end
local stored = redis.call('HMGET', entries, 'board', player)
if not stored[1] then
    return {'unknown_board'}
end
local board = read_board(stored[1])
local entry = read_entry(stored[2] or '1  0 0 0 ')
if not board or not entry then
    return {'corrupt'}
end

if entry.removed then
    return {'player_removed'}
end
local _, found = string.find(',' .. entry.runs, ',' .. run .. ':', 1, true)
if found then
    return string.match(entry.runs, '^%d+', found) == score_text and {'accepted', '1', stored[2]} or {'run_reused'}
end
if not is_before(entry.forgotten, run) then
    return {'run_forgotten'}
end
if board.frozen then
    return {'board_frozen'}
end
if at > board.closes then
    return {'score_late'}
end

local method, total = board.method, score
if entry.count >= (method == 'average' and 1000000 or 9007199254740991) then
    return {'too_many_scores'}
end
local count = entry.count + 1
if method == 'count' then
    total = count
elseif method == 'sum' or method == 'average' then
    total = checked_add(entry.total, score)
elseif method == 'last' and is_before(run, string.match(entry.runs, '^%d*')) then
    total = entry.total
elseif method == 'best' and entry.count > 0 then
    total = board.higher and math.max(entry.total, score) or math.min(entry.total, score)
end
if not total then
    return {'sum_too_large'}
end

local value, fraction = score_place(board, total, count)
local stays, reached = false, at
if entry.count > 0 then
    local value_before, fraction_before = score_place(board, entry.total, entry.count)
    stays = value == value_before and fraction == fraction_before
    reached = math.max(entry.reached, at)
end
local place = stays and entry.place or fraction .. string.format('%016.0f', reached)
local text = '1 ' .. place .. string.format(' %.0f %.0f ', total, count) .. remember_run(entry, run, score_text)
if not stays then
    if entry.count > 0 and place ~= entry.place then
        redis.call('ZREM', ranking, board_member(entry.place, player))
    end
    redis.call('ZADD', ranking, value, board_member(place, player))
end
redis.call('HSET', entries, player, text)
return {'accepted', '0', text}
