-- Returns whether a player's version was made in the partition's present generation.
local function is_current(version, generation)
    return string.match(version, '^(%S+)') == generation
end
