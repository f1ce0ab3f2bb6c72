-- Returns the reply to an accepted command: the moment it was decided at, its results, then field, value … of the player.
local function answer(player, results)
    local reply = {'accepted', string.format('%.0f', player.now), unpack(results)}
    for name, value in pairs(player.fields) do
        reply[#reply + 1] = name
        reply[#reply + 1] = value
    end
    return reply
end
