-- Pays out what has accrued since the last collection. IncomeRules in one round trip.
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
-- ARGV[8] how long after a collection income accrues, milliseconds
--
-- Reply: accepted, the moment, what was paid, milliseconds it was paid for, "true" when more time had passed, else "false"; then field,
-- value … of the player.
-- Refusals: generation (the caller's is not the partition's), absent (no such player here), outdated (the player is of an older generation),
-- fallback (not the simple case: the rule in Java decides), corrupt (a text is no number where one must be)

--- @include "answer"
--- @include "calls_for_more"
--- @include "check_generation"
--- @include "earn_funz"
--- @include "floor_divide"
--- @include "income_at_now"
--- @include "read_player"
--- @include "whole_number"
--- @include "write_change"

local keys = {player = KEYS[1], journal = KEYS[3], dirty = KEYS[4], touched = KEYS[5]}
local known_generation, content, since, id, clock, change, head = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local cap_millis, not_a_number = whole_number(ARGV[8])

if not check_generation(KEYS[2], known_generation) then
    return {'generation'}
end
if not cap_millis then
    return {not_a_number}
end
local player, refusal = read_player(redis.call('HGETALL', keys.player), known_generation, content, since, clock)
if not player then
    return {refusal}
end

local accrued, parts = income_at_now(player, cap_millis)
if not accrued then
    return {'fallback'}
end
-- Funz per hour × milliseconds: an hour's worth is one funz.
local rest = accrued % 3600000
local paid = floor_divide(accrued, 3600000)
local accrued_nothing = rest == player.accrued and parts == player.parts and player.income_per_hour == 0
if player.due == 0 and (accrued_nothing or player.now == player.collected_at) then
    return answer(player, {'0', '0', 'false'})
end
local elapsed = player.now - player.collected_at
if player.story_due > 0 or not earn_funz(player, paid) or calls_for_more(player) then
    return {'fallback'}
end
player.collected_at, player.settled_at, player.accrued, player.parts, player.due = player.now, player.now, rest, parts, 0

local capped = elapsed > cap_millis and 'true' or 'false'
local results = {string.format('%.0f', paid), string.format('%.0f', math.min(elapsed, cap_millis)), capped}
local call = {generation = known_generation, id = id, clock = clock, change = change, content = content, head = head}
write_change(keys, call, player, string.format(
    '{"@type":"IncomeCollected","funzDelta":%s,"cut":0,"forMillis":%s,"capped":%s,"accruedAfter":%.0f,"atMillis":%.0f,"partsAfter":%.0f}',
    results[1], results[2], capped, rest, player.now, parts), {})
return answer(player, results)
