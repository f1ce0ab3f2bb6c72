-- Adds the changes of one player that are in the journal to `reply`: name, version, change, answer ("" for none) of each, in order, up to the
-- one with `name`, which is nil when he has none. Returns false, and adds nothing, when there are more than `entries_max`.
local function add_unarchived(reply, journal, name, entries_max)
    -- From the last one back to the first: what has been trimmed is archived, and so is all that was before it.
    local entries = {}
    while name do
        local entry = redis.call('XRANGE', journal, name, name)[1]
        if not entry then
            break
        end
        if #entries == entries_max then
            return false
        end
        local fields = {a = ''}
        for i = 1, #entry[2], 2 do
            fields[entry[2][i]] = entry[2][i + 1]
        end
        entries[#entries + 1] = {name, fields.v, fields.c, fields.a}
        name = fields.b
    end
    for i = #entries, 1, -1 do
        for _, value in ipairs(entries[i]) do
            reply[#reply + 1] = value
        end
    end
    return true
end
