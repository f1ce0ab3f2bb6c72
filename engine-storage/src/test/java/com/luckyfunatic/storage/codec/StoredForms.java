package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that stored documents can hold, one line for each type, read off the records. */
final class StoredForms {
    private static final List<Class<?>> DOCUMENTS =
            List.of(
                    ChangeDocument.class,
                    AnswerDocument.class,
                    PlayerState.class,
                    Command.class,
                    TournamentDefinition.class,
                    AdmissionChange.class,
                    PlannedChange.class);

    private final Map<String, String> lines = new TreeMap<>();

    private StoredForms() {}

    static List<String> lines() {
        StoredForms forms = new StoredForms();
        DOCUMENTS.forEach(forms::add);
        return forms.lines.entrySet().stream()
                .map(line -> line.getKey() + line.getValue())
                .toList();
    }

    private void add(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                add(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            }
            case Class<?> form when form.getName().startsWith("com.luckyfunatic.") -> add(form);
            default -> {
                // Of the JDK: it does not change.
            }
        }
    }

    private void add(Class<?> form) {
        String name = name(form);
        if (lines.containsKey(name)) {
            return;
        }
        if (GameCodec.isText(form)) {
            lines.put(name, " as one value");
        } else if (form.isEnum()) {
            lines.put(name, " " + Arrays.toString(form.getEnumConstants()));
        } else if (form.isSealed()) {
            Class<?>[] members = form.getPermittedSubclasses();
            lines.put(name, " = " + names(members));
            Arrays.stream(members).forEach(this::add);
        } else if (form.isRecord()) {
            RecordComponent[] components = form.getRecordComponents();
            lines.put(
                    name,
                    Arrays.stream(components)
                            .map(each -> name(each) + " " + each.getName())
                            .collect(Collectors.joining(", ", "(", ")")));
            Arrays.stream(components).map(RecordComponent::getGenericType).forEach(this::add);
        } else {
            throw new AssertionError(form + " is stored and none of text, enum, sealed, record");
        }
    }

    private static String names(Class<?>[] members) {
        return Arrays.stream(members)
                .map(StoredForms::name)
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    private static String name(RecordComponent component) {
        boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return name(component.getGenericType()) + (isNullable ? "?" : "");
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("[a-z]+\\.", "").replace('$', '.');
    }
}
