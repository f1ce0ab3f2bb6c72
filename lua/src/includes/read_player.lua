-- Makes a table of a stored player: his fields by name, the numbers of n and d by theirs, and the moment of the command, `now`. Otherwise nil
-- and a refusal: a script must only go on with a player whose rates are known and constant from his last change until now.

--- @include "effective_names"
--- @include "is_current"
--- @include "number_names"
--- @include "read_numbers"

local function read_player(stored, known_generation, content, since, clock)
    local fields = {}
    for i = 1, #stored, 2 do
        fields[stored[i]] = stored[i + 1]
    end
    if not fields.v then
        return nil, 'absent'
    end
    if not is_current(fields.v, known_generation) then
        return nil, 'outdated'
    end
    local epoch, stored_sequence = string.match(fields.v, '^%S+ (%S+) (%S+) %S+$')
    local stored_content, effective = string.match(fields.d or '', '^(%S+) (.*)$')
    if stored_content ~= content or fields.f ~= '1' and fields.f ~= '2' then
        return nil, 'fallback'
    end
    local player = {fields = fields, epoch = epoch}
    local refusal = read_numbers(fields.n or '', number_names(), player)
        or read_numbers(since .. ' ' .. clock, {'since', 'clock'}, player)
    if refusal then
        return nil, refusal
    end
    if read_numbers(effective, effective_names(), player) then
        -- No part of the state: the next commit writes it anew.
        return nil, 'fallback'
    end
    player.now = math.max(player.clock, player.changed_at)
    local latest = math.max(player.tokens_at, player.energy_at, player.collected_at, player.settled_at)
    if stored_sequence ~= string.format('%.0f', player.sequence) or latest > player.changed_at
        or math.min(player.energy_at, player.settled_at) < player.since or player.now >= player.valid_until or player.parts > 9999 then
        return nil, 'fallback'
    end
    return player
end
