-- Taps: energy grows, the rate limit's bucket refills, as many taps count as fit both, and are paid. TapRules in one round trip.
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
-- ARGV[8] what one tap costs, millionths of a unit of energy
-- ARGV[9] how fast the bucket refills, thousandths of a tap per millisecond
-- ARGV[10] a full bucket, thousandths of a tap
-- ARGV[11] how many taps are asked for
-- ARGV[12] the login session of the tap's number, "" when it has none
-- ARGV[13] the tap's number
--
-- Reply: accepted, the moment, how many taps counted, what they paid, "1" when this repeats the last answer, else "0"; then field, value …
-- of the player.
-- Refusals: generation (the caller's is not the partition's), absent (no such player here), outdated (the player is of an older generation),
-- fallback (not the simple case: the rule in Java decides), corrupt (a text is no number where one must be)

--- @include "answer"
--- @include "calls_for_more"
--- @include "check_generation"
--- @include "checked_add"
--- @include "checked_multiply"
--- @include "earn_funz"
--- @include "energy_at_now"
--- @include "floor_divide"
--- @include "is_before"
--- @include "print_rows"
--- @include "read_numbers"
--- @include "read_player"
--- @include "read_tap_sessions"
--- @include "write_change"

local keys = {player = KEYS[1], journal = KEYS[3], dirty = KEYS[4], touched = KEYS[5]}
local known_generation, content, since, id, clock, change, head = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local energy_per_tap, refill, full, count, session, number = ARGV[8], ARGV[9], ARGV[10], ARGV[11], ARGV[12], ARGV[13]

if not check_generation(KEYS[2], known_generation) then
    return {'generation'}
end
local player, refusal = read_player(redis.call('HGETALL', keys.player), known_generation, content, since, clock)
if not player then
    return {refusal}
end
local tap = {}
refusal = read_numbers(table.concat({energy_per_tap, refill, full, count}, ' '), {'cost', 'refill', 'full', 'count'}, tap)
if refusal then
    return {refusal}
end
local sessions = read_tap_sessions(player.fields.t or 'none')
if not sessions or session ~= '' and not read_tap_sessions(table.concat({session, number, '0', '0'}, ':')) then
    return {'corrupt'}
end
if player.due > 0 then
    return {'fallback'}
end

local place = #sessions + 1
if session ~= '' then
    for i, last in ipairs(sessions) do
        local last_session, last_number, last_accepted, last_paid = unpack(last)
        if last_session == session then
            place = i
            if not is_before(last_number, number) then
                return answer(player, {last_accepted, last_paid, '1'})
            end
        elseif place > #sessions and not is_before(last_session, session) then
            -- Between others, or forgotten.
            return {'fallback'}
        end
    end
    if place > 4 then
        return {'fallback'}
    end
end

local energy = energy_at_now(player)
local refilled = checked_multiply(tap.refill, player.now - player.tokens_at)
local tokens = refilled and checked_add(player.tokens, refilled)
if not energy then
    return {'fallback'}
end
tokens = math.min(tokens or tap.full, tap.full)
local accepted = math.min(tap.count, floor_divide(tokens, 1000), floor_divide(energy, tap.cost))
local in_frenzy = player.now < player.frenzy_until
local paid = checked_multiply(accepted, in_frenzy and player.funz_per_tap_in_frenzy or player.funz_per_tap)
if accepted == 0 and session == '' then
    return answer(player, {'0', '0', '0'})
end
player.taps = checked_add(player.taps, accepted)
if not player.taps or not paid or not earn_funz(player, paid) or calls_for_more(player) then
    return {'fallback'}
end
player.energy, player.energy_at = energy - accepted * tap.cost, player.now
player.tokens, player.tokens_at = tokens - accepted * 1000, player.now
player.meter = math.max(player.meter, math.min(player.meter_full, player.meter + accepted))

local results = {string.format('%.0f', accepted), string.format('%.0f', paid), '0'}
local extra, numbered = {}, ''
if session ~= '' then
    numbered = string.format('"sequence":{"session":%s,"number":%s},', session, number)
    extra.t = print_rows(sessions, place, table.concat({session, number, results[1], results[2]}, ':'))
end
local call = {generation = known_generation, id = id, clock = clock, change = change, content = content, head = head}
write_change(keys, call, player, string.format(
    '{"@type":"Tapped","accepted":%s,"funzDelta":%s,"cut":0,"energyMicrosAfter":%.0f,"tokensAfter":%.0f,"meterAfter":%.0f,%s"atMillis":%.0f}',
    results[1], results[2], player.energy, player.tokens, player.meter, numbered, player.now), extra)
return answer(player, results)
