package com.luckyfunatic.engine.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes one place deep inside records and lists, named by a path such as {@code
 * cards[0].levels[1].price}, so that a test says nothing but what it changes.
 */
final class Edit {
    private Edit() {}

    /** Returns a copy of {@code root} with {@code value} at {@code path}. */
    static <T extends Record> T set(T root, String path, @Nullable Object value) {
        List<String> steps = steps(path);
        @SuppressWarnings("unchecked")
        T changed = (T) copy(root, steps.getFirst(), steps.subList(1, steps.size()), value);
        return changed;
    }

    private static List<String> steps(String path) {
        return Arrays.asList(path.replace("]", "").split("[.\\[]", -1));
    }

    private static @Nullable Object set(
            @Nullable Object at, List<String> steps, @Nullable Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (at) {
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list);
                int index = Integer.parseInt(step);
                copy.set(index, set(copy.get(index), rest, value));
                yield copy;
            }
            case Record row -> copy(row, step, rest, value);
            case null, default -> throw new IllegalArgumentException("nothing at " + step);
        };
    }

    private static Object copy(Record row, String name, List<String> rest, @Nullable Object value) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                Object now = components[i].getAccessor().invoke(row);
                boolean hit = components[i].getName().equals(name);
                found |= hit;
                values[i] = hit ? set(now, rest, value) : now;
            }
            if (!found) {
                throw new IllegalArgumentException(row.getClass() + " has no " + name);
            }
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = row.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot set " + name + " of " + row, e);
        }
    }
}
