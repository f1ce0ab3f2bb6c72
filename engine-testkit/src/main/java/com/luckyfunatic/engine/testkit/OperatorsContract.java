package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of operators does. */
public abstract class OperatorsContract extends StorageContract {
    private static final int CALLERS = 30;
    private static final long ADDED_AT = 1_790_000_000_123L;

    /** Names of a test begin with it; the store may be shared, and nobody is ever removed. */
    private String own = "";

    /** The same object may run all tests. */
    @BeforeEach
    public void chooseNames() {
        own = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    @Test
    public void an_operator_is_kept_whole() {
        Operator ada =
                new Operator(
                        name("ada"),
                        EnumSet.allOf(Role.class),
                        new CredentialHash("$".repeat(CredentialHash.LENGTH_MAX)),
                        true,
                        ADDED_AT);
        assertThat(operators().find(ada.name())).isEmpty();

        assertThat(operators().add(ada)).isTrue();

        assertThat(operators().find(ada.name())).hasValue(ada);
        assertThat(operators().find(name("ada2"))).isEmpty();
    }

    @Test
    public void a_name_is_one_persons_for_ever() {
        Operator first = operator("ada", Role.SUPPORT);
        operators().add(first);
        operators().setDisabled(first.name(), true);

        assertThat(operators().add(operator("ada", Role.SUPPORT_LEAD))).isFalse();

        assertThat(operators().find(first.name())).hasValue(first.withDisabled(true));
    }

    @Test
    public void of_many_who_take_a_name_at_once_one_has_it() {
        List<Operator> rivals =
                IntStream.range(0, CALLERS).mapToObj(_ -> operator("ada", Role.SUPPORT)).toList();

        List<Boolean> added = Together.run(CALLERS, i -> operators().add(rivals.get(i)));

        assertThat(Collections.frequency(added, true)).isOne();
        assertThat(operators().find(name("ada"))).hasValue(rivals.get(added.indexOf(true)));
    }

    @Test
    public void roles_take_the_place_of_those_before() {
        Operator ada = operator("ada", Role.SUPPORT);
        operators().add(ada);

        assertThat(operators().setRoles(ada.name(), Set.of(Role.AUDITOR, Role.LIVE_OPS))).isTrue();

        assertThat(operators().find(ada.name()))
                .hasValue(ada.withRoles(Set.of(Role.LIVE_OPS, Role.AUDITOR)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operators().setRoles(ada.name(), Set.of()));
    }

    @Test
    public void a_credential_takes_the_place_of_that_before() {
        Operator ada = operator("ada", Role.SUPPORT);
        operators().add(ada);
        CredentialHash another = newHash();

        assertThat(operators().setCredential(ada.name(), another)).isTrue();

        assertThat(operators().find(ada.name())).hasValue(ada.withCredential(another));
    }

    @Test
    public void who_is_disabled_is_known_as_disabled_until_enabled_again() {
        Operator ada = operator("ada", Role.SUPPORT);
        operators().add(ada);

        assertThat(operators().setDisabled(ada.name(), true)).isTrue();
        assertThat(operators().find(ada.name())).hasValue(ada.withDisabled(true));

        assertThat(operators().setDisabled(ada.name(), false)).isTrue();
        assertThat(operators().find(ada.name())).hasValue(ada);
    }

    @Test
    public void the_same_again_is_no_error_and_touches_nobody_else() {
        Operator ada = operator("ada", Role.SUPPORT);
        Operator bob = operator("bob", Role.AUDITOR);
        operators().add(ada);
        operators().add(bob);

        assertThat(operators().setRoles(ada.name(), ada.roles())).isTrue();
        assertThat(operators().setCredential(ada.name(), ada.credential())).isTrue();
        assertThat(operators().setDisabled(ada.name(), true)).isTrue();
        assertThat(operators().setDisabled(ada.name(), true)).isTrue();

        assertThat(operators().find(ada.name())).hasValue(ada.withDisabled(true));
        assertThat(operators().find(bob.name())).hasValue(bob);
    }

    @Test
    public void of_nobody_nothing_changes() {
        OperatorName nobody = name("nobody");

        assertThat(operators().setRoles(nobody, Set.of(Role.SUPPORT))).isFalse();
        assertThat(operators().setCredential(nobody, newHash())).isFalse();
        assertThat(operators().setDisabled(nobody, true)).isFalse();

        assertThat(operators().find(nobody)).isEmpty();
    }

    @Test
    public void pages_follow_each_other_by_name_without_gaps_or_repeats() {
        List<Operator> added =
                List.of("a", "a-b", "a0", "a_b", "b", "ba", "c").stream()
                        .map(name -> operator(name, Role.SUPPORT))
                        .toList();
        added.reversed().forEach(operators()::add);

        assertThat(listed(3))
                .containsExactlyElementsOf(
                        added.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList());
        assertThatIllegalArgumentException().isThrownBy(() -> operators().list(null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operators().list(null, Page.LIMIT_MAX + 1));
    }

    /** From the name before this test's first; others' are left out. */
    private List<Operator> listed(int limit) {
        List<Operator> all = new ArrayList<>();
        @Nullable OperatorName after = null;
        Page<Operator> page;
        do {
            page = operators().list(after, limit);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = page.items().isEmpty() ? null : page.items().getLast().name();
        } while (page.hasMore());
        return all.stream().filter(each -> each.name().value().startsWith(own)).toList();
    }

    private OperatorName name(String end) {
        return new OperatorName(own + end);
    }

    private Operator operator(String end, Role role) {
        return new Operator(name(end), Set.of(role), newHash(), false, ADDED_AT);
    }

    private static CredentialHash newHash() {
        return new CredentialHash("$argon2id$" + UUID.randomUUID());
    }

    private Operators operators() {
        return storage().operators();
    }
}
