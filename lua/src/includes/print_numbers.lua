-- Returns the numbers of these names as digits, by spaces.
local function print_numbers(from, names)
    local printed = {}
    for i = 1, #names do
        printed[i] = string.format('%.0f', from[names[i]])
    end
    return table.concat(printed, ' ')
end
