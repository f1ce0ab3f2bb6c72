package com.luckyfunatic.storage.catalog;

import com.luckyfunatic.storage.catalog.YamlNode.Mapping;
import com.luckyfunatic.storage.catalog.YamlNode.Mark;
import com.luckyfunatic.storage.catalog.YamlNode.Scalar;
import com.luckyfunatic.storage.catalog.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of places in a catalog file, written as the catalog's validator writes them: {@code cards[3
 * miner].basePrice}, rows counted from 0.
 */
final class Paths {
    private static final List<String> NAMING_FIELDS = List.of("id", "type");

    private Paths() {}

    static String field(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String item(String path, int index, YamlNode item) {
        if (item instanceof Mapping(var _, var fields)) {
            for (String naming : NAMING_FIELDS) {
                Mapping.Field field = fields.get(naming);
                if (field != null && field.value() instanceof Scalar(var _, var _, var text)) {
                    return path + "[" + index + " " + text + "]";
                }
            }
        }
        return path + "[" + index + "]";
    }

    /** Returns where each path of {@code root} stands. */
    static Map<String, Mark> marks(Mapping root) {
        Map<String, Mark> marks = new HashMap<>();
        collect("", root, marks);
        return marks;
    }

    private static void collect(String path, YamlNode node, Map<String, Mark> marks) {
        marks.putIfAbsent(path, node.at());
        switch (node) {
            case Scalar _ -> {}
            case Sequence(var _, var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(item(path, i, items.get(i)), items.get(i), marks);
                }
            }
            case Mapping(var _, var fields) ->
                    fields.forEach((name, field) -> {
                        String fieldPath = field(path, name);
                        marks.put(fieldPath, field.at());
                        collect(fieldPath, field.value(), marks);
                    });
        }
    }
}
