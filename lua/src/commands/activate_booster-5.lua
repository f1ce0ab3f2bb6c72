-- Activates a booster that fills the energy and costs nothing. BoosterRules in one round trip. One that works for a time changes the values
-- in force, which only Java can derive anew: it is not worth a script.
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
-- ARGV[8] the booster's type
-- ARGV[9] its cooldown, milliseconds
-- ARGV[10] how often it may be used per day
-- ARGV[11] how long after a collection income accrues, milliseconds
-- ARGV[12] the currency that its price would be in
--
-- Reply: accepted, the moment; then field, value … of the player.
-- Refusals: generation (the caller's is not the partition's), absent (no such player here), outdated (the player is of an older generation),
-- fallback (not the simple case: the rule in Java decides), corrupt (a text is no number where one must be)

--- @include "answer"
--- @include "calls_for_more"
--- @include "check_generation"
--- @include "checked_add"
--- @include "energy_at_now"
--- @include "floor_divide"
--- @include "income_at_now"
--- @include "print_rows"
--- @include "read_numbers"
--- @include "read_player"
--- @include "read_rows"
--- @include "whole_number"
--- @include "write_change"

local keys = {player = KEYS[1], journal = KEYS[3], dirty = KEYS[4], touched = KEYS[5]}
local known_generation, content, since, id, clock, change, head = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local type, cooldown, daily_limit, cap_millis, currency = ARGV[8], ARGV[9], ARGV[10], ARGV[11], ARGV[12]

if not check_generation(KEYS[2], known_generation) then
    return {'generation'}
end
local player, refusal = read_player(redis.call('HGETALL', keys.player), known_generation, content, since, clock)
if not player then
    return {refusal}
end
local booster = {}
refusal = read_numbers(table.concat({cooldown, daily_limit, cap_millis}, ' '), {'cooldown', 'daily_limit', 'cap_millis'}, booster)
if refusal then
    return {refusal}
end
if player.due > 0 or player.story_due > 0 or calls_for_more(player) or player.fields.f ~= '2' then
    return {'fallback'}
end
local active, levels, uses = string.match(player.fields.b or '', '^([^;]*);([^;]*);([^;]*)$')
active, uses = active and read_rows(active), uses and read_rows(uses)
if not active or not uses then
    return {'corrupt'}
end

-- Timed boosters that have ended are forgotten. This one was timed, if it is among the others.
local working = {}
for _, each in ipairs(active) do
    local ends, not_a_number = whole_number(each[4])
    if not ends then
        return {not_a_number}
    end
    if ends > player.now then
        if each[1] == type then
            return {'fallback'}
        end
        working[#working + 1] = each.text
    end
end
local use = {ready_at = 0, day = 0, used = 0}
local use_place = #uses + 1
for i, each in ipairs(uses) do
    if each[1] == type then
        use_place = i
        refusal = read_numbers(table.concat({each[2], each[3], each[4]}, ' '), {'ready_at', 'day', 'used'}, use)
        if refusal then
            return {refusal}
        end
    end
end
local today = floor_divide(player.now, 86400000)
local used = use.day == today and use.used or 0
local ready_at = checked_add(player.now, booster.cooldown)
local energy = energy_at_now(player)
local accrued, parts = income_at_now(player, booster.cap_millis)
if not ready_at or not energy or not accrued or player.now < use.ready_at or used >= booster.daily_limit then
    return {'fallback'}
end

-- The limited time of income does not run while there is nothing to earn.
if player.now > player.settled_at and accrued == player.accrued and parts == player.parts and accrued < 3600000 then
    player.collected_at = player.now
end
player.settled_at, player.accrued, player.parts, player.energy_at = player.now, accrued, parts, player.now
local settled = string.format('{"@type":"AccrualSettled","energyMicrosAfter":%.0f,"incomeAccruedAfter":%.0f,"atMillis":%.0f,"incomePartsAfter":%.0f}',
    energy, accrued, player.now, parts)

-- Its maximum was checked above; energy beyond it stays.
energy = math.max(energy, player.energy_max * 1000000)
player.energy = energy
local uses_text = print_rows(uses, use_place, string.format('%s:%.0f:%.0f:%.0f', type, ready_at, today, used + 1))
local activated = string.format(
    '{"@type":"BoosterActivated","type":"%s","effect":"REFILL_ENERGY","currency":"%s","price":0,'
    .. '"use":{"type":"%s","readyAtMillis":%.0f,"epochDay":%.0f,"usedOnDay":%.0f},"energyMicrosAfter":%.0f}',
    type, currency, type, ready_at, today, used + 1, energy)

local call = {generation = known_generation, id = id, clock = clock, change = change, content = content, head = head}
write_change(keys, call, player, settled .. ',' .. activated,
    {b = table.concat({table.concat(working, ' '), levels, uses_text}, ';')})
return answer(player, {})
