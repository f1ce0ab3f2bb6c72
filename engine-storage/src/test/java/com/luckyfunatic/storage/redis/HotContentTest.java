package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.hot.HotContent;
import org.junit.jupiter.api.Test;

class HotContentTest {
    private static String name(long referralFunz) {
        return new HotContent(TestCatalogs.rewardingReferralsWith(referralFunz), new GameCodec())
                .name();
    }

    @Test
    void the_same_content_has_one_name_however_often_it_is_loaded() {
        assertThat(name(7)).isEqualTo(name(7));
    }

    @Test
    void content_of_the_same_version_with_another_number_has_another_name() {
        assertThat(TestCatalogs.rewardingReferralsWith(7).version())
                .isEqualTo(TestCatalogs.rewardingReferralsWith(8).version());
        assertThat(name(7)).isNotEqualTo(name(8));
    }

    @Test
    void a_name_is_a_word() {
        assertThat(name(7)).matches("[0-9a-f]{16}");
    }
}
