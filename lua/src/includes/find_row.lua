-- Returns what follows a name and a colon in the row that begins with them, or nil. Names are letters, digits and underscores.
local function find_row(rows, name)
    return string.match(' ' .. rows .. ' ', ' ' .. name .. ':([^ ]*) ')
end
