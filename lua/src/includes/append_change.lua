-- Appends a change to the journal and returns the entry's name. Each entry names the one of its player before it, `before` ("" for none),
-- so that what is still there of a player is found without looking at the others. `answer` is "" for none.
local function append_change(journal, before, id, version, change, answer)
    local entry = {'p', id, 'v', version, 'c', change}
    if before ~= '' then
        entry[#entry + 1], entry[#entry + 2] = 'b', before
    end
    if answer ~= '' then
        entry[#entry + 1], entry[#entry + 2] = 'a', answer
    end
    return redis.call('XADD', journal, '*', unpack(entry))
end
