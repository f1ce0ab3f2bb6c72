-- Takes an amount from a balance, if it is there. WalletRules in one round trip. Nothing calls it yet, see README.
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
-- ARGV[8] the balance: funz or jokers
-- ARGV[9] the amount
-- ARGV[10] the event for the journal, JSON: the caller knows all of it
--
-- Reply: accepted, the moment; then field, value … of the player.
-- Refusals: insufficient_funds (less is there; how much follows), generation (the caller's is not the partition's), absent (no such player
-- here), outdated (the player is of an older generation), fallback (not the simple case: the rule in Java decides), corrupt (a text is no
-- number where one must be)

--- @include "answer"
--- @include "calls_for_more"
--- @include "check_generation"
--- @include "checked_debit"
--- @include "read_player"
--- @include "whole_number"
--- @include "write_change"

local keys = {player = KEYS[1], journal = KEYS[3], dirty = KEYS[4], touched = KEYS[5]}
local known_generation, content, since, id, clock, change, head = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local currency, event = ARGV[8], ARGV[10]
local amount, not_a_number = whole_number(ARGV[9])

if not check_generation(KEYS[2], known_generation) then
    return {'generation'}
end
if not amount then
    return {not_a_number}
end
local player, refusal = read_player(redis.call('HGETALL', keys.player), known_generation, content, since, clock)
if not player then
    return {refusal}
end
if player.due > 0 or player.story_due > 0 or calls_for_more(player) then
    return {'fallback'}
end
if not checked_debit(player, currency, amount) then
    return {'insufficient_funds', string.format('%.0f', player[currency])}
end

local call = {generation = known_generation, id = id, clock = clock, change = change, content = content, head = head}
write_change(keys, call, player, event, {})
return answer(player, {})
