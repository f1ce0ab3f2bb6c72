-- Stores a changed player as his next version and appends the change to the journal.
--
-- keys: player, journal, dirty, touched. call: generation, id, clock, change, content, head. extra: more fields and values that have changed.

--- @include "append_change"
--- @include "print_numbers"

local function write_change(keys, call, player, events, extra)
    local fields = player.fields
    player.changed_at = player.now
    player.sequence = player.sequence + 1
    fields.v = string.format('%s %s %.0f %s', call.generation, player.epoch, player.sequence, call.change)
    fields.n = print_numbers(player)
    -- The values in force are as they were: but for the sequence, the text is too.
    fields.d = string.format('%s %.0f%s', call.content, player.sequence, string.match(fields.d, '^%S+ %d+(.*)$'))
    local document = string.format('%.0f %s%s],"walletAfter":{"funz":%.0f,"jokers":%.0f,"funzEarned":%.0f}}',
        player.now, call.head, events, player.funz, player.jokers, player.funz_earned)
    fields.j = append_change(keys.journal, fields.j or '', call.id, fields.v, document, '')
    local changed = {'v', fields.v, 'n', fields.n, 'd', fields.d, 'j', fields.j}
    for name, value in pairs(extra) do
        fields[name] = value
        changed[#changed + 1] = name
        changed[#changed + 1] = value
    end
    redis.call('HSET', keys.player, unpack(changed))
    redis.call('ZADD', keys.dirty, 'NX', call.clock, call.id)
    redis.call('ZADD', keys.touched, call.clock, call.id)
end
