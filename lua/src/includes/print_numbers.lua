-- Returns the numbers of these names as digits, by spaces.
local function print_numbers(from, names)
    local numbers = {}
    for i = 1, #names do
        numbers[i] = from[names[i]]
    end
    return string.format(string.rep('%.0f ', #names - 1) .. '%.0f', unpack(numbers))
end
