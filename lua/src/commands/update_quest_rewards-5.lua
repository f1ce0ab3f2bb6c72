-- Claims a daily quest that pays nothing but funz. QuestRules in one round trip.
--
-- KEYS[1] player       hash
-- KEYS[2] generation   string: the partition's generation
-- KEYS[3] journal      stream of the partition
-- KEYS[4] dirty        sorted set of the partition: players to flush, by the moment of their first change since
-- KEYS[5] touched      sorted set of the partition: players by their last change
-- ARGV[1] the generation the caller knows
-- ARGV[2] the name of the content in force
-- ARGV[3] since when it is in force, epoch milliseconds
-- ARGV[4] the player's id
-- ARGV[5] the caller's now, epoch milliseconds
-- ARGV[6] the id of the change, if there is one
-- ARGV[7] the beginning of the change's document, up to its events
-- ARGV[8] the quest
-- ARGV[9] what it pays, funz
-- ARGV[10] what completes it: instant, visit, or the counter taps or funz_earned
-- ARGV[11] the delay of a visit, milliseconds, or where the counter has to come
--
-- Reply: accepted, the moment, the funz paid; then field, value … of the player.
-- Refusals: generation (the caller's is not the partition's), absent (no such player here), outdated (the player is of an older generation),
-- fallback (not the simple case: the rule in Java decides), corrupt (a text is no number where one must be)

--- @include "answer"
--- @include "calls_for_more"
--- @include "check_generation"
--- @include "earn_funz"
--- @include "find_row"
--- @include "floor_divide"
--- @include "put_row"
--- @include "read_numbers"
--- @include "read_player"
--- @include "whole_number"
--- @include "write_change"

local keys = {player = KEYS[1], journal = KEYS[3], dirty = KEYS[4], touched = KEYS[5]}
local known_generation, content, since, id, clock, change, head = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local quest, reward, goal, needed = ARGV[8], ARGV[9], ARGV[10], ARGV[11]

if not check_generation(KEYS[2], known_generation) then
    return {'generation'}
end
local player, refusal = read_player(redis.call('HGETALL', keys.player), known_generation, content, since, clock)
if not player then
    return {refusal}
end
local numbers = {started_at = 0, base = 0, on_day = 0, funz = 0, jokers = 0}
refusal = read_numbers(table.concat({reward, needed}, ' '), {'reward', 'needed'}, numbers)
if refusal then
    return {refusal}
end
if player.due > 0 or player.story_due > 0 then
    return {'fallback'}
end
local started, earned, claimed, confirmed, friends = string.match(player.fields.q or ';;;;0', '^([^;]*);([^;]*);([^;]*);([^;]*);(%d+)$')
if not started then
    return {'corrupt'}
end

-- Claimed today: the rule in Java says so.
local today = floor_divide(player.now, 86400000)
local claimed_row = find_row(claimed, quest)
if claimed_row then
    local day, not_a_number = whole_number(claimed_row)
    if not day then
        return {not_a_number}
    end
    if day >= today then
        return {'fallback'}
    end
end

-- What is recorded counts, not what the content pays now; of another day it is void.
local items = ''
local earned_row = find_row(earned, quest)
if earned_row then
    local day, funz, jokers, stacks = string.match(earned_row, '^([^:]*):([^:]*):([^:]*):([^:]*)$')
    refusal = read_numbers(table.concat({day or '', funz or '', jokers or ''}, ' '), {'on_day', 'funz', 'jokers'}, numbers)
    if refusal then
        return {refusal}
    end
    items = stacks
end
local is_recorded = earned_row and numbers.on_day == today
if earned_row and numbers.on_day == 0 or is_recorded and (numbers.jokers > 0 or items ~= '') then
    return {'fallback'}
end

local started_row = find_row(started, quest)
if started_row then
    local at, base = string.match(started_row, '^([^:]*):([^:]*)$')
    refusal = read_numbers(table.concat({at or '', base or ''}, ' '), {'started_at', 'base'}, numbers)
    if refusal then
        return {refusal}
    end
end
local is_started = started_row and floor_divide(numbers.started_at, 86400000) >= today
local is_reached = goal == 'instant'
if is_started and goal == 'visit' then
    is_reached = player.now - numbers.started_at >= numbers.needed
elseif is_started and not is_reached then
    is_reached = player[goal] - numbers.base >= numbers.needed
end
local paid = is_recorded and numbers.funz or numbers.reward
if not is_recorded and not is_reached or not earn_funz(player, paid) or calls_for_more(player) then
    return {'fallback'}
end

local day = string.format('%.0f', today)
local quests = table.concat({put_row(started, quest), put_row(earned, quest), put_row(claimed, quest, day), confirmed, friends}, ';')
local results = {string.format('%.0f', paid)}
local call = {generation = known_generation, id = id, clock = clock, change = change, content = content, head = head}
write_change(keys, call, player, string.format(
    '{"@type":"QuestClaimed","quest":"%s","daily":true,"epochDay":%s,"funzDelta":%s,"jokersDelta":0,"items":[],"funzCut":0,"jokersCut":0,"itemsCut":[]}',
    quest, day, results[1]), {q = quests})
return answer(player, results)
